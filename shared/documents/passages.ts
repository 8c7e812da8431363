/**
 * A rich text as passages: its blocks with words, in reading order, and the places annotations hang on. Plain Yjs, so
 * every page and every test reads the same without an editor; client/editor/anchors.ts comes to the same words.
 */
import * as Y from 'yjs';
import { ContentLanguage } from '../languages.ts';
import { Right } from '../records/rights.ts';
import { maxQuote, type Thread } from './annotations.ts';
import { contentRoot, type NodeName, textOf } from './rich-text.ts';

/** Blocks that hold words themselves. */
const textBlocks = [
  'paragraph',
  'heading',
  'goal',
  'voice',
  'decision',
  'dissent',
] as const satisfies NodeName[];
export type PassageName = (typeof textBlocks)[number];

export type Passage = {
  /** Of the block in its document: the same on every replica, until the block is taken out. */
  readonly key: string;
  readonly name: PassageName;
  readonly level: 2 | 3 | undefined;
  readonly right: Right | undefined;
  readonly listed: boolean;
  readonly quoted: boolean;
  readonly words: string;
  /** As the block says; undefined: the language of the document. */
  readonly language: ContentLanguage | undefined;
  /** The family's own words, of which `words` are the rendering. */
  readonly voice: { readonly language: ContentLanguage; readonly original: string } | undefined;
  /** Where its words begin and end in all the words of the text. */
  readonly start: number;
  readonly end: number;
};

export type Anchored = Pick<Thread, 'from' | 'to' | 'quote'>;

/** Where an annotation's words stand now, and what they are. */
export type Hung = { readonly from: number; readonly to: number; readonly words: string };

export type Passages = {
  /** Those with words. */
  readonly list: readonly Passage[];
  /** A whole passage as what an annotation hangs on: it holds the block's two ends, so whatever is written in it is in it. */
  anchorOf(passage: Passage): Anchored;
  /** The passage that a position of Yjs is in. */
  at(position: Y.RelativePosition): Passage | undefined;
  /** By its places, or, when they are gone, by its words; null when those are gone too. */
  find(anchored: Anchored): Hung | null;
};

/** Without spaces and punctuation: a full stop alone is nothing to translate. */
export const lettersOf = (text: string): string => text.replace(/[^\p{L}\p{N}\p{M}]/gu, '');

export function readPassages(doc: Y.Doc): Passages {
  const root = doc.getXmlFragment(contentRoot);
  const flow = walk(root);
  const slice = (from: number, to: number): Hung => ({ from, to, words: flow.words.slice(from, to) });
  return {
    list: flow.passages.filter(({ words }) => lettersOf(words) !== ''),
    anchorOf(passage) {
      const block = flow.blocks.get(passage.key);
      if (!block) throw new Error('a passage belongs to the text it was read from');
      return {
        from: encode(Y.createRelativePositionFromTypeIndex(block, 0, -1)),
        to: encode(Y.createRelativePositionFromTypeIndex(block, block.length, 0)),
        quote: passage.words.slice(0, maxQuote),
      };
    },
    at(position) {
      const offset = offsetAt(doc, flow, position);
      return offset === null
        ? undefined
        : flow.passages.find(({ start, end }) => start <= offset && offset <= end);
    },
    find({ from, to, quote }) {
      const [start, end] = [offsetOf(doc, flow, from), offsetOf(doc, flow, to)];
      if (start !== null && end !== null && flow.words.slice(start, end).trim()) return slice(start, end);
      const at = quote.trim() ? flow.words.indexOf(quote) : -1;
      return at < 0 ? null : slice(at, at + quote.length);
    },
  };
}

type Parent = Y.XmlFragment | Y.XmlElement;

type Flow = {
  words: string;
  readonly passages: Passage[];
  readonly blocks: Map<string, Y.XmlElement>;
  /** Where each run of text begins. */
  readonly runs: Map<unknown, number>;
  /** Where each child of a parent begins, and after the last where the parent ends. */
  readonly children: Map<unknown, readonly number[]>;
};

function walk(root: Y.XmlFragment): Flow {
  const flow: Flow = { words: '', passages: [], blocks: new Map(), runs: new Map(), children: new Map() };
  let first = true;
  const visit = (parent: Parent, inside: { listed: boolean; quoted: boolean }) => {
    const starts: number[] = [];
    for (const child of parent.toArray()) {
      starts.push(flow.words.length);
      if (child instanceof Y.XmlText) {
        flow.runs.set(child, flow.words.length);
        flow.words += textOf(child);
      } else if (child instanceof Y.XmlElement && isTextBlock(child.nodeName)) {
        if (!first) flow.words += '\n';
        first = false;
        starts[starts.length - 1] = flow.words.length;
        const start = flow.words.length;
        visit(child, inside);
        keep(flow, child, child.nodeName, start, inside);
      } else if (child instanceof Y.XmlElement && child.nodeName === 'chip') flow.words += textOf(child);
      else if (child instanceof Y.XmlElement)
        visit(child, {
          listed: inside.listed || child.nodeName === 'listItem',
          quoted: inside.quoted || child.nodeName === 'blockquote',
        });
    }
    flow.children.set(parent, [...starts, flow.words.length]);
  };
  visit(root, { listed: false, quoted: false });
  return flow;
}

function keep(
  flow: Flow,
  block: Y.XmlElement,
  name: PassageName,
  start: number,
  inside: { listed: boolean; quoted: boolean },
): void {
  const id = block._item?.id;
  if (!id) return;
  const key = `${id.client}-${id.clock}`;
  const language = ContentLanguage.safeParse(block.getAttribute('lang')).data;
  flow.blocks.set(key, block);
  flow.passages.push({
    key,
    name,
    level: name === 'heading' ? (Number(block.getAttribute('level')) === 3 ? 3 : 2) : undefined,
    right: Right.safeParse(block.getAttribute('right')).data,
    ...inside,
    words: flow.words.slice(start),
    language,
    voice: name === 'voice' ? voiceOf(block) : undefined,
    start,
    end: flow.words.length,
  });
}

function voiceOf(block: Y.XmlElement): Passage['voice'] {
  const language = ContentLanguage.safeParse(block.getAttribute('language')).data;
  const original = String(block.getAttribute('original') ?? '').trim();
  return language && original ? { language, original } : undefined;
}

const isTextBlock = (name: string): name is PassageName => textBlocks.some((block) => block === name);

/** Null for what is no place in this text: taken out, of another epoch, or never one. */
function offsetOf(doc: Y.Doc, flow: Flow, encoded: string): number | null {
  try {
    const bytes = Uint8Array.from(atob(encoded), (character) => character.charCodeAt(0));
    return offsetAt(doc, flow, Y.decodeRelativePosition(bytes));
  } catch {
    return null;
  }
}

function offsetAt(doc: Y.Doc, flow: Flow, position: Y.RelativePosition): number | null {
  const at = Y.createAbsolutePositionFromRelativePosition(position, doc);
  if (!at) return null;
  const run = flow.runs.get(at.type);
  if (run !== undefined) return run + at.index;
  const children = flow.children.get(at.type);
  return children?.[Math.min(at.index, children.length - 1)] ?? null;
}

const encode = (position: Y.RelativePosition): string =>
  btoa(String.fromCharCode(...Y.encodeRelativePosition(position)));

/** Present in browsers and in Node alike; declared here because this room knows neither. */
declare const atob: (text: string) => string;
declare const btoa: (text: string) => string;
