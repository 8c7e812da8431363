/** Conference minutes: decisions that become tasks, dissents, and who was there. */
import type { Editor } from '@tiptap/core';
import { createEffect, type JSX, onCleanup } from 'solid-js';
import { type DecisionInText, decisionsInText, minutesContent } from '../../shared/documents/minutes.ts';
import type { SharedDocument } from '../collab/shared-document.ts';
import { useMessages } from '../messages/messages.tsx';
import {
  addBlock,
  addWords,
  findDecision,
  makeRecordOfDecision,
  proposeLeadOf,
  settleDecision,
} from './acts.ts';
import { askAboutSelection, type MediatorAsk } from './annotations/passage-acts.ts';
import type { Chrome, Named } from './chrome.ts';
import { DocumentEditor, type DocumentEditorProps, type TextHandle, textHandle } from './DocumentEditor.tsx';
import type { BubbleAct } from './SelectionBubble.tsx';

export type MinutesHandle = TextHandle & {
  /** The tray's gestures: the page's dialog opens, and the chip lands in the decision. */
  makeTask(decisionId: string): void;
  makeReferral(decisionId: string): void;
  makeGoal(decisionId: string): void;
  proposeLead(decisionId: string): void;
  /** Says that a decision needs no task, or takes that back. */
  settle(decisionId: string, settled: 'nothing' | null): void;
  /** A block at the end of a point, with the caret in it. */
  addBlock(name: 'voice' | 'decision' | 'dissent', sectionKey: string | undefined): void;
  /** What a guest handed in, as a quotation at the end of a point; the caret stays where it is. */
  addWords(by: string, text: string, sectionKey: string | undefined): void;
  goToDecision(decisionId: string): void;
};

export type MinutesEditorProps = Omit<DocumentEditorProps, 'me'> & {
  me: Named;
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
  makeGoal: (decisionId) => makeRecordOfDecision(editor, chrome, 'goal', decisionId),
  proposeLead: (decisionId) => proposeLeadOf(editor, chrome, decisionId),
  settle: (decisionId, settled) => settleDecision(editor, decisionId, settled),
  addBlock: (name, sectionKey) => addBlock(editor, name, sectionKey),
  addWords: (by, text, sectionKey) => addWords(editor, by, text, sectionKey),
  goToDecision(decisionId) {
    const decision = findDecision(editor.state.doc, decisionId);
    if (!decision) return;
    editor.commands.focus(decision.position + 1 + decision.node.content.size, { scrollIntoView: false });
    const block = editor.view.nodeDOM(decision.position);
    if (block instanceof Element) block.scrollIntoView({ block: 'center', behavior: 'smooth' });
  },
});
