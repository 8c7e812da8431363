/**
 * What a colleague wrote is shown, whatever becomes of one's own selection. y-tiptap puts the selection back after
 * each change it hears, and looks for where it stood in a text that may be shorter by now; when that place is gone it
 * throws, the editor keeps showing the text of before, and its next key would write that over the colleague's words.
 * So a change that breaks on the selection is shown once more without one.
 */
import { Extension } from '@tiptap/core';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { ySyncPluginKey } from '@tiptap/y-tiptap';
export const heardChangesKey = new PluginKey('heardChanges');
/** Comes after Collaboration, which has begun to listen by then. */
export const HeardChanges = Extension.create({
    name: 'heardChanges',
    priority: 1,
    addProseMirrorPlugins: () => [
        new Plugin({
            key: heardChangesKey,
            view: (view) => {
                const binding = ySyncPluginKey.getState(view.state)?.binding;
                if (binding)
                    showWhateverIsHeard(binding);
                return {};
            },
        }),
    ],
});
/** In the place of the binding's own listener, which it takes off itself when it ends. */
function showWhateverIsHeard(binding) {
    const show = binding._observeFunction;
    const listener = (events, transaction) => {
        try {
            show(events, transaction);
        }
        catch (error) {
            if (!(error instanceof RangeError))
                throw error;
            binding.beforeTransactionSelection = null;
            show(events, transaction);
        }
    };
    binding.type.unobserveDeep(show);
    binding._observeFunction = listener;
    binding.type.observeDeep(listener);
}
