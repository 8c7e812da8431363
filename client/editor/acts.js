import { z } from 'zod';
import { GoalId, newId, TaskId } from '../../shared/ids.ts';
import { fromRelative, toRelative, wordsBetween } from './anchors.ts';
import { rightAt, textStateOf } from './text-state.ts';
const ask = (chrome, kind) => kind === 'task' ? chrome.records.onMakeTask : chrome.records.onMakeReferral;
/** "Make this a task": from the selection, or from where the caret is. */
export function makeRecord(editor, chrome, kind, range = editor.state.selection) {
    const { doc } = editor.state;
    ask(chrome, kind)?.({
        quote: wordsBetween(doc, range).trim(),
        right: rightAt(doc, range.from),
        decisionId: undefined,
        insertChip: chipAt(editor, kind, range.to),
    });
}
/** Remembers a place by the words around it, not by number: others go on writing while a dialog is open. */
function chipAt(editor, kind, position) {
    const text = textStateOf(editor.state);
    const place = text && toRelative(text, position);
    return (ref, label) => {
        const now = textStateOf(editor.state);
        const at = now && place ? fromRelative(now, place) : null;
        insertChip(editor, at ?? editor.state.selection.to, { kind, ref, label });
    };
}
/** Sets a chip with a space before it where words would touch it. */
export function insertChip(editor, position, chip) {
    editor.commands.command(({ tr, state }) => {
        const at = Math.min(Math.max(position, 0), tr.doc.content.size);
        const before = tr.doc.resolve(at).nodeBefore;
        const touches = before?.isText && !/\s$/u.test(before.text ?? '');
        const node = state.schema.nodes.chip?.create(chip);
        if (!node)
            return false;
        tr.insert(at, touches ? [state.schema.text(' '), node] : node);
        return true;
    });
}
/** The block of a decision, wherever it stands. */
export function findDecision(doc, decisionId) {
    let found;
    doc.descendants((node, position) => {
        if (node.type.name === 'decision' && node.attrs.decisionId === decisionId)
            found ??= { node, position };
        return !found && !node.isTextblock;
    });
    return found;
}
/** One gesture from a decision to its task. The task is linked both ways: its source here, its id on the block (X4). */
export function makeRecordOfDecision(editor, chrome, kind, decisionId) {
    const decision = findDecision(editor.state.doc, decisionId);
    if (!decision)
        return;
    ask(chrome, kind)?.({
        quote: decision.node.textContent.trim(),
        right: rightAt(editor.state.doc, decision.position),
        decisionId,
        insertChip: (ref, label) => linkDecision(editor, decisionId, { kind, ref, label }),
    });
}
function linkDecision(editor, decisionId, chip) {
    const decision = findDecision(editor.state.doc, decisionId);
    if (!decision)
        return;
    const { position, node } = decision;
    if (TaskId.safeParse(chip.ref).success && chip.kind === 'task')
        editor.commands.command(({ tr }) => Boolean(tr.setNodeAttribute(position, 'taskId', chip.ref)));
    insertChip(editor, position + 1 + node.content.size, chip);
}
/** Turns the block the caret is in into one of ours. */
export function turnInto(editor, chrome, name) {
    const attributes = name === 'decision' ? { decisionId: newId(z.uuid()) } : {};
    if (name !== 'goal') {
        editor.chain().focus().setNode(name, attributes).run();
        return;
    }
    const goalId = newId(GoalId);
    if (!editor.chain().focus().setNode('goal', { goalId }).run())
        return;
    const { $from } = editor.state.selection;
    const right = rightAt(editor.state.doc, $from.pos);
    chrome.records.onNewGoal?.({ goalId, title: $from.parent.textContent.trim(), right });
}
