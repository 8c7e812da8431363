/** The acts of the selection bubble from the keyboard while writing: Mod-Alt or Mod-Shift and the act's letter. */
import { Extension } from '@tiptap/core';
import { Plugin, PluginKey } from '@tiptap/pm/state';
export const actKeys = (acts) => Extension.create({
    name: 'actKeys',
    addProseMirrorPlugins() {
        return [
            new Plugin({
                key: new PluginKey('actKeys'),
                props: {
                    handleKeyDown(view, event) {
                        const withMod = (event.ctrlKey || event.metaKey) && (event.altKey || event.shiftKey);
                        if (!withMod || view.state.selection.empty)
                            return false;
                        const act = acts().find(({ key }) => event.code === `Key${key}`);
                        if (!act)
                            return false;
                        event.preventDefault();
                        act.run();
                        return true;
                    },
                },
            }),
        ];
    },
});
