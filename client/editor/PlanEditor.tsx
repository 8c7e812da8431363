/** The care plan: rights, goals, the family's own words, and annotations in the margin. */
import type { Editor } from '@tiptap/core';
import { createSignal, type JSX, Show } from 'solid-js';
import type { AnnotationKind } from '../../shared/documents/annotations.ts';
import type { GoalId } from '../../shared/ids.ts';
import type { ContentLanguage } from '../../shared/languages.ts';
import type { Right } from '../../shared/records/rights.ts';
import type { SharedDocument } from '../collab/shared-document.ts';
import { useMessages } from '../messages/messages.tsx';
import { anchorAt } from './anchors.ts';
import { type AnnotationList, createAnnotationList } from './annotations/annotation-list.ts';
import { highlightsExtension } from './annotations/highlights.ts';
import { PlanAnnotations } from './annotations/PlanAnnotations.tsx';
import {
  askAboutSelection,
  beginTranslation,
  type MediatorAsk,
  translateKey,
} from './annotations/passage-acts.ts';
import { DocumentEditor, type DocumentEditorProps, type TextHandle, textHandle } from './DocumentEditor.tsx';
import { putBackGoal } from './goal-blocks.ts';
import type { BubbleAct } from './SelectionBubble.tsx';
import { textStateOf } from './text-state.ts';

export type PlanHandle = TextHandle & {
  /** Sets again a goal whose block was taken out of the text, at the end of its right. */
  putBackGoal(goal: { id: GoalId; title: string; right: Right }): void;
};

export type PlanEditorProps = DocumentEditorProps & {
  /** The annotations' own document; absent where there are none (pact, notes). */
  annotations?: SharedDocument | undefined;
  /** What a new annotation is at first: a mediator's is a translation, in the family's language. */
  annotateAs?: { kind: AnnotationKind; language: ContentLanguage } | undefined;
  /** Offered on selected words to whoever may ask for a mediator. */
  onAskMediator?: ((ask: MediatorAsk) => void) | undefined;
  onReady?: ((handle: PlanHandle) => void) | undefined;
};

export function PlanEditor(props: PlanEditorProps): JSX.Element {
  return (
    <Show when={props.annotations} fallback={<BarePlan {...props} />} keyed>
      {(annotations) => <AnnotatedPlan {...props} annotations={annotations} />}
    </Show>
  );
}

const handleOf = (editor: Editor): PlanHandle => ({
  ...textHandle(editor),
  putBackGoal: (goal) => putBackGoal(editor, goal),
});

function BarePlan(props: PlanEditorProps) {
  return <DocumentEditor {...props} kind="plan" onEditor={(editor) => props.onReady?.(handleOf(editor))} />;
}

function AnnotatedPlan(props: PlanEditorProps & { annotations: SharedDocument }) {
  const { t, language } = useMessages();
  const [active, setActive] = createSignal<string>();
  const spoken = () => props.annotateAs?.language ?? language();
  const list = createAnnotationList(props.annotations, props.me, spoken);
  const annotate = (editor: Editor) =>
    beginAnnotation(editor, list, props.annotateAs?.kind ?? 'comment', spoken());
  const translate = (editor: Editor) => list.mayWrite() && beginTranslation(editor, list, spoken());
  const acts = (editor: Editor): BubbleAct[] => [
    ...(list.mayWrite()
      ? [{ label: t('plan.bubble.annotate'), key: 'A', run: () => annotate(editor) }, ...languageActs(editor)]
      : []),
  ];
  /** Whoever writes the text has `T` for tasks, and asks a mediator; a mediator translates. */
  const languageActs = (editor: Editor): BubbleAct[] => {
    const { onAskMediator } = props;
    if (!editor.isEditable)
      return [{ label: t('translations.translate'), key: 'T', run: () => void translate(editor) }];
    return onAskMediator
      ? [{ label: t('translations.ask'), key: 'M', run: () => askAboutSelection(editor, onAskMediator) }]
      : [];
  };
  return (
    <DocumentEditor
      {...props}
      kind="plan"
      acts={acts}
      extensions={[translateKey(translate), highlightsExtension(setActive)]}
      onEditor={(editor) => props.onReady?.(handleOf(editor))}
      aside={(editor) => (
        <PlanAnnotations
          editor={editor}
          shared={props.annotations}
          list={list}
          people={props.people}
          meId={props.me.id}
          active={active()}
          onActive={setActive}
        />
      )}
    />
  );
}

function beginAnnotation(
  editor: Editor,
  list: AnnotationList,
  kind: AnnotationKind,
  language: ContentLanguage,
): void {
  const text = textStateOf(editor.state);
  const { from, to } = editor.state.selection;
  if (text && from < to) list.setDraft({ anchor: anchorAt(text, { from, to }), kind, language });
}
