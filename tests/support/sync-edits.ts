/** Honest edits of every kind of document, made at random as pages make them: by real Y.Docs and by y-tiptap. */
import { Schema, type Node as TextNode } from '@tiptap/pm/model';
import { updateYFragment } from '@tiptap/y-tiptap';
import fc from 'fast-check';
import type * as Y from 'yjs';
import { Instant } from '../../shared/dates.ts';
import {
  addReply,
  addThread,
  readThreads,
  resolveThread,
  threads,
  threadText,
} from '../../shared/documents/annotations.ts';
import { attendance } from '../../shared/documents/minutes.ts';
import { addNode, addTie, changeFields, mapNodes, removeNode } from '../../shared/documents/network-map.ts';
import { PersonId } from '../../shared/ids.ts';

const person = PersonId.parse('0190a000-0000-7000-8000-000000000001');
const at = Instant.parse('2026-11-21T10:00:00.000Z');

/** A step an editor might take, chosen by a few random numbers. */
export type Step = {
  readonly at: number;
  readonly length: number;
  readonly what: number;
  readonly text: string;
};

export const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.record({
    at: fc.nat(1000),
    length: fc.nat(5),
    what: fc.nat(11),
    text: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }),
  }),
  { minLength: 1, maxLength: 30 },
);

const schema = new Schema({
  nodes: {
    doc: { content: 'block+' },
    paragraph: {
      group: 'block',
      content: 'inline*',
      attrs: { dir: { default: null }, lang: { default: null } },
    },
    heading: {
      group: 'block',
      content: 'inline*',
      attrs: { level: { default: 2 }, right: { default: null } },
    },
    blockquote: { group: 'block', content: 'block+' },
    bulletList: { group: 'block', content: 'listItem+' },
    listItem: { content: 'block+' },
    goal: { group: 'block', content: 'inline*', attrs: { goalId: { default: null } } },
    chip: { group: 'inline', inline: true, attrs: { kind: {}, ref: {}, label: {} } },
    hardBreak: { group: 'inline', inline: true },
    text: { group: 'inline' },
  },
  marks: {
    bold: {},
    italic: {},
    link: { attrs: { href: {}, target: { default: null }, class: { default: null } }, excludes: '' },
  },
});

const { nodes, marks } = schema;

function inlineOf({ what, text }: Step): TextNode[] {
  const words = schema.text(text);
  if (what % 4 === 1) return [words, schema.text('b', [schema.mark('bold')])];
  if (what % 4 === 2) {
    const links = ['https://example.org', 'mailto:a@example.org'].map((href) =>
      schema.mark('link', { href }),
    );
    return [words, schema.text('link', links.slice(0, 1 + (what % 2)))];
  }
  const chip = { kind: 'person', ref: person, label: 'Anna' };
  return what % 4 === 3 ? [words, schema.node('chip', chip), schema.node('hardBreak')] : [words];
}

function blockOf(step: Step): TextNode {
  const inline = inlineOf(step);
  const paragraph = schema.node('paragraph', step.what % 2 === 0 ? { dir: 'rtl', lang: 'ar' } : null, inline);
  switch (step.what % 5) {
    case 0:
      return paragraph;
    case 1:
      return schema.node('heading', { level: 3, right: 'health' }, inline);
    case 2:
      return schema.node('bulletList', null, [schema.node('listItem', null, [paragraph])]);
    case 3:
      return schema.node('goal', { goalId: person }, inline);
    default:
      return schema.node('blockquote', null, [paragraph]);
  }
}

/** What a page with the editor does to the plan: blocks are inserted, changed, taken away; y-tiptap writes the difference. */
export function createTextPage(doc: Y.Doc): (step: Step) => void {
  const fragment = doc.getXmlFragment('content');
  let blocks: TextNode[] = [];
  const meta = { mapping: new Map(), isOMark: new Map() };
  const write = (): void => {
    const content = blocks.length > 0 ? blocks : [schema.node('paragraph')];
    doc.transact(() => updateYFragment(doc, fragment, schema.node('doc', null, content), meta));
  };
  return (step) => {
    const at = step.at % (blocks.length + 1);
    const removed = step.what > 8 ? step.length : step.what > 5 ? 1 : 0;
    blocks = [...blocks.slice(0, at), blockOf(step), ...blocks.slice(at + removed)];
    if (step.what === 11) blocks = blocks.slice(1);
    write();
  };
}

/** Marks are known to the schema; named here so that a test can say so. */
export const knownNames = { nodes: Object.keys(nodes), marks: Object.keys(marks) };

/** What pages with the map do to it. */
export function editMap(doc: Y.Doc, { at: where, what, text }: Step): void {
  const keys = [...mapNodes(doc).keys()];
  const key = keys[where % (keys.length || 1)];
  if (key === undefined || what < 4) {
    addNode(doc, `n${where}`, { label: text, kind: 'person', ring: 'informal', x: where, y: -where });
  } else if (what < 8) {
    const entry = mapNodes(doc).get(key);
    if (entry !== undefined) changeFields(entry, { x: where / 3, label: text });
  } else if (what < 10) {
    const target = keys.at(-1) ?? key;
    const nature = { strength: 'strong', energy: 'mutual', network: 'primary' } as const;
    addTie(doc, `t${where}`, { source: key, target, ...nature, supports: ['emotional', 'material'] });
  } else removeNode(doc, key);
}

/** What pages with annotations do. */
/** In the author's own name, as pages do. */
export function editThreads(doc: Y.Doc, author: PersonId, { at: where, what, text }: Step): void {
  const key = [...readThreads(doc).keys()][where % (threads(doc).size || 1)];
  const written = { author, createdAt: at, language: 'it' } as const;
  if (key === undefined || what < 4) {
    addThread(doc, `k${where}`, { ...written, kind: 'comment', quote: text, from: 'AA==', to: 'AA==', text });
  } else if (what < 8) threadText(doc, key)?.insert(0, text);
  else if (what < 10) addReply(doc, key, { ...written, text });
  else resolveThread(doc, key, { by: author, at });
}

export function editAttendance(doc: Y.Doc, { at: where, text }: Step): void {
  attendance(doc).set(`guest ${where}`, { state: 'present', note: text });
}
