/**
 * Keys and pastes that must not copy a record: Enter inside a goal or a decision goes on in a paragraph, and a pasted
 * goal or decision is never a second block of the same record.
 */
import { Extension } from '@tiptap/core';
import { Fragment, Slice, type Node as TextNode } from '@tiptap/pm/model';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { z } from 'zod';
import { newId } from '../../shared/ids.ts';

const own = ['goal', 'voice', 'decision', 'dissent'];

export const BlockKeys = Extension.create({
  name: 'blockKeys',
  priority: 200,
  addKeyboardShortcuts() {
    return {
      Enter: () =>
        this.editor.commands.command(({ tr, state, dispatch }) => {
          const { $from, empty } = state.selection;
          const paragraph = state.schema.nodes.paragraph;
          if (
            !own.includes($from.parent.type.name) ||
            !paragraph ||
            (!empty && !$from.sameParent(state.selection.$to))
          )
            return false;
          if (!dispatch) return true;
          if ($from.parent.content.size === 0) tr.setBlockType($from.pos, $from.pos, paragraph);
          else tr.deleteSelection().split(tr.selection.from, 1, [{ type: paragraph }]);
          tr.scrollIntoView();
          return true;
        }),
      Backspace: () => {
        const { $from, empty } = this.editor.state.selection;
        if (!empty || $from.parentOffset > 0 || !own.includes($from.parent.type.name)) return false;
        return this.editor.commands.setParagraph();
      },
    };
  },
  addProseMirrorPlugins() {
    return [
      new Plugin({
        key: new PluginKey('blockPastes'),
        props: {
          transformPasted: (slice) => new Slice(freshBlocks(slice.content), slice.openStart, slice.openEnd),
        },
      }),
    ];
  },
});

const freshBlocks = (content: Fragment): Fragment => {
  const nodes: TextNode[] = [];
  content.forEach((node) => {
    nodes.push(freshBlock(node));
  });
  return Fragment.from(nodes);
};

function freshBlock(node: TextNode): TextNode {
  if (node.isText || node.isLeaf) return node;
  const content = freshBlocks(node.content);
  if (node.type.name === 'goal')
    return node.type.create({ ...node.attrs, goalId: null }, content, node.marks);
  if (node.type.name !== 'decision') return node.copy(content);
  return node.type.create(
    { ...node.attrs, decisionId: newId(z.uuid()), taskId: null, settled: null },
    content,
    node.marks,
  );
}
