/** Conference minutes: decisions that become tasks, dissents, and who was there. */
import type { Editor } from '@tiptap/core';
import { createEffect, type JSX, onCleanup } from 'solid-js';
import { type DecisionInText, decisionsInText, minutesContent } from '../../shared/documents/minutes.ts';
import type { SharedDocument } from '../collab/shared-document.ts';
import { useMessages } from '../messages/messages.tsx';
import { findDecision, makeRecordOfDecision } from './acts.ts';
import { askAboutSelection, type MediatorAsk } from './annotations/passage-acts.ts';
import type { Chrome } from './chrome.ts';
import { DocumentEditor, type DocumentEditorProps, type TextHandle, textHandle } from './DocumentEditor.tsx';
import type { BubbleAct } from './SelectionBubble.tsx';

export type MinutesHandle = TextHandle & {
  /** The tray's gestures: the page's dialog opens, and the chip lands in the decision. */
  makeTask(decisionId: string): void;
  makeReferral(decisionId: string): void;
  goToDecision(decisionId: string): void;
};

export type MinutesEditorProps = DocumentEditorProps & {
  /** For the tray: every decision in reading order, each time one changes. */
  onDecisionsChange?: ((decisions: readonly DecisionInText[]) => void) | undefined;
  /** Offered on selected words to whoever may ask for a mediator. */
  onAskMediator?: ((ask: MediatorAsk) => void) | undefined;
  onReady?: ((handle: MinutesHandle) => void) | undefined;
};

export function MinutesEditor(props: MinutesEditorProps): JSX.Element {
  const { t } = useMessages();
  const acts = (editor: Editor): BubbleAct[] => {
    const { onAskMediator } = props;
    return onAskMediator
      ? [{ label: t('translations.ask'), key: 'M', run: () => askAboutSelection(editor, onAskMediator) }]
      : [];
  };
  createEffect(() => {
    if (props.shared.ready())
      watchDecisions(props.shared, (decisions) => props.onDecisionsChange?.(decisions));
  });
  return (
    <DocumentEditor
      {...props}
      kind="minutes"
      acts={acts}
      onEditor={(editor, chrome) => props.onReady?.(handleOf(editor, chrome))}
    />
  );
}

function watchDecisions(shared: SharedDocument, tell: (decisions: readonly DecisionInText[]) => void): void {
  const content = minutesContent(shared.doc);
  let told = '';
  const look = () => {
    const decisions = decisionsInText(shared.doc);
    const now = JSON.stringify(decisions);
    if (now !== told) tell(decisions);
    told = now;
  };
  content.observeDeep(look);
  onCleanup(() => content.unobserveDeep(look));
  look();
}

const handleOf = (editor: Editor, chrome: Chrome): MinutesHandle => ({
  ...textHandle(editor),
  makeTask: (decisionId) => makeRecordOfDecision(editor, chrome, 'task', decisionId),
  makeReferral: (decisionId) => makeRecordOfDecision(editor, chrome, 'referral', decisionId),
  goToDecision(decisionId) {
    const decision = findDecision(editor.state.doc, decisionId);
    if (!decision) return;
    editor.commands.focus(decision.position + 1 + decision.node.content.size, { scrollIntoView: false });
    const block = editor.view.nodeDOM(decision.position);
    if (block instanceof Element) block.scrollIntoView({ block: 'center', behavior: 'smooth' });
  },
});
