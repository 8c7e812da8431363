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
  /** Where its own letters stand that were never written anew, in reading order. */
  readonly standing: readonly Span[];
  /** What read alike when it was hung stands where it stood: words that were written anew aren't those. */
  readonly rivalsStand: boolean;
};

type Span = { readonly from: number; readonly to: number };

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
  rivals: readonly Span[],
): string | undefined {
  const store = fragment.doc?.store;
  const pieces = piecesOf(fragment, letters);
  if (!store || !pieces || own.from >= own.to) return undefined;
  const written = new Map<number, number>();
  for (const { client, clocks } of pieces) written.set(client, (written.get(client) ?? 0) + clocks.length);
  const most = [...written].sort(([a, x], [b, y]) => y - x || a - b).slice(0, maxClients);
  return encodeKnown({
    seen: new Map(most.map(([client]) => [client, Y.getState(store, client)])),
    own: stretchesIn(pieces, own),
    rivals: rivals.length > maxRivals ? undefined : rivals.map((rival) => stretchesIn(pieces, rival)),
  });
}

/** Undefined when nothing is known, or of another document: one that was rebuilt, or whose letters haven't come yet. */
export function ownLetters(fragment: Y.XmlFragment, letters: Letters, kept: string): Own | undefined {
  const store = fragment.doc?.store;
  const known = decodeKnown(kept);
  if (!store || !known) return undefined;
  const isHere = ({ client, clock, length }: Stretch) => Y.getState(store, client) >= clock + length;
  const pieces = known.own.every(isHere) ? piecesOf(fragment, letters) : undefined;
  if (!pieces) return undefined;
  let text = '';
  const standing: { from: number; to: number }[] = [];
  for (const { client, clocks, first } of pieces) {
    const seen = known.seen.get(client) ?? 0;
    const mine = known.own.filter((stretch) => stretch.client === client);
    const whole = letters.text.slice(first, first + clocks.length);
    if (mine.length === 0 && (clocks[0] ?? 0) >= seen) text += whole;
    else if (mine.length === 0 && (clocks.at(-1) ?? 0) < seen) text += hidden.repeat(clocks.length);
    else
      clocks.forEach((clock, at) => {
        const isOwn = mine.some((own) => clock >= own.clock && clock < own.clock + own.length);
        text += isOwn || clock >= seen ? whole.charAt(at) : hidden;
        const last = standing.at(-1);
        if (isOwn && last?.to === first + at) last.to += 1;
        else if (isOwn) standing.push({ from: first + at, to: first + at + 1 });
      });
  }
  return { text, standing, rivalsStand: known.rivals?.every((rival) => stands(store, rival)) ?? false };
}

/** How many letters of a place stood there as others'. */
export function countHidden({ text }: Own, from: number, to: number): number {
  let count = 0;
  for (let at = from; at < to; at += 1) if (text[at] === hidden) count += 1;
  return count;
}

export function countStanding({ standing }: Own, from: number, to: number): number {
  return standing.reduce(
    (sum, span) => sum + Math.max(0, Math.min(to, span.to) - Math.max(from, span.from)),
    0,
  );
}

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

/** Deleted letters are passed over item by item: a place is a few of these. */
function stands(store: Y.Doc['store'], rival: readonly Stretch[]): boolean {
  let all = 0;
  let alive = 0;
  for (const { client, clock, length } of rival) {
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
