/**
 * After an undo y-tiptap puts the selection of long ago aside for a transaction that is already over, so that the next
 * one, usually a colleague's, puts the caret there, or breaks on a place that is gone; an editor that broke shows the
 * text of before, and its next key would write that over the colleague's words. So what was put aside is forgotten.
 */
import { Extension } from '@tiptap/core';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { ySyncPluginKey, yUndoPluginKey } from '@tiptap/y-tiptap';
export const settledUndoKey = new PluginKey('settledUndo');
/** Comes after Collaboration, whose listener puts the selection aside. */
export const SettledUndo = Extension.create({
    name: 'settledUndo',
    priority: 1,
    addProseMirrorPlugins: () => [
        new Plugin({
            key: settledUndoKey,
            view: (view) => {
                const manager = yUndoPluginKey.getState(view.state)?.undoManager;
                const forget = () => {
                    const binding = ySyncPluginKey.getState(view.state)?.binding;
                    // Inside a transaction (an undo within another change) it is still of use, and forgotten at its end.
                    if (binding && binding.doc._transaction === null)
                        binding.beforeTransactionSelection = null;
                };
                manager?.on('stack-item-popped', forget);
                return { destroy: () => manager?.off('stack-item-popped', forget) };
            },
        }),
    ],
});
