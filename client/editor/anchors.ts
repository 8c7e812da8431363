/**
 * Places in a shared text that outlive edits: two Yjs relative positions and the words between them. When the positions
 * no longer resolve (the words were deleted, or the document was rebuilt), the words are looked for again.
 */
import type { Node as TextNode } from '@tiptap/pm/model';
import { absolutePositionToRelativePosition, relativePositionToAbsolutePosition } from '@tiptap/y-tiptap';
import * as Y from 'yjs';

/** Which editor node stands for which Yjs type: from the sync plugin, or `initProseMirrorDoc`. */
export type Mapping = Parameters<typeof absolutePositionToRelativePosition>[2];

/** One state of the text: the Yjs fragment, and the editor's document made from it. */
export type TextState = {
  readonly fragment: Y.XmlFragment;
  readonly node: TextNode;
  readonly mapping: Mapping;
};

export type Range = { readonly from: number; readonly to: number };

/** As shared/documents/annotations.ts keeps it. */
export type Anchor = { readonly from: string; readonly to: string; readonly quote: string };

export type Found =
  | ({ readonly by: 'position' | 'quote' } & Range)
  /** The words are gone from the text: shown apart, with their quote. */
  | { readonly by: 'nothing' };

const maxQuote = 2000;

export function anchorAt(text: TextState, range: Range): Anchor {
  return {
    from: encode(holdingNext(text, toRelative(text, range.from))),
    to: encode(toRelative(text, range.to)),
    quote: wordsBetween(text.node, range).slice(0, maxQuote),
  };
}

/** Where the anchor is now: first by its positions, then by its words. */
export function findAnchor(text: TextState, anchor: Anchor): Found {
  const from = toAbsolute(text, anchor.from);
  const to = toAbsolute(text, anchor.to);
  if (from !== null && to !== null && from < to && wordsBetween(text.node, { from, to }).trim())
    return { by: 'position', from, to };
  const range = findQuote(text.node, anchor.quote);
  return range ? { by: 'quote', ...range } : { by: 'nothing' };
}

/**
 * The editor's positions hold on to the letter before them. An anchor begins with its own first letter: what is written
 * right before the words isn't annotated.
 */
function holdingNext(text: TextState, position: Y.RelativePosition): Y.RelativePosition {
  const { doc } = text.fragment;
  const at = doc && Y.createAbsolutePositionFromRelativePosition(position, doc);
  if (!at || !(at.type instanceof Y.XmlText) || at.index >= at.type.length) return position;
  return Y.createRelativePositionFromTypeIndex(at.type, at.index, 0);
}

/** One place, for what is inserted later: a chip made by a dialog that takes a minute. */
export const toRelative = (text: TextState, position: number): Y.RelativePosition =>
  absolutePositionToRelativePosition(position, text.fragment, text.mapping);

export function fromRelative(text: TextState, position: Y.RelativePosition): number | null {
  const { doc } = text.fragment;
  return doc ? relativePositionToAbsolutePosition(doc, text.fragment, position, text.mapping) : null;
}

/** The words of a range; blocks parted by a line break, chips by what they are called. */
export const wordsBetween = (node: TextNode, { from, to }: Range): string =>
  node.textBetween(from, to, '\n', labelOf);

/** The first place where exactly these words stand. */
export function findQuote(node: TextNode, quote: string): Range | null {
  if (!quote.trim()) return null;
  let words = '';
  const starts: number[] = [];
  const ends: number[] = [];
  const put = (text: string, start: number, wide: number) => {
    for (let i = 0; i < text.length; i += 1) {
      starts.push(wide ? start : start + i);
      ends.push(wide ? start + wide : start + i + 1);
    }
    words += text;
  };
  node.descendants((child, position) => {
    if (child.isTextblock && words) put('\n', position, 1);
    if (child.isText) put(child.text ?? '', position, 0);
    else if (child.isLeaf) put(labelOf(child), position, child.nodeSize);
  });
  const at = words.indexOf(quote);
  const from = starts[at];
  const to = ends[at + quote.length - 1];
  return at < 0 || from === undefined || to === undefined ? null : { from, to };
}

const labelOf = (node: TextNode): string => (node.type.name === 'chip' ? String(node.attrs.label ?? '') : '');

const encode = (position: Y.RelativePosition): string =>
  btoa(String.fromCharCode(...Y.encodeRelativePosition(position)));

/** Null for what is no position of this text, as another release or another epoch may have written it. */
function toAbsolute(text: TextState, encoded: string): number | null {
  try {
    const bytes = Uint8Array.from(atob(encoded), (character) => character.charCodeAt(0));
    return fromRelative(text, Y.decodeRelativePosition(bytes));
  } catch {
    return null;
  }
}
