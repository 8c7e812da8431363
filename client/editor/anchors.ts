/**
 * Places in a shared text that outlive edits: two Yjs relative positions, the words between them, and a few words before
 * and after. Positions follow letters while these live; but a split, a join, a move or a cut and paste writes the letters
 * anew, and a rebuilt document all of them. So what the positions say counts only while the words say the same, and else
 * the words are looked for again, by their quote and by what stood around it (as W3C Web Annotation's TextQuoteSelector
 * does). What can't be told apart from other words that read alike is not guessed: it is found nowhere.
 */
import type { Node as TextNode } from '@tiptap/pm/model';
import { absolutePositionToRelativePosition, relativePositionToAbsolutePosition } from '@tiptap/y-tiptap';
import * as Y from 'yjs';
import { fromBase64, toBase64 } from './anchor-known.ts';
import { knowLetters, ownLetters } from './anchor-letters.ts';
import {
  likeness,
  lookAgain,
  lookNearby,
  mostly,
  placesAlike,
  soughtAt,
  standsHere,
  surely,
} from './anchor-search.ts';
import { bare, labelOf, lettersOf } from './anchor-words.ts';

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
export type Anchor = {
  readonly from: string;
  readonly to: string;
  readonly quote: string;
  readonly before?: string | undefined;
  readonly after?: string | undefined;
  readonly alike?: number | undefined;
  readonly letters?: string | undefined;
};

export type Found =
  | ({ readonly by: 'position' | 'quote' } & Range)
  /** The words are gone from the text: shown apart, with their quote. */
  | { readonly by: 'nothing' };

const maxQuote = 2000;
/** Of what stands before and after. */
const maxAround = 48;

export function anchorAt(text: TextState, range: Range): Anchor {
  const { node } = text;
  const quote = wordsBetween(node, range).slice(0, maxQuote);
  const before = wordsBetween(node, { from: Math.max(0, range.from - maxAround), to: range.from });
  const after = wordsBetween(node, {
    from: range.to,
    to: Math.min(node.content.size, range.to + maxAround),
  });
  const around = { before: before.slice(-maxAround), after: after.slice(0, maxAround) };
  const letters = lettersOf(node);
  const sought = soughtAt({ quote, ...around });
  const first = letters.before(range.from);
  const own = { from: first, to: first + sought.quote.length };
  const elsewhere = placesAlike(letters, sought, own);
  return {
    from: toBase64(Y.encodeRelativePosition(holdingNext(text, toRelative(text, range.from)))),
    to: toBase64(Y.encodeRelativePosition(toRelative(text, range.to))),
    quote,
    ...around,
    alike: likeness(letters, sought, elsewhere),
    letters: knowLetters(text.fragment, letters, own, elsewhere),
  };
}

/** Where the anchor is now: first by its positions, then by its words. */
export function findAnchor(text: TextState, anchor: Anchor): Found {
  const sought = soughtAt(anchor);
  if (!sought.quote) return { by: 'nothing' };
  const from = placeOf(text, anchor.from);
  const to = placeOf(text, anchor.to);
  if (from?.alive && to?.alive && from.position < to.position) {
    const range = { from: from.position, to: to.position };
    if (wordsBetween(text.node, range) === anchor.quote) return { by: 'position', ...range };
  }
  const letters = lettersOf(text.node);
  const own = anchor.letters === undefined ? undefined : ownLetters(text.fragment, letters, anchor.letters);
  const here = standsHere(letters, sought, own, from, to);
  if (here && here.kept >= surely) return { by: 'position', from: here.from, to: here.to };
  const again = lookAgain(letters, sought, own, (from ?? to)?.position);
  if (again) return { by: 'quote', ...again };
  if (here && here.kept >= mostly) return { by: 'position', from: here.from, to: here.to };
  const nearby = lookNearby(letters, sought, own);
  return nearby ? { by: 'quote', ...nearby } : { by: 'nothing' };
}

/** A relative position now; `alive` while its own letter stands. */
export type Place = { readonly position: number; readonly alive: boolean };

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
  const sought = bare(quote);
  const letters = lettersOf(node);
  const at = sought ? letters.text.indexOf(sought) : -1;
  return at < 0 ? null : { from: letters.startOf(at), to: letters.endOf(at + sought.length - 1) };
}

/** Null for what is no position of this text, as another release or another epoch may have written it. */
function placeOf(text: TextState, encoded: string): Place | null {
  try {
    const relative = Y.decodeRelativePosition(fromBase64(encoded));
    if (isInWhatIsGone(text, relative)) return null;
    const position = fromRelative(text, relative);
    return position === null ? null : { position, alive: isAlive(text, relative) };
  } catch {
    return null;
  }
}

/** A block that was taken out: one replica keeps it for an undo and another doesn't, and both must find the same. */
function isInWhatIsGone({ fragment }: TextState, relative: Y.RelativePosition): boolean {
  const held = fragment.doc && Y.createAbsolutePositionFromRelativePosition(relative, fragment.doc);
  for (let item = held?.type._item; item; ) {
    if (item.deleted) return true;
    item = item.parent instanceof Y.AbstractType ? item.parent._item : null;
  }
  return !held;
}

/** Whether the letter it holds on to stands in the text: an undo sets a letter again, under another id. */
function isAlive({ fragment }: TextState, { item: id }: Y.RelativePosition): boolean {
  const store = fragment.doc?.store;
  if (!store || id === null) return false;
  let at: Y.ID | null = id;
  while (at !== null) {
    const item: Y.Item | Y.GC = Y.getItem(store, at); // typed Item, and a GC where it was collected
    if (!(item instanceof Y.Item)) return false;
    if (!item.deleted) return true;
    at = item.redone && Y.createID(item.redone.client, item.redone.clock + at.clock - item.id.clock);
  }
  return false;
}
