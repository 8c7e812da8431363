import { keepOutside } from './geometry/projection.ts';
/** Pixels on the stage per press of an arrow key. */
const nudge = 8;
const bigNudge = 40;
const arrows = {
    ArrowLeft: { x: -1, y: 0 },
    ArrowRight: { x: 1, y: 0 },
    ArrowUp: { x: 0, y: -1 },
    ArrowDown: { x: 0, y: 1 },
};
const isWriting = (target) => target instanceof HTMLElement &&
    (target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName));
export function createCommands(room, describe, t, announce) {
    const editable = () => room.props.editable;
    const selectedNode = () => {
        const selected = room.selection();
        return selected?.kind === 'node' ? selected.key : undefined;
    };
    const addNode = () => editable() && room.setDialog({ kind: 'add-node' });
    const addTie = (key = selectedNode()) => {
        if (!editable())
            return;
        const member = key !== undefined && room.isMember(key);
        room.setDialog({
            kind: 'add-tie',
            source: member ? key : room.indexKey(),
            target: member ? undefined : key,
        });
    };
    const addMissing = () => {
        const key = selectedNode();
        if (editable())
            room.setDialog({ kind: 'add-missing', who: key && room.isMember(key) ? key : room.indexKey() });
    };
    const editNode = (key) => editable() && room.setDialog({ kind: 'edit-node', key });
    const editTie = (key) => editable() && room.setDialog({ kind: 'edit-tie', key });
    const removed = (text, restore) => {
        room.setSelection(null);
        announce(text);
        room.props.onRemoved(text, restore);
    };
    const removeNode = (key) => {
        if (!editable() || room.isMember(key) || !room.nodeOf(key))
            return;
        const name = describe.nameOf(key);
        const { ties, restore } = room.acts.removeNode(key);
        removed(t('map.removedNode', { name, ties }), restore);
    };
    const removeTie = (key) => {
        const tie = room.tieOf(key);
        if (!editable() || !tie)
            return;
        const name = describe.nameOf(room.isMember(tie.source) ? tie.target : tie.source);
        removed(t('map.removedTie', { name }), room.acts.removeTie(key).restore);
    };
    const removeSelected = () => {
        const selected = room.selection();
        if (selected?.kind === 'tie')
            removeTie(selected.key);
        else if (selected)
            removeNode(selected.key);
    };
    const undo = () => {
        if (!editable() || !room.acts.canUndo())
            return;
        room.acts.undo();
        announce(t('map.undone'));
    };
    const redo = () => {
        if (!editable() || !room.acts.canRedo())
            return;
        room.acts.redo();
        announce(t('map.redone'));
    };
    /** Moves a focused place; a run of presses on one key of the keyboard is one undo step. */
    const nudgeNode = (key, event) => {
        const arrow = arrows[event.key];
        const point = room.stagePoint(key);
        if (!arrow || !point || !editable() || room.isMember(key))
            return false;
        const by = event.shiftKey ? bigNudge : nudge;
        const moved = { x: point.x + arrow.x * by, y: point.y + arrow.y * by };
        if (!event.repeat)
            room.acts.beginMove();
        const target = keepOutside(room.projection().toDrawing(moved));
        room.glide.put(key, target);
        room.acts.move(key, target);
        return true;
    };
    const letters = { n: addNode, l: addTie, m: addMissing };
    const keys = { Delete: removeSelected, Backspace: removeSelected };
    /** Keys that work anywhere on the map but in a field or a dialog. */
    const handleKey = (event) => {
        if (event.defaultPrevented || room.dialog() || isWriting(event.target))
            return;
        const command = event.ctrlKey || event.metaKey;
        if (command && !event.altKey && event.key.toLowerCase() === 'z') {
            event.preventDefault();
            if (event.shiftKey)
                redo();
            else
                undo();
            return;
        }
        if (command || event.altKey || !editable())
            return;
        const act = letters[event.key.toLowerCase()] ?? keys[event.key];
        if (!act)
            return;
        event.preventDefault();
        act();
    };
    return {
        addNode,
        addTie,
        addMissing,
        editNode,
        editTie,
        removeNode,
        removeTie,
        undo,
        redo,
        nudgeNode,
        handleKey,
    };
}
