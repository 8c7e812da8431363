/**
 * What an anchor keeps about letters, by their Yjs ids: which it hung on, which others stood in the text, and where else
 * it read alike. Letters written anew (by a move, a split, a paste) may be its own; those that stood there already as
 * others' never are, however alike they read.
 */
import * as Y from 'yjs';
import { decodeKnown, encodeKnown, type Stretch } from './anchor-known.ts';
import { bareLetters, type Letters } from './anchor-words.ts';

/** Letters written one after the other: `first` is their place among the text's letters. */
type Piece = { readonly client: number; readonly clocks: readonly number[]; readonly first: number };

/** What an anchor's letters have become. */
export type Own = {
  /** The text's letters, with what stood there as others' left out: `hidden` in its place. */
  readonly text: string;
  /** Where its letters stand that were never written anew, and those that stood around it. */
  readonly standing: readonly Span[];
  readonly around: readonly Span[];
  /** What read the same or nearly so when it was hung stands where it stood: words that were written anew aren't those. */
  readonly isApart: boolean;
};

/** Where else the text read like the quote when it was hung, and what stood around it. */
export type Elsewhere = {
  readonly same: readonly Span[];
  readonly alike: readonly Span[];
};

export type Span = { readonly from: number; readonly to: number };

/** Letters around the quote that count, on each side. */
export const reach = 24;
const hidden = '\0';
/** Clients whose letters are told apart; of those with the most. */
const maxClients = 32;
/** Other places that read alike. With more of them, one can't be told from another. */
const maxRivals = 12;
/** Share of a place's letters that must still be there. */
const stillThere = 0.75;

/** In base64; undefined when the letters can't be told, or there is too much to tell. */
export function knowLetters(
  fragment: Y.XmlFragment,
  letters: Letters,
  own: Span,
  { same, alike }: Elsewhere,
): string | undefined {
  const store = fragment.doc?.store;
  const pieces = piecesOf(fragment, letters);
  if (!store || !pieces || own.from >= own.to) return undefined;
  const written = new Map<number, number>();
  for (const { client, clocks } of pieces) written.set(client, (written.get(client) ?? 0) + clocks.length);
  const places = (some: readonly Span[]) =>
    some.length > maxRivals ? undefined : some.map((one) => stretchesIn(pieces, one));
  const most = [...written].sort(([a, x], [b, y]) => y - x || a - b).slice(0, maxClients);
  return encodeKnown({
    seen: new Map(most.map(([client]) => [client, Y.getState(store, client)])),
    own: stretchesIn(pieces, own),
    around: [
      ...stretchesIn(pieces, { from: Math.max(0, own.from - reach), to: own.from }),
      ...stretchesIn(pieces, { from: own.to, to: own.to + reach }),
    ],
    same: places(same),
    alike: places(alike),
  });
}

/** Undefined when nothing is known, or of another document: one that was rebuilt, or whose letters haven't come yet. */
export function ownLetters(fragment: Y.XmlFragment, letters: Letters, kept: string): Own | undefined {
  const store = fragment.doc?.store;
  const known = decodeKnown(kept);
  if (!store || !known) return undefined;
  const hasCome = ({ client, clock, length }: Stretch) => Y.getState(store, client) >= clock + length;
  const pieces = known.own.every(hasCome) ? piecesOf(fragment, letters) : undefined;
  if (!pieces) return undefined;
  let text = '';
  const standing = spans();
  const around = spans();
  for (const { client, clocks, first } of pieces) {
    const seen = known.seen.get(client) ?? 0;
    const [begin = 0, last = 0] = [clocks[0], clocks.at(-1)];
    const isHere = (stretch: Stretch) =>
      stretch.client === client && stretch.clock <= last && stretch.clock + stretch.length > begin;
    const [own, beside] = [known.own.filter(isHere), known.around.filter(isHere)];
    const whole = letters.text.slice(first, first + clocks.length);
    if (own.length + beside.length === 0 && begin >= seen) text += whole;
    else if (own.length + beside.length === 0 && last < seen) text += hidden.repeat(clocks.length);
    else
      clocks.forEach((clock, at) => {
        const isOwn = own.some((stretch) => isIn(stretch, clock));
        text += isOwn || clock >= seen ? whole.charAt(at) : hidden;
        if (isOwn) standing.add(first + at);
        else if (beside.some((stretch) => isIn(stretch, clock))) around.add(first + at);
      });
  }
  const isApart = areThere(store, known.same) && areThere(store, known.alike);
  return { text, standing: standing.all, around: around.all, isApart };
}

