/** What people do to rich text in the client's own editor: every command of its page, typing, copies and pastes. */
import { getSchema, type JSONContent } from '@tiptap/core';
import { Fragment, Slice, type Node as TextNode } from '@tiptap/pm/model';
import { TextSelection } from '@tiptap/pm/state';
import type * as Y from 'yjs';
import { putBackGoal } from '../../client/editor/goal-blocks.ts';
import { lineAbove } from '../../client/editor/new-lines.ts';
import { schemaExtensions } from '../../client/editor/schema.ts';
import { insertTemplate } from '../../client/editor/templates.ts';
import { GoalId, newId } from '../../shared/ids.ts';
import { Right } from '../../shared/records/rights.ts';
import { createHeadlessEditor, type HeadlessEditor } from './faults-editor.ts';
import type { Random } from './faults-random.ts';
import { type Actor, people, words } from './faults-words.ts';

const schema = getSchema(schemaExtensions());
const letters = [...'mare e monti يوم 家人'];
const longText = 'Una frase che si ripete nel verbale incollato da un altro programma. '.repeat(30);

export function createTextActor(doc: Y.Doc): Actor {
  const headless = createHeadlessEditor(doc.getXmlFragment('content'));
  return {
    act(random) {
      select(headless, random);
      random.pick(random.chance(0.6) ? typing : textActs)(headless, random);
    },
    destroy: headless.destroy,
  };
}

function select({ editor }: HeadlessEditor, random: Random): void {
  const { doc, tr } = editor.state;
  const { size } = doc.content;
  const from = random.below(size + 1);
  const length = random.chance(0.7) ? 0 : random.chance(0.9) ? random.below(30) : random.below(size + 1);
  const [anchor, head] = [from, Math.min(size, from + length)].map((at) => doc.resolve(wholeFrom(doc, at)));
  if (anchor !== undefined && head !== undefined) {
    editor.view.dispatch(tr.setSelection(TextSelection.between(anchor, head)));
  }
}

/** A caret never stands between the two halves of one character. */
function wholeFrom(doc: TextNode, at: number): number {
  const next = at < doc.content.size ? doc.textBetween(at, at + 1).charCodeAt(0) : Number.NaN;
  return next >= 0xdc00 && next <= 0xdfff ? at + 1 : at;
}

/** Each letter is an update of its own. */
function typeLetters({ editor }: HeadlessEditor, random: Random): void {
  for (let count = random.between(1, 20); count > 0; count--) {
    editor.view.dispatch(editor.state.tr.insertText(random.pick(letters)));
  }
}

type TextAct = (headless: HeadlessEditor, random: Random) => unknown;

const typing: readonly TextAct[] = [
  ({ editor }, random) => editor.commands.insertContent({ type: 'text', text: random.pick(words) }),
  ({ editor }, random) => editor.view.dispatch(editor.state.tr.insertText(random.pick(words))),
  typeLetters,
  typeLetters,
  typeLetters,
  ({ editor }) => editor.commands.deleteSelection(),
  ({ editor }) => {
    const { from, $from } = editor.state.selection;
    const before =
      $from.parentOffset > 0 ? [...$from.parent.textBetween(0, $from.parentOffset)].at(-1)?.length : 0;
    editor.view.dispatch(editor.state.tr.delete(wholeFrom(editor.state.doc, from - (before ?? 1)), from));
  },
  ({ editor }) =>
    editor.commands.first([
      ({ tr, state, dispatch }) => lineAbove(tr, state, dispatch),
      ({ commands }) => commands.splitBlock(),
    ]),
];

