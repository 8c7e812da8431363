/** Enter in the client's own editor, pressed by two people on replicas that meet afterwards. */
import type { Editor } from '@tiptap/core';
import { afterEach, expect, test } from 'vitest';
import * as Y from 'yjs';
import { lineAbove } from '../../../client/editor/new-lines.ts';
import { appendBlock, appendBulletList, contentRoot } from '../../../shared/documents/rich-text.ts';
import { createHeadlessEditor } from '../../support/faults-editor.ts';

const line = 'Gli obiettivi';
const contentOf = (doc: Y.Doc) => doc.getXmlFragment(contentRoot);
const closings: (() => void)[] = [];
afterEach(() => {
  for (const close of closings.splice(0)) close();
});

/** Two people at one text, with `write`'s block between two paragraphs. */
function twoAt(write: (content: Y.XmlFragment) => void) {
  const origin = new Y.Doc();
  appendBlock(contentOf(origin), 'paragraph', {}, ['Prima']);
  write(contentOf(origin));
  appendBlock(contentOf(origin), 'paragraph', {}, ['Dopo']);
  const sit = () => {
    const doc = new Y.Doc();
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(origin));
    const { editor, destroy } = createHeadlessEditor(contentOf(doc));
    closings.push(destroy);
    return { doc, editor };
  };
  return { one: sit(), two: sit() };
}
type Two = ReturnType<typeof twoAt>;

function meet({ one, two }: Two): string {
  const [missing, known] = [Y.encodeStateAsUpdate(one.doc), Y.encodeStateAsUpdate(two.doc)];
  Y.applyUpdate(two.doc, missing, 'remote');
  Y.applyUpdate(one.doc, known, 'remote');
  const said = contentOf(one.doc).toString();
  expect(contentOf(two.doc).toString()).toBe(said);
  return said;
}

function caretAt(editor: Editor, offset: number): void {
  let at = -1;
  editor.state.doc.descendants((node, position) => {
    if (node.isTextblock && node.textContent === line) at = position + 1 + offset;
  });
  editor.commands.setTextSelection(at);
}

const pressEnter = (editor: Editor): boolean =>
  editor.commands.first([
    ({ tr, state, dispatch }) => lineAbove(tr, state, dispatch),
    ({ commands }) => commands.splitListItem('listItem'),
    ({ commands }) => commands.splitBlock(),
  ]);

const places = {
  'a heading': (content: Y.XmlFragment) => void appendBlock(content, 'heading', { level: 2 }, [line]),
  'a paragraph': (content: Y.XmlFragment) => void appendBlock(content, 'paragraph', {}, [line]),
  'a decision': (content: Y.XmlFragment) =>
    void appendBlock(content, 'decision', { decisionId: crypto.randomUUID() }, [line]),
  'a list': (content: Y.XmlFragment) => void appendBulletList(content, [[line], ['Altro']]),
};

test.for(Object.entries(places))(
  'two who press Enter before or after the words of %s at the same moment leave them there once',
  ([, write]) => {
    for (const offset of [0, line.length]) {
      const two = twoAt(write);
      for (const { editor } of [two.one, two.two]) {
        caretAt(editor, offset);
        expect(pressEnter(editor)).toBe(true);
      }
      expect(meet(two).split(line).length - 1).toBe(1);
    }
  },
);

test.for(Object.entries(places))(
  'Enter before the first word of %s adds an empty line above it, and keeps what another writes in it meanwhile',
  ([, write]) => {
    const two = twoAt(write);
    const before = two.one.editor.state.doc.toJSON();
    caretAt(two.one.editor, 0);
    pressEnter(two.one.editor);
    expect(two.one.editor.state.selection.$from.parent.textContent).toBe(line);
    caretAt(two.two.editor, line.length);
    two.two.editor.view.dispatch(two.two.editor.state.tr.insertText(' di Nour'));
    const said = meet(two);
    expect(said).toContain('Gli obiettivi di Nour');
    expect(said.split('<paragraph></paragraph>').length - 1).toBe(1);
    two.one.editor.commands.undo();
    expect(meet(two)).toContain('Gli obiettivi di Nour');
    two.two.editor.commands.undo();
    meet(two);
    expect(two.one.editor.state.doc.toJSON()).toEqual(before);
  },
);

test('Enter in an empty line, or with words selected, is left to the editor', () => {
  const { one } = twoAt(places['a heading']);
  const mayAdd = () => one.editor.can().command(({ tr, state, dispatch }) => lineAbove(tr, state, dispatch));
  caretAt(one.editor, 0);
  expect(mayAdd()).toBe(true);
  const { from } = one.editor.state.selection;
  one.editor.commands.setTextSelection({ from, to: from + 3 });
  expect(mayAdd()).toBe(false);
  one.editor.commands.deleteRange({ from, to: from + line.length });
  expect(mayAdd()).toBe(false);
});