const isIn = ({ clock, length }: Stretch, at: number): boolean => at >= clock && at < clock + length;

/** Letters that follow one another, taken together. */
function spans(): { readonly all: readonly Span[]; add(at: number): void } {
  const all: { from: number; to: number }[] = [];
  return {
    all,
    add(at) {
      const last = all.at(-1);
      if (last?.to === at) last.to += 1;
      else all.push({ from: at, to: at + 1 });
    },
  };
}

/** How many letters of a place stood there as others'. */
export function countHidden({ text }: Own, from: number, to: number): number {
  let count = 0;
  for (let at = from; at < to; at += 1) if (text[at] === hidden) count += 1;
  return count;
}

/** A stretch of the text with nothing left in but its own letters that were never written anew. */
export function standingIn({ standing }: Own, text: string, from: number, to: number): string {
  let left = '';
  for (const span of standing) {
    const [start, end] = [Math.max(from, span.from), Math.min(to, span.to)];
    if (start < end) left = left.padEnd(start - from, hidden) + text.slice(start, end);
  }
  return left.padEnd(to - from, hidden);
}

/** How many letters of a place are in these. */
export const countIn = (spans: readonly Span[], from: number, to: number): number =>
  spans.reduce((sum, span) => sum + Math.max(0, Math.min(to, span.to) - Math.max(from, span.from)), 0);

function stretchesIn(pieces: readonly Piece[], { from, to }: Span): Stretch[] {
  const found: { client: number; clock: number; length: number }[] = [];
  for (const { client, clocks, first } of pieces) {
    const some = clocks.slice(Math.max(0, from - first), Math.max(0, to - first));
    const [clock] = some;
    if (clock === undefined) continue;
    const length = (some.at(-1) ?? clock) - clock + 1;
    const last = found.at(-1);
    // White space between two words was written with them.
    if (last?.client === client && clock - last.clock - last.length <= 1 && clock >= last.clock + last.length)
      last.length = clock + length - last.clock;
    else found.push({ client, clock, length });
  }
  return found;
}

const areThere = (store: Y.Doc['store'], places: readonly (readonly Stretch[])[] | undefined): boolean =>
  places?.every((place) => isThere(store, place)) ?? false;

/** Deleted letters are passed over item by item: a place is a few of these. */
function isThere(store: Y.Doc['store'], place: readonly Stretch[]): boolean {
  let all = 0;
  let alive = 0;
  for (const { client, clock, length } of place) {
    all += length;
    for (let at = clock; at < clock + length && at < Y.getState(store, client); ) {
      const item: Y.Item | Y.GC = Y.getItem(store, Y.createID(client, at));
      const end = Math.min(clock + length, item.id.clock + item.length);
      if (!item.deleted) alive += end - at;
      at = end;
    }
  }
  return alive >= stillThere * all;
}

const read = new WeakMap<Letters, { fragment: Y.XmlFragment; pieces: readonly Piece[] | undefined }>();

/** Undefined when the document and the editor don't read the same: in the midst of a change. */
function piecesOf(fragment: Y.XmlFragment, letters: Letters): readonly Piece[] | undefined {
  const known = read.get(letters);
  if (known?.fragment === fragment) return known.pieces;
  const found: Piece[] = [];
  const texts: string[] = [];
  let first = 0;
  const add = (client: number, clocks: readonly number[], words: string) => {
    if (words.length > 0) found.push({ client, clocks, first });
    first += words.length;
    texts.push(words);
  };
  const walk = (type: Y.XmlFragment | Y.XmlElement | Y.XmlText) => {
    for (let item = type._first; item; item = item.right) {
      if (item.deleted) continue;
      const { content, id } = item;
      if (content instanceof Y.ContentString) {
        const { words, places } = bareLetters(content.str);
        add(
          id.client,
          places.map((place) => id.clock + place),
          words,
        );
      } else if (content instanceof Y.ContentType) {
        const inner: unknown = content.type;
        if (inner instanceof Y.XmlElement && inner.nodeName === 'chip') {
          const { words } = bareLetters(String(inner.getAttribute('label') ?? ''));
          add(
            id.client,
            Array.from(words, () => id.clock),
            words,
          );
        } else if (inner instanceof Y.XmlElement || inner instanceof Y.XmlText) walk(inner);
      }
    }
  };
  walk(fragment);
  const pieces = texts.join('') === letters.text ? found : undefined;
  read.set(letters, { fragment, pieces });
  return pieces;
}
