/**
 * What a person does to the text beyond typing: set a goal, write down a decision, turn words into a task. Acts that
 * make a record ask the page, and put the chip where the words were, wherever that is by then.
 */
import type { Editor } from '@tiptap/core';
import type { Node as TextNode } from '@tiptap/pm/model';
import { z } from 'zod';
import type { DecisionSettled } from '../../shared/documents/minutes.ts';
import type { ChipKind } from '../../shared/documents/rich-text.ts';
import { GoalId, newId, TaskId } from '../../shared/ids.ts';
import { fromRelative, type Range, toRelative, wordsBetween } from './anchors.ts';
import type { Chrome, InsertChip } from './chrome.ts';
import { rightAt, sectionsOf, textStateOf } from './text-state.ts';

export type RecordKind = 'task' | 'referral' | 'goal';

const ask = (chrome: Chrome, kind: RecordKind) =>
  ({
    task: chrome.records.onMakeTask,
    referral: chrome.records.onMakeReferral,
    goal: chrome.records.onMakeGoal,
  })[kind];

/** "Make this a task": from the selection, or from where the caret is. */
export function makeRecord(
  editor: Editor,
  chrome: Chrome,
  kind: RecordKind,
  range: Range = editor.state.selection,
) {
  const { doc } = editor.state;
  ask(
    chrome,
    kind,
  )?.({
    quote: wordsBetween(doc, range).trim(),
    right: rightAt(doc, range.from),
    decisionId: undefined,
    insertChip: chipAt(editor, kind, range.to),
    back: wayBack(editor),
  });
}

/** A dialog that closes gives the focus to nothing: it comes back here, if it was here when the dialog was asked for. */
function wayBack(editor: Editor): () => void {
  if (!editor.view.hasFocus()) return () => undefined;
  return () => {
    // Once the dialog has let go of it.
    setTimeout(() => {
      if (!editor.isDestroyed) editor.view.focus();
    }, afterDialogMs);
  };
}

const afterDialogMs = 60;

/** Remembers a place by the words around it, not by number: others go on writing while a dialog is open. */
function chipAt(editor: Editor, kind: RecordKind, position: number): InsertChip {
  const text = textStateOf(editor.state);
  const place = text && toRelative(text, position);
  return (ref, label) => {
    const now = textStateOf(editor.state);
    const at = now && place ? fromRelative(now, place) : null;
    insertChip(editor, at ?? editor.state.selection.to, { kind, ref, label });
  };
}

export type NewChip = { readonly kind: ChipKind; readonly ref: string; readonly label: string };

/** Sets a chip with a space before it where words would touch it. */
export function insertChip(editor: Editor, position: number, chip: NewChip): void {
  editor.commands.command(({ tr, state }) => {
    const at = Math.min(Math.max(position, 0), tr.doc.content.size);
    const before = tr.doc.resolve(at).nodeBefore;
    const touches = before?.isText && !/\s$/u.test(before.text ?? '');
    const node = state.schema.nodes.chip?.create(chip);
    if (!node) return false;
    tr.insert(at, touches ? [state.schema.text(' '), node] : node);
    return true;
  });
}

/** The block of a decision, wherever it stands. */
export function findDecision(
  doc: TextNode,
  decisionId: string,
): { node: TextNode; position: number } | undefined {
  let found: { node: TextNode; position: number } | undefined;
  doc.descendants((node, position) => {
    if (node.type.name === 'decision' && node.attrs.decisionId === decisionId) found ??= { node, position };
    return !found && !node.isTextblock;
  });
  return found;
}

/** One gesture from a decision to its task. The task is linked both ways: its source here, its id on the block (X4). */
export function makeRecordOfDecision(
  editor: Editor,
  chrome: Chrome,
  kind: RecordKind,
  decisionId: string,
): void {
  const decision = findDecision(editor.state.doc, decisionId);
  if (!decision) return;
  ask(
    chrome,
    kind,
  )?.({
    quote: decision.node.textContent.trim(),
    right: rightAt(editor.state.doc, decision.position),
    decisionId,
    insertChip: (ref, label) => linkDecision(editor, decisionId, { kind, ref, label }),
    back: wayBack(editor),
  });
}

