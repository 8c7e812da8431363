/** The words of minutes as something to compare, hash and cut: by blocks, and by the points of the agenda. */
import * as Y from 'yjs';
import type { WordsBlock } from '../records/excerpts.ts';
import { minutesContent, readAttendance } from './minutes.ts';
import { textOf } from './rich-text.ts';

const kindOf: Readonly<Record<string, WordsBlock['kind']>> = {
  heading: 'heading',
  paragraph: 'paragraph',
  blockquote: 'quote',
  voice: 'voice',
  decision: 'decision',
  dissent: 'dissent',
  goal: 'goal',
};

/** What stands in the minutes, in reading order. A heading of level 2 opens a section, of a point or of none. */
export function blocksOf(doc: Y.Doc): WordsBlock[] {
  const blocks: WordsBlock[] = [];
  let pointId: string | null = null;
  for (const node of minutesContent(doc).toArray()) {
    if (!(node instanceof Y.XmlElement)) continue;
    if (node.nodeName === 'heading' && Number(attributeOf(node, 'level') ?? 2) === 2) {
      pointId = attributeOf(node, 'agenda');
    }
    const items = node.nodeName.endsWith('List') ? itemsOf(node) : [node];
    for (const item of items) blocks.push(blockOf(item, pointId));
  }
  return blocks;
}

function blockOf(node: Y.XmlElement, pointId: string | null): WordsBlock {
  const isHeading = node.nodeName === 'heading';
  return {
    kind: node.nodeName === 'listItem' ? 'item' : (kindOf[node.nodeName] ?? 'paragraph'),
    text: textOf(node).trim(),
    level: isHeading ? Number(attributeOf(node, 'level') ?? 2) : null,
    pointId,
    language: attributeOf(node, node.nodeName === 'voice' ? 'language' : 'lang'),
    original: attributeOf(node, 'original'),
  };
}

/** The items of a list and of the lists within it, each with its own words. */
function itemsOf(list: Y.XmlElement): Y.XmlElement[] {
  return list
    .toArray()
    .flatMap((node) =>
      node instanceof Y.XmlElement ? (node.nodeName.endsWith('List') ? itemsOf(node) : [node]) : [],
    );
}

function attributeOf(node: Y.XmlElement, name: string): string | null {
  const value: unknown = node.getAttribute(name);
  return typeof value === 'string' || typeof value === 'number' ? String(value) : null;
}

/** The sections of these points, and nothing else: whoever is given an excerpt gets no word more. */
export const excerptOf = (doc: Y.Doc, pointIds: readonly string[]): WordsBlock[] =>
  blocksOf(doc).filter(({ pointId }) => pointId !== null && pointIds.includes(pointId));

/**
 * The content as one text that is the same for the same words, marks and attributes, however they came about: the
 * document may be compacted or written anew in between.
 */
export const canonicalWords = (doc: Y.Doc): string =>
  JSON.stringify(minutesContent(doc).toArray().map(plain));

/** The same, with who was there. */
export const canonicalMinutes = (doc: Y.Doc): string =>
  JSON.stringify([
    minutesContent(doc).toArray().map(plain),
    [...readAttendance(doc)]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, { state, where, note }]) => [key, state, where ?? null, note ?? null]),
  ]);

function plain(node: Y.XmlElement | Y.XmlText | Y.XmlHook): unknown {
  if (node instanceof Y.XmlText) return node.toDelta().map(sorted);
  if (node instanceof Y.XmlHook) return null;
  return [node.nodeName, sorted(node.getAttributes()), node.toArray().map(plain)];
}

/** With its names in order, all the way down. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, inner]) => inner !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
}
