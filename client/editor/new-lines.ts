/**
 * Enter before the first word of a line puts an empty line there, and leaves the line as it is. Tiptap would empty the
 * line and write its words again below: annotations would lose them, and two people who do it at the same moment would
 * leave the words there twice. Enter after the last word only adds a line already; between two words somebody's half
 * has to be written again.
 */
import { Extension } from '@tiptap/core';
import type { EditorState, Transaction } from '@tiptap/pm/state';

/** Comes before whatever else Enter means in a block of ours. */
export const NewLines = Extension.create({
  name: 'newLines',
  priority: 210,
  addKeyboardShortcuts() {
    return {
      Enter: () => this.editor.commands.command(({ tr, state, dispatch }) => lineAbove(tr, state, dispatch)),
    };
  },
});

/** False where Enter means something else. */
export function lineAbove(tr: Transaction, { selection, schema }: EditorState, dispatch: unknown): boolean {
  const { $from, empty } = selection;
  const { paragraph, listItem } = schema.nodes;
  if (!paragraph || !empty || !$from.parent.isTextblock) return false;
  if ($from.parentOffset > 0 || $from.parent.content.size === 0) return false;
  const isItem = $from.depth > 1 && $from.node(-1).type === listItem;
  if (isItem && $from.index(-1) > 0) return false;
  if (!dispatch) return true;
  const line = isItem ? $from.node(-1).type.create(null, paragraph.create()) : paragraph.create();
  tr.insert(isItem ? $from.before(-1) : $from.before(), line).scrollIntoView();
  return true;
}
