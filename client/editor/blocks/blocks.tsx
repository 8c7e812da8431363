/** The shared schema's own blocks with their views: what one sees around the words while writing. */
import type { Editor } from '@tiptap/core';
import { useMessages } from '../../messages/messages.tsx';
import { makeRecordOfDecision, type RecordKind } from '../acts.ts';
import type { Chrome } from '../chrome.ts';
import { type BlockNodes, ChipNode, DecisionNode, DissentNode, GoalNode, VoiceNode } from '../schema.ts';
import { rightAt } from '../text-state.ts';
import { Chip } from './Chip.tsx';
import { DecisionActs, DecisionName, DissentBy } from './Decision.tsx';
import { GoalRing, GoalState } from './GoalState.tsx';
import { type Block, inlineView, textBlockView } from './node-view.tsx';
import { VoiceOriginal, VoiceSpeaker } from './Voice.tsx';

/** Call inside the editor component: views are children of `chrome.owner`. */
export function blocksWithViews(chrome: Chrome): BlockNodes {
  const { t } = useMessages();
  const words = { contentTag: 'p' } as const;

  const goal = GoalNode.extend({
    addNodeView() {
      const right = (block: Block) => rightAt(this.editor.state.doc, block.position() ?? 0);
      return textBlockView(chrome, {
        ...words,
        name: 'goal',
        contentClass: 'goal-w',
        placeholder: () => t('plan.goal.placeholder'),
        before: (block) => <GoalRing block={block} chrome={chrome} />,
        after: (block) => <GoalState block={block} chrome={chrome} rightHere={() => right(block)} />,
      });
    },
  });

  const voice = VoiceNode.extend({
    addNodeView: () =>
      textBlockView(chrome, {
        ...words,
        name: 'voice',
        contentClass: 'voice-w',
        placeholder: () => t('plan.voice.translation'),
        before: (block) => <VoiceOriginal block={block} chrome={chrome} />,
        after: (block) => <VoiceSpeaker block={block} chrome={chrome} />,
      }),
  });

  const decision = DecisionNode.extend({
    addNodeView() {
      return textBlockView(chrome, {
        ...words,
        name: 'decision',
        contentClass: 'decision-w',
        placeholder: () => t('minutes.decisionPlaceholder'),
        before: () => <DecisionName />,
        after: (block) => <DecisionActsOf block={block} chrome={chrome} editor={this.editor} />,
      });
    },
    addKeyboardShortcuts() {
      return { 'Mod-Alt-c': () => makeTaskOfDecisionHere(this.editor, chrome) };
    },
  });

  const dissent = DissentNode.extend({
    addNodeView: () =>
      textBlockView(chrome, {
        ...words,
        name: 'dissent',
        contentClass: 'dissent-w',
        placeholder: () => t('minutes.dissentPlaceholder'),
        before: (block) => <DissentBy block={block} chrome={chrome} />,
      }),
  });

  const chip = ChipNode.extend({
    addNodeView: () => inlineView(chrome, (block) => <Chip block={block} chrome={chrome} />),
    addKeyboardShortcuts() {
      return { Enter: () => openSelectedChip(this.editor, chrome) };
    },
  });

  return { goal, voice, decision, dissent, chip };
}

function DecisionActsOf(props: { block: Block; chrome: Chrome; editor: Editor }) {
  const make = (kind: RecordKind) => () =>
    makeRecordOfDecision(props.editor, props.chrome, kind, String(props.block.node().attrs.decisionId));
  return (
    <DecisionActs
      block={props.block}
      chrome={props.chrome}
      onTask={make('task')}
      onReferral={make('referral')}
      onGoal={make('goal')}
    />
  );
}

/** From the keyboard while writing: the decision the caret is in, unless it has its task. */
function makeTaskOfDecisionHere(editor: Editor, chrome: Chrome): boolean {
  const { parent } = editor.state.selection.$from;
  if (parent.type.name !== 'decision' || parent.attrs.taskId || !chrome.records.onMakeTask) return false;
  makeRecordOfDecision(editor, chrome, 'task', String(parent.attrs.decisionId));
  return true;
}

/** Arrows select a chip as a whole; Enter then opens its record. */
function openSelectedChip(editor: Editor, chrome: Chrome): boolean {
  const { selection } = editor.state;
  if (!('node' in selection) || editor.state.doc.nodeAt(selection.from)?.type.name !== 'chip') return false;
  const { kind, ref } = editor.getAttributes('chip');
  chrome.records.onOpenChip?.(kind, ref);
  return true;
}
