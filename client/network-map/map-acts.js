/**
 * Everything one can do to a map's document, with one's own undo. Each act is one step; a drag is one step however many
 * moves others saw of it. What others did is never undone.
 */
import { createSignal, onCleanup } from 'solid-js';
import * as Y from 'yjs';
import { z } from 'zod';
import { addNode, addTie, changeFields, MapNode, MapTie, mapNodes, mapTies, readNodes, readTies, removeNode, removeTie, } from '../../shared/documents/network-map.ts';
import { newId } from '../../shared/ids.ts';
/** Ends one undo step where the next act begins, never by the clock. */
const untilTold = Number.MAX_SAFE_INTEGER;
/** `unwritten` gives a place that is drawn but not yet in the document: a member someone added to the household. */
export function createMapActs(doc, unwritten) {
    const origin = { room: 'network-map' };
    const undoManager = new Y.UndoManager([mapNodes(doc), mapTies(doc)], {
        trackedOrigins: new Set([origin]),
        captureTimeout: untilTold,
    });
    const [canUndo, setCanUndo] = createSignal(false);
    const [canRedo, setCanRedo] = createSignal(false);
    const note = () => {
        setCanUndo(undoManager.canUndo());
        setCanRedo(undoManager.canRedo());
    };
    undoManager.on('stack-item-added', note);
    undoManager.on('stack-item-popped', note);
    onCleanup(() => undoManager.destroy());
    const inStep = (act) => doc.transact(act, origin);
    const inNewStep = (act) => {
        undoManager.stopCapturing();
        inStep(act);
    };
    const writeIfUnwritten = (key) => {
        const node = mapNodes(doc).has(key) ? undefined : unwritten(key);
        if (node)
            addNode(doc, key, MapNode.parse(node));
    };
    return {
        canUndo,
        canRedo,
        addNode(node) {
            const key = newId(z.uuid());
            inNewStep(() => addNode(doc, key, MapNode.parse(node)));
            return key;
        },
        addTie(tie) {
            const key = newId(z.uuid());
            inNewStep(() => {
                writeIfUnwritten(tie.source);
                writeIfUnwritten(tie.target);
                addTie(doc, key, MapTie.parse(tie));
            });
            return key;
        },
        /** A place that is awaited, and who needs it: one step. */
        addMissing(node, tie) {
            const key = newId(z.uuid());
            inNewStep(() => {
                writeIfUnwritten(tie.source);
                addNode(doc, key, MapNode.parse(node));
                addTie(doc, newId(z.uuid()), MapTie.parse({ ...tie, target: key }));
            });
            return key;
        },
        /** Only the given fields: what somebody else changes at the same moment stays theirs. */
        changeNode(key, change) {
            inNewStep(() => {
                writeIfUnwritten(key);
                const entry = mapNodes(doc).get(key);
                if (entry)
                    changeFields(entry, change);
            });
        },
        changeTie(key, change) {
            const entry = mapTies(doc).get(key);
            if (entry)
                inNewStep(() => changeFields(entry, change));
        },
        /** Where one undo step of moving begins; `move` then adds to it. */
        beginMove() {
            undoManager.stopCapturing();
        },
        move(key, { x, y }) {
            const entry = mapNodes(doc).get(key);
            if (entry)
                inStep(() => changeFields(entry, { x, y }));
        },
        removeNode(key) {
            const node = readNodes(doc).get(key);
            const ties = [...readTies(doc)].filter(([, tie]) => tie.source === key || tie.target === key);
            inNewStep(() => removeNode(doc, key));
            const restore = () => inNewStep(() => {
                if (node && !mapNodes(doc).has(key))
                    addNode(doc, key, node);
                for (const [tieKey, tie] of ties)
                    if (!mapTies(doc).has(tieKey))
                        addTie(doc, tieKey, tie);
            });
            return { ties: ties.length, restore };
        },
        removeTie(key) {
            const tie = readTies(doc).get(key);
            inNewStep(() => removeTie(doc, key));
            const restore = () => {
                if (tie && !mapTies(doc).has(key))
                    inNewStep(() => addTie(doc, key, tie));
            };
            return { ties: 1, restore };
        },
        undo() {
            undoManager.undo();
            note();
        },
        redo() {
            undoManager.redo();
            note();
        },
    };
}
