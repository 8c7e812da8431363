/**
 * Finding words again in a text that has changed: where they stand unchanged, where else they read the same with the
 * same words around them, and where they read nearly the same. All in letters, without white space.
 */
import { bare, keptIn, type Letters } from './anchor-words.ts';

export type Sought = {
  readonly quote: string;
  /** Undefined: hung by its words alone, by an older release or a story. */
  readonly around: { readonly before: string; readonly after: string } | undefined;
  /**
   * What else read the same when it was hung: 0 nothing, else 1 and the letters around it that were the same too.
   * A later find has to be clearly better than that.
   */
  readonly alike: number;
};

type Range = { readonly from: number; readonly to: number };
type Place = { readonly position: number; readonly alive: boolean };
type Words = {
  readonly quote: string;
  readonly before?: string | undefined;
  readonly after?: string | undefined;
  readonly alike?: number | undefined;
};

/** Letters around the quote that count, on each side. */
const reach = 24;
/** A quote this long says by itself which words are meant, when nothing else reads the same. */
const telling = 24;
const clearlyBetter = 4;

export function soughtAt({ quote, before, after, alike = 0 }: Words): Sought {
  const around = before !== undefined && after !== undefined;
  return {
    quote: bare(quote),
    around: around ? { before: bare(before).slice(-reach), after: bare(after).slice(0, reach) } : undefined,
    alike,
  };
}

/** Letters around a short quote that must be the same, both sides together. */
const needed = (quote: string): number => (quote.length >= 12 ? 10 : 16);

export type Here = Range & { readonly kept: number };

/** What still stands between the two positions, and which share of the quote that is. */
export function standsHere(
  letters: Letters,
  { quote }: Sought,
  from: Place | null,
  to: Place | null,
): Here | undefined {
  if (!from || !to) return undefined;
  const first = letters.before(from.position);
  const end = letters.before(to.position);
  const whole = (start: number): Here => ({ ...rangeOf(letters, start, quote.length), kept: 1 });
  // One end alone finds the words again that a split has parted: they follow in the next block.
  if (from.alive && letters.text.startsWith(quote, first)) return whole(first);
  if (to.alive && end >= quote.length && letters.text.startsWith(quote, end - quote.length))
    return whole(end - quote.length);
  if (first >= end || end - first > quote.length * 5 + 400) return undefined;
  const { letters: kept, ...span } = keptIn(letters.text.slice(first, end), quote);
  // More of others' words than of its own stands between them: something was moved in there.
  if (kept === 0 || end - first > 2 * quote.length + 40) return undefined;
  // Ends that are dead may have let in what was written beside them.
  const start = from.alive ? first : first + span.from;
  const stop = to.alive ? end : first + span.to;
  return { ...rangeOf(letters, start, stop - start), kept: kept / quote.length };
}

/** The one place that can be meant: the same words among the same words, or nearly so. Null when it can't be told. */
export function lookAgain(letters: Letters, sought: Sought, near: number | undefined): Range | null {
  const { quote, around, alike } = sought;
  const places = everyPlace(letters.text, quote);
  if (!around) return nearest(letters, places, quote, near);
  const scored = places.map((at) => ({ at, score: sameAround(letters.text, at, at + quote.length, around) }));
  const best = Math.max(-1, ...scored.map(({ score }) => score));
  const isMeant = best >= needed(quote) && best >= alike - 1 + (alike > 0 ? clearlyBetter : 0);
  const isAlone = places.length === 1 && quote.length >= telling && alike === 0;
  if (isMeant || isAlone)
    return nearest(
      letters,
      scored.filter(({ score }) => score === best).map(({ at }) => at),
      quote,
      near,
    );
  return alike === 0 && places.length === 0 ? nearlyTheSame(letters, quote, around, undefined) : null;
}

/** How well another place than its own matches, for `Sought.alike`. */
export function likenessElsewhere(letters: Letters, { quote, around }: Sought, own: number): number {
  if (!quote || !around) return 0;
  const at = letters.before(own);
  const scores = everyPlace(letters.text, quote)
    .filter((place) => Math.abs(place - at) >= 1)
    .map((place) => 1 + sameAround(letters.text, place, place + quote.length, around));
  if (scores.length > 0) return Math.max(...scores);
  return nearlyTheSame(letters, quote, around, { from: at, to: at + quote.length }) ? 1 : 0;
}

const rangeOf = (letters: Letters, start: number, length: number): Range => ({
  from: letters.startOf(start),
  to: letters.endOf(start + length - 1),
});

function everyPlace(text: string, quote: string): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(quote); at >= 0; at = text.indexOf(quote, at + 1)) places.push(at);
  return places;
}

function nearest(
  letters: Letters,
  places: readonly number[],
  quote: string,
  near: number | undefined,
): Range | null {
  const was = near === undefined ? 0 : letters.before(near);
  const [first] = [...places].sort((a, b) => Math.abs(a - was) - Math.abs(b - was));
  return first === undefined ? null : rangeOf(letters, first, quote.length);
}

/** Letters that are the same without a break: before the place, backwards, and after it. */
function sameAround(
  text: string,
  start: number,
  end: number,
  { before, after }: { before: string; after: string },
): number {
  let back = 0;
  while (back < before.length && text[start - 1 - back] === before[before.length - 1 - back]) back += 1;
  let on = 0;
  while (on < after.length && text[end + on] === after[on]) on += 1;
  return back + on;
}

const seedLength = 6;
/** Of the quote's letters. */
const nearly = 0.7;

/**
 * A place that keeps most of the quote's letters in their order, with letters around it that were there, or long enough
 * to speak for itself; and the only one. `own` is not looked at.
 */
function nearlyTheSame(
  letters: Letters,
  quote: string,
  around: { before: string; after: string },
  own: Range | undefined,
): Range | null {
  if (quote.length < 2 * seedLength) return null;
  const { text } = letters;
  const slack = Math.ceil(quote.length / 3);
  const found: { from: number; to: number; kept: number }[] = [];
  for (const start of likelyStarts(text, quote)) {
    const first = Math.max(0, start - slack);
    const kept = keptIn(text.slice(first, start + quote.length + slack), quote);
    const [from, to] = [first + kept.from, first + kept.to];
    if (own && from < own.to && to > own.from) continue;
    if (kept.letters < nearly * quote.length || to - from > 1.5 * quote.length) continue;
    if (found.some((other) => from < other.to && to > other.from)) continue;
    const isKnown = quote.length >= telling || sameAround(text, from, to, around) >= needed(quote);
    if (own || isKnown) found.push({ from, to, kept: kept.letters });
  }
  const [only, other] = found;
  return only && (own || !other) ? rangeOf(letters, only.from, only.to - only.from) : null;
}

/** Where the quote would begin if its seeds stood where they are found; most seeds first. */
function likelyStarts(text: string, quote: string): number[] {
  const votes = new Map<number, number>();
  const stride = Math.max(2, Math.floor(quote.length / 60));
  for (let at = 0; at + seedLength <= quote.length; at += stride)
    for (const place of everyPlace(text, quote.slice(at, at + seedLength))) {
      const start = Math.max(0, Math.round((place - at) / 8) * 8);
      votes.set(start, (votes.get(start) ?? 0) + 1);
    }
  return [...votes]
    .sort(([, a], [, b]) => b - a)
    .slice(0, 8)
    .map(([start]) => start);
}
