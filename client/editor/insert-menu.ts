/**
 * `/` and `@`: what the two menus offer, and how Tiptap's suggestion plugin drives one list drawn by InsertMenu.tsx.
 * The caret stays in the text; arrows, Enter, Tab and Escape go to the list while it is open.
 */
import { type Editor, Extension, type Range } from '@tiptap/core';
import { PluginKey } from '@tiptap/pm/state';
import { Suggestion, type SuggestionProps } from '@tiptap/suggestion';
import { type Accessor, createSignal } from 'solid-js';

export type InsertItem = {
  readonly id: string;
  readonly label: string;
  /** Other words one may type to find it. */
  readonly words?: string | undefined;
  readonly note?: string | undefined;
  /** Colours the mark of a person. */
  readonly personId?: string | undefined;
  /** The trigger and what was typed after it are gone when this runs. */
  readonly run: (editor: Editor) => void;
};

export type OpenMenu = {
  readonly items: readonly InsertItem[];
  readonly active: number;
  /** Where the trigger stands on the screen. */
  readonly place: DOMRect;
  choose(item: InsertItem): void;
};

export type InsertMenu = {
  readonly open: Accessor<OpenMenu | undefined>;
  readonly extension: Extension;
};

export type Offers = {
  readonly slash: () => readonly InsertItem[];
  readonly people: () => readonly InsertItem[];
};

const most = 11;

/** Items whose label or words hold what was typed, those that begin with it first; accents don't matter. */
export function matching(items: readonly InsertItem[], typed: string): InsertItem[] {
  const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const query = plain(typed);
  const rank = (item: InsertItem) => {
    if (plain(item.label).startsWith(query)) return 0;
    return plain(`${item.label} ${item.words ?? ''}`).includes(query) ? 1 : 2;
  };
  return items
    .map((item) => ({ item, rank: rank(item) }))
    .filter((ranked) => ranked.rank < 2)
    .sort((a, b) => a.rank - b.rank)
    .map((ranked) => ranked.item)
    .slice(0, most);
}

export function createInsertMenu(offers: Offers): InsertMenu {
  const [open, setOpen] = createSignal<OpenMenu>();

  const show = (props: SuggestionProps<InsertItem, InsertItem>, active: number) => {
    const place = props.clientRect?.();
    if (!place || props.items.length === 0) return setOpen(undefined);
    return setOpen({ items: props.items, active, place, choose: (item) => props.command(item) });
  };
  const onKey = (event: KeyboardEvent): boolean => {
    const menu = open();
    if (!menu) return false;
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const count = menu.items.length;
    if (step !== 0) setOpen({ ...menu, active: (menu.active + step + count) % count });
    const item = menu.items[menu.active];
    if ((event.key === 'Enter' || event.key === 'Tab') && item) menu.choose(item);
    return step !== 0 || event.key === 'Enter' || event.key === 'Tab';
  };
  const plugin = (editor: Editor, char: string, items: () => readonly InsertItem[]) =>
    Suggestion<InsertItem, InsertItem>({
      editor,
      char,
      pluginKey: new PluginKey(`insert${char}`),
      allowSpaces: char === '@',
      items: ({ query }) => matching(items(), query),
      command: ({ editor: at, range, props }: { editor: Editor; range: Range; props: InsertItem }) => {
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
