/** The care plan: rights, goals, the family's own words, and annotations in the margin. */
import type { Editor } from '@tiptap/core';
import { createMemo, createSignal, type JSX, lazy, Show } from 'solid-js';
import { Portal } from 'solid-js/web';
import IconNotes from '~icons/lucide/message-square-text';
import type { AnnotationKind } from '../../shared/documents/annotations.ts';
import type { GoalId } from '../../shared/ids.ts';
import type { ContentLanguage } from '../../shared/languages.ts';
import type { Right } from '../../shared/records/rights.ts';
import type { SharedDocument } from '../collab/shared-document.ts';
import { useMessages } from '../messages/messages.tsx';
import { Button } from '../ui/Button.tsx';
import { anchorAt } from './anchors.ts';
import type { Listed } from './annotations/annotation-filter.ts';
import { type AnnotationList, createAnnotationList } from './annotations/annotation-list.ts';
import { foundThreads, highlightsExtension } from './annotations/highlights.ts';
import { PlanAnnotations } from './annotations/PlanAnnotations.tsx';
import {
  askAboutSelection,
  beginTranslation,
  type MediatorAsk,
  translateKey,
} from './annotations/passage-acts.ts';
import { canBeSuggestedFor } from './annotations/suggestions.ts';
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
  /** Where the page wants the way to all annotations; above the text unless told. */
  notesPlace?: HTMLElement | undefined;
  /** The key of an annotation that a link leads to. */
  thread?: string | undefined;
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

const AnnotationPanel = lazy(() => import('./annotations/AnnotationPanel.tsx'));

function AnnotatedPlan(props: PlanEditorProps & { annotations: SharedDocument }) {
  const { t, language } = useMessages();
  const [active, setActive] = createSignal<string>();
  const [editor, setEditor] = createSignal<Editor>();
  const [finding, setFinding] = createSignal(false);
  const [chosen, setChosen] = createSignal<{ readonly key: string }>();
  const linked = createMemo(() => (props.thread === undefined ? undefined : { key: props.thread }));
  const spoken = () => props.annotateAs?.language ?? language();
  const list = createAnnotationList(props.annotations, props.me, spoken, () => props.people);
  const annotate = (editor: Editor, kind: AnnotationKind) =>
    beginAnnotation(editor, list, kind, kind === 'suggestion' ? 'it' : spoken());
  const translate = (editor: Editor) => list.mayWrite() && beginTranslation(editor, list, spoken());
  const acts = (editor: Editor): BubbleAct[] =>
    list.mayWrite()
      ? [
          {
            label: t('plan.bubble.annotate'),
            key: 'A',
            run: () => annotate(editor, props.annotateAs?.kind ?? 'comment'),
          },
          { label: t('threads.suggestChange'), key: 'S', run: () => annotate(editor, 'suggestion') },
          ...languageActs(editor),
        ]
      : [];
  /** Whoever writes the text has `T` for tasks, and asks a mediator; a mediator translates. */
  const languageActs = (editor: Editor): BubbleAct[] => {
    const { onAskMediator } = props;
    if (!editor.isEditable)
      return [{ label: t('translations.translate'), key: 'T', run: () => void translate(editor) }];
    return onAskMediator
      ? [{ label: t('translations.ask'), key: 'M', run: () => askAboutSelection(editor, onAskMediator) }]
      : [];
  };
  const go = (key: string) => {
    setFinding(false);
    setChosen({ key });
  };
  return (
    <>
      <NotesBar list={list} place={props.notesPlace} onOpen={() => setFinding(true)} />
      <DocumentEditor
        {...props}
        kind="plan"
        acts={acts}
        extensions={[translateKey(translate), highlightsExtension(setActive)]}
        onEditor={(editor) => {
          setEditor(editor);
          props.onReady?.(handleOf(editor));
        }}
        aside={(editor) => (
          <PlanAnnotations
            editor={editor}
            shared={props.annotations}
            list={list}
            people={props.people}
            meId={props.me.id}
            mayDecide={props.shared.access() === 'write'}
            active={active()}
            onActive={setActive}
            wanted={chosen() ?? linked()}
          />
        )}
      />
      <Show when={finding() && editor()}>
        {(editor) => (
          <AnnotationPanel
            open={finding()}
            onClose={() => setFinding(false)}
            documentId={props.annotations.documentId}
            all={listedIn(editor(), list)}
            people={props.people}
            nameOf={(id) =>
              props.people.find((person) => person.id === id)?.name ?? t('annotations.somebody')
            }
            onGo={go}
          />
        )}
      </Show>
    </>
  );
}

/** How many there are, and the way to all of them. */
function NotesBar(props: { list: AnnotationList; place: HTMLElement | undefined; onOpen: () => void }) {
  const { t } = useMessages();
  const open = () => [...props.list.threads().values()].filter(({ resolved }) => !resolved).length;
  const button = () => (
    <Button
      small
      kind="quiet"
      icon={<IconNotes class="i i-s" aria-hidden="true" />}
      onClick={() => props.onOpen()}
    >
      {t('threads.bar', { open: open(), resolved: props.list.threads().size - open() })}
    </Button>
  );
  return (
    <Show when={props.place} fallback={<div class="notes-bar">{button()}</div>}>
      {(place) => <Portal mount={place()}>{button()}</Portal>}
    </Show>
  );
}

function listedIn(editor: Editor, list: AnnotationList): Listed[] {
  const found = foundThreads(editor.state);
  return [...list.threads()].map(([key, thread]) => {
    const place = found.get(key);
    const isLost = place === undefined || place.by === 'nothing';
    return { key, thread, isLost, place: isLost ? Number.MAX_SAFE_INTEGER : place.from };
  });
}

function beginAnnotation(
  editor: Editor,
  list: AnnotationList,
  kind: AnnotationKind,
  language: ContentLanguage,
): void {
  const text = textStateOf(editor.state);
  const { from, to } = editor.state.selection;
  if (!text || from >= to) return;
  const isPlain = canBeSuggestedFor(editor, { from, to });
  list.setDraft({ anchor: anchorAt(text, { from, to }), kind, language, isPlain });
}
