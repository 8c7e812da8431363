/** Editors of one text on replicas of their own, that meet when they are told to, and what people do to a text in them. */
import type { Editor } from '@tiptap/core';
import { type Mark, Slice, type Node as TextNode } from '@tiptap/pm/model';
import * as Y from 'yjs';
import { createHeadlessEditor } from './faults-editor.ts';

export type Act = {
  readonly who: number;
  readonly what: number;
  /** Where, as a share of the text. */
  readonly at: number;
  readonly length: number;
  readonly to: number;
};

export type Room = {
  editor(who: number): Editor;
  act(act: Act): void;
  /** Everybody has everything. */
  meet(): void;
  close(): void;
};

const vocabulary =
  'casa nido stanza lettera firma marzo gennaio scuola vicina corso lavoro contratto affitto visita peso sonno latte rete tutor colloquio certificato domanda graduatoria bambino madre lingua treno documento sportello pediatra'.split(
    ' ',
  );

/** Numbers that look random and are the same again for the same seed (mulberry32). */
function numbers(seed: number): (below: number) => number {
  let state = seed + 0x9e3779b9;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % below;
  };
}

const named = (name: string) => ({ link: { href: `https://w.example/${name}` } });

/** Paragraphs of common words, each word with a name of its own. The last paragraph reads as the second does. */
export function writeStory(doc: Y.Doc, seed: number): void {
  const random = numbers(seed);
  doc.clientID = 1000;
  const paragraphs = Array.from({ length: 5 }, () =>
    Array.from({ length: 6 + random(10) }, () => vocabulary[random(vocabulary.length)] ?? ''),
  );
  doc.transact(() => {
    [...paragraphs, paragraphs[1] ?? []].forEach((words, block) => {
      const element = new Y.XmlElement('paragraph');
      doc.getXmlFragment('content').push([element]);
      const text = new Y.XmlText();
      element.push([text]);
      words.forEach((word, index) => {
        const plain = { link: null };
        if (index > 0) text.insert(text.length, ' ', plain);
        text.insert(text.length, word, named(`${block}-${index}`));
      });
    });
  });
}

export function createRoom(origin: Y.Doc, people: number, seed: number): Room {
  const random = numbers(seed + 1);
  const docs = Array.from({ length: people }, (_, who) => {
    const doc = new Y.Doc();
    // Yjs settles what was written in one place at the same time by these: the same each time, or no run is met again.
    doc.clientID = who + 1;
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(origin));
    return doc;
  });
  const headless = docs.map((doc) => createHeadlessEditor(doc.getXmlFragment('content')));
  const editor = (who: number): Editor => {
    const one = headless[who % people]?.editor;
    if (!one) throw new Error('somebody writes');
    return one;
  };
  const send = (from: Y.Doc, to: Y.Doc) =>
    Y.applyUpdate(to, Y.encodeStateAsUpdate(from, Y.encodeStateVector(to)), 'line');
  let newWords = 0;
  const word = (at: Editor): TextNode[] => {
    newWords += 1;
    const mark: Mark | undefined = at.schema.marks.link?.create(named(`new-${newWords}`).link);
    const words = vocabulary[random(vocabulary.length)] ?? '';
    return [at.schema.text(words, mark ? [mark] : []), at.schema.text(' ')];
  };

  return {
    editor,
    act({ who, what, at, length, to }) {
      const one = editor(who);
      const acts = [insert, insert, remove, remove, split, join, moveBlock, cutAndPaste, mend];
      const does = acts[what];
      if (does) does(one, at, length, to, word);
      else {
        const [a, b] = [docs[who % people], docs[(who + 1 + (length % (people - 1))) % people]];
        if (a && b) {
          send(a, b);
          send(b, a);
        }
      }
    },
    meet() {
      const [first, ...others] = docs;
      for (let round = 0; first && round < 2; round += 1) {
        for (const other of others) send(other, first);
        for (const other of others) send(first, other);
      }
    },
    close() {
      for (const one of headless) one.destroy();
      for (const doc of docs) doc.destroy();
    },
  };
}

