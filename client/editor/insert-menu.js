/**
 * `/` and `@`: what the two menus offer, and how Tiptap's suggestion plugin drives one list drawn by InsertMenu.tsx.
 * The caret stays in the text; arrows, Enter, Tab and Escape go to the list while it is open.
 */
import { Extension } from '@tiptap/core';
import { PluginKey } from '@tiptap/pm/state';
import { Suggestion } from '@tiptap/suggestion';
import { createSignal } from 'solid-js';
const most = 9;
/** Items whose label or words hold what was typed, those that begin with it first; accents don't matter. */
export function matching(items, typed) {
    const plain = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
    const query = plain(typed);
    const rank = (item) => {
        if (plain(item.label).startsWith(query))
            return 0;
        return plain(`${item.label} ${item.words ?? ''}`).includes(query) ? 1 : 2;
    };
    return items
        .map((item) => ({ item, rank: rank(item) }))
        .filter((ranked) => ranked.rank < 2)
        .sort((a, b) => a.rank - b.rank)
        .map((ranked) => ranked.item)
        .slice(0, most);
}
export function createInsertMenu(offers) {
    const [open, setOpen] = createSignal();
    const show = (props, active) => {
        const place = props.clientRect?.();
        if (!place || props.items.length === 0)
            return setOpen(undefined);
        return setOpen({ items: props.items, active, place, choose: (item) => props.command(item) });
    };
    const onKey = (event) => {
        const menu = open();
        if (!menu)
            return false;
        const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
        const count = menu.items.length;
        if (step !== 0)
            setOpen({ ...menu, active: (menu.active + step + count) % count });
        const item = menu.items[menu.active];
        if ((event.key === 'Enter' || event.key === 'Tab') && item)
            menu.choose(item);
        return step !== 0 || event.key === 'Enter' || event.key === 'Tab';
    };
    const plugin = (editor, char, items) => Suggestion({
        editor,
        char,
        pluginKey: new PluginKey(`insert${char}`),
        allowSpaces: char === '@',
        items: ({ query }) => matching(items(), query),
        command: ({ editor: at, range, props }) => {
            at.chain().focus().deleteRange(range).run();
            props.run(at);
        },
        render: () => ({
            onStart: (props) => show(props, 0),
            onUpdate: (props) => show(props, 0),
            onKeyDown: ({ event }) => onKey(event),
            onExit: () => setOpen(undefined),
        }),
    });
    return {
        open,
        extension: Extension.create({
            name: 'insertMenu',
            addProseMirrorPlugins() {
                return [plugin(this.editor, '/', offers.slash), plugin(this.editor, '@', offers.people)];
            },
        }),
    };
}