const textActs: readonly TextAct[] = [
  ({ editor }) => editor.commands.joinBackward(),
  ({ editor }) => editor.commands.joinForward(),
  ({ editor }) => editor.commands.splitListItem('listItem'),
  ({ editor }) => editor.commands.toggleBulletList(),
  ({ editor }) => editor.commands.toggleOrderedList(),
  ({ editor }) => editor.commands.sinkListItem('listItem'),
  ({ editor }) => editor.commands.liftListItem('listItem'),
  ({ editor }) => editor.commands.toggleBlockquote(),
  ({ editor }, random) => editor.commands.toggleHeading({ level: random.pick([2, 3] as const) }),
  ({ editor }, random) => editor.commands.setNode('heading', { level: 2, right: random.pick(Right.options) }),
  ({ editor }) => editor.commands.setParagraph(),
  ({ editor }) => editor.commands.toggleBold(),
  ({ editor }) => editor.commands.toggleItalic(),
  ({ editor }, random) =>
    editor.commands.setLink({
      href: random.pick(['https://example.org/a', 'mailto:a@example.org', 'tel:112']),
    }),
  ({ editor }) => editor.commands.unsetLink(),
  ({ editor }) => editor.commands.unsetAllMarks(),
  ({ editor }) => editor.commands.setHardBreak(),
  ({ editor }, random) =>
    editor.commands.updateAttributes('paragraph', { dir: random.pick(['rtl', 'ltr', null]) }),
  ({ editor }, random) =>
    editor.commands.updateAttributes('paragraph', { lang: random.pick(['ar', 'zh', null]) }),
  ({ editor }, random) => editor.commands.insertContent(randomBlock(random)),
  ({ editor }, random) => editor.commands.insertContentAt(editor.state.doc.content.size, randomBlock(random)),
  ({ editor }, random) =>
    putBackGoal(editor, { id: newId(GoalId), title: random.pick(words), right: random.pick(Right.options) }),
  ({ editor }, random) =>
    random.chance(0.2) && insertTemplate(editor, random.pick(['plan', 'agenda']), (key) => key),
  ({ editor }) => editor.commands.undo(),
  ({ editor }) => editor.commands.undo(),
  ({ editor }) => editor.commands.redo(),
  ({ editor }) => editor.commands.selectParentNode(),
  ({ editor }, random) => random.chance(0.05) && editor.chain().selectAll().deleteSelection().run(),
  // Copied here, pasted somewhere else.
  (headless, random) => {
    const { from, to } = headless.editor.state.selection;
    const copied = headless.editor.state.doc.slice(from, to);
    select(headless, random);
    headless.paste(copied);
  },
  (headless, random) => headless.paste(pastedFromElsewhere(random)),
];

function randomBlock(random: Random): JSONContent {
  const person = random.pick(people);
  const text = [
    { type: 'text', text: random.pick(words), marks: random.chance(0.3) ? [{ type: 'bold' }] : [] },
  ];
  return random.pick<JSONContent>([
    { type: 'goal', attrs: { goalId: newId(GoalId) }, content: text },
    { type: 'voice', attrs: { speaker: person, language: 'ar', original: 'كلام' }, content: text },
    { type: 'decision', attrs: { decisionId: newId(GoalId) }, content: text },
    { type: 'dissent', attrs: { who: person }, content: text },
    {
      type: 'paragraph',
      content: [{ type: 'chip', attrs: { kind: 'person', ref: person, label: 'Anna' } }, ...text],
    },
    { type: 'paragraph', content: text },
  ]);
}

/** Paragraphs, lists and titles, now and then a whole report of them. */
function pastedFromElsewhere(random: Random): Slice {
  const blocks: TextNode[] = [];
  const many = random.chance(0.03) ? random.between(50, 120) : random.between(1, 4);
  for (let count = 0; count < many; count++) {
    const text = many > 4 ? longText.slice(0, random.between(20, 1_500)) : random.pick(words);
    const paragraph = schema.node('paragraph', null, [schema.text(text)]);
    blocks.push(
      random.chance(0.2)
        ? schema.node('bulletList', null, [schema.node('listItem', null, [paragraph])])
        : random.chance(0.1)
          ? schema.node('heading', { level: 2 }, [schema.text(text)])
          : paragraph,
    );
  }
  const open = random.chance(0.5) && blocks[0]?.isTextblock && blocks.at(-1)?.isTextblock ? 1 : 0;
  return new Slice(Fragment.from(blocks), open, open);
}