/** The Yjs id of each letter, white space aside, in reading order. */
export function idsOf(type: Y.XmlFragment | Y.XmlElement | Y.XmlText): string[] {
  const ids: string[] = [];
  for (let item = type._first; item; item = item.right) {
    if (item.deleted) continue;
    const { content, id } = item;
    const inner: unknown = content instanceof Y.ContentType ? content.type : undefined;
    if (inner instanceof Y.XmlElement || inner instanceof Y.XmlText)
      for (const one of idsOf(inner)) ids.push(one);
    if (content instanceof Y.ContentString)
      [...content.str].forEach((letter, at) => {
        if (letter.trim()) ids.push(`${id.client}:${id.clock + at}`);
      });
  }
  return ids;
}

type Word = (at: Editor) => TextNode[];
type Does = (editor: Editor, at: number, length: number, to: number, word: Word) => void;

/** A place where a letter may stand. */
function placeIn(doc: TextNode, share: number): number {
  const at = Math.max(1, Math.min(doc.content.size - 1, Math.floor(share * doc.content.size)));
  const resolved = doc.resolve(at);
  return resolved.parent.isTextblock ? at : Math.min(doc.content.size - 1, at + 1);
}

const insert: Does = (editor, at, length, _to, word) => {
  const place = placeIn(editor.state.doc, at);
  const words = Array.from({ length: 1 + (length % 3) }, () => word(editor)).flat();
  editor.view.dispatch(editor.state.tr.insert(place, words));
};

const remove: Does = (editor, at, length) => {
  const from = placeIn(editor.state.doc, at);
  const to = Math.min(editor.state.doc.content.size - 1, from + length);
  if (from < to) editor.view.dispatch(editor.state.tr.delete(from, to));
};

const split: Does = (editor, at) => {
  const place = placeIn(editor.state.doc, at);
  if (editor.state.doc.resolve(place).parent.isTextblock) editor.view.dispatch(editor.state.tr.split(place));
};

const join: Does = (editor, at) => {
  const { doc } = editor.state;
  const index = Math.min(doc.childCount - 1, Math.floor(at * doc.childCount));
  if (index < 1) return;
  let place = 0;
  for (let block = 0; block < index; block += 1) place += doc.child(block).nodeSize;
  editor.view.dispatch(editor.state.tr.join(place));
};

/** One transaction, as a drag is: the block is taken out and set in elsewhere. */
const moveBlock: Does = (editor, at, _length, to) => {
  const { doc, tr } = editor.state;
  if (doc.childCount < 2) return;
  const starts: number[] = [];
  doc.forEach((_node, position) => {
    starts.push(position);
  });
  const index = Math.min(doc.childCount - 1, Math.floor(at * doc.childCount));
  const node = doc.child(index);
  const place = starts[index] ?? 0;
  const target =
    [...starts, doc.content.size][Math.min(doc.childCount, Math.floor(to * (doc.childCount + 1)))] ?? 0;
  tr.delete(place, place + node.nodeSize);
  tr.insert(tr.mapping.map(target), node);
  editor.view.dispatch(tr);
};

const cutAndPaste: Does = (editor, at, length, to) => {
  const { doc } = editor.state;
  const from = placeIn(doc, at);
  const end = Math.min(doc.content.size - 1, from + length * 2);
  if (from >= end) return;
  const slice = doc.slice(from, end);
  editor.view.dispatch(editor.state.tr.delete(from, end));
  const place = placeIn(editor.state.doc, to);
  const closed =
    slice.content.childCount === 1 ? slice : new Slice(slice.content, slice.openStart, slice.openEnd);
  editor.view.dispatch(editor.state.tr.replace(place, place, closed));
};

/** A slip of the pen put right: one letter of a word is another now. */
const mend: Does = (editor, at) => {
  const place = placeIn(editor.state.doc, at);
  const { doc, tr } = editor.state;
  if (place + 1 > doc.content.size - 1 || doc.textBetween(place, place + 1).trim().length !== 1) return;
  editor.view.dispatch(tr.insertText('o', place, place + 1));
};