function linkDecision(editor: Editor, decisionId: string, chip: NewChip): void {
  const decision = findDecision(editor.state.doc, decisionId);
  if (!decision) return;
  const { position, node } = decision;
  if (TaskId.safeParse(chip.ref).success && chip.kind === 'task')
    editor.commands.command(({ tr }) => Boolean(tr.setNodeAttribute(position, 'taskId', chip.ref)));
  else if (chip.kind === 'referral' || chip.kind === 'goal') settleDecision(editor, decisionId, chip.kind);
  insertChip(editor, position + 1 + node.content.size, chip);
}

/** Says what became of a decision that is no task; null takes it back. */
export function settleDecision(editor: Editor, decisionId: string, settled: DecisionSettled | null): void {
  const decision = findDecision(editor.state.doc, decisionId);
  if (!decision) return;
  editor.commands.command(({ tr }) => Boolean(tr.setNodeAttribute(decision.position, 'settled', settled)));
}

/** A decision about the regia is settled by its proposal. */
export const proposeLeadOf = (editor: Editor, chrome: Chrome, decisionId: string): void =>
  chrome.records.onProposeLead?.(() => settleDecision(editor, decisionId, 'lead'), wayBack(editor));

/** At the end of a section, with the caret in it: where the family's words or a decision of that point belong. */
export function addBlock(
  editor: Editor,
  name: 'voice' | 'decision' | 'dissent',
  sectionKey: string | undefined,
): void {
  const place = endOfSection(editor, sectionKey);
  const attrs = name === 'decision' ? { decisionId: newId(z.uuid()) } : {};
  editor
    .chain()
    .insertContentAt(place, { type: name, attrs })
    .setTextSelection(place.from + 1)
    .focus()
    .scrollIntoView()
    .run();
}

/** Words of somebody who doesn't write here, quoted under her name at the end of a point. */
export function addWords(editor: Editor, by: string, text: string, sectionKey: string | undefined): void {
  const [first = '', ...rest] = text.split(/\n+/).filter((line) => line.trim() !== '');
  const paragraph = (...content: object[]) => ({ type: 'paragraph', content });
  const quote = {
    type: 'blockquote',
    content: [
      paragraph({ type: 'text', text: `${by}: `, marks: [{ type: 'bold' }] }, { type: 'text', text: first }),
      ...rest.map((line) => paragraph({ type: 'text', text: line })),
    ],
  };
  editor.commands.insertContentAt(endOfSection(editor, sectionKey), quote, { updateSelection: false });
}

/** Where a block goes that is added to a point: behind its last one, in place of an empty line there. */
function endOfSection(editor: Editor, sectionKey: string | undefined): { from: number; to: number } {
  const { doc } = editor.state;
  const sections = sectionsOf(doc);
  const at = sections.findIndex(({ key }) => key === sectionKey);
  const next = at < 0 ? undefined : sections.slice(at + 1).find(({ level }) => level === 2);
  const end = next?.position ?? doc.content.size;
  const last = doc.resolve(end).nodeBefore;
  const isBare = last?.type.name === 'paragraph' && last.content.size === 0;
  return { from: isBare ? end - last.nodeSize : end, to: end };
}

/** Turns the block the caret is in into one of ours. */
export function turnInto(
  editor: Editor,
  chrome: Chrome,
  name: 'goal' | 'voice' | 'decision' | 'dissent',
): void {
  const attributes = name === 'decision' ? { decisionId: newId(z.uuid()) } : {};
  if (name !== 'goal') {
    editor.chain().focus().setNode(name, attributes).run();
    return;
  }
  const goalId = newId(GoalId);
  if (!editor.chain().focus().setNode('goal', { goalId }).run()) return;
  const { $from } = editor.state.selection;
  const right = rightAt(editor.state.doc, $from.pos);
  chrome.records.onNewGoal?.({ goalId, title: $from.parent.textContent.trim(), right });
}
