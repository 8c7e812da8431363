/**
 * Finding words again in a text that has changed: where they stand unchanged, where else they read the same with the
 * same words around them, and where they read nearly the same. All in letters, without white space.
 */
import { countHidden, countIn, type Elsewhere, type Own, reach, standingIn } from './anchor-letters.ts';
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
/** When something else may read alike by now. */
const neededOfMany = 16;
/** The same when its own letters are known. */
const neededOfOwn = (quote: string): number => (quote.length >= telling ? 0 : quote.length >= 12 ? 4 : 16);
/** Share of a place's letters that may have stood there as others': those that two words happen to share stay in place. */
const mayBeOthers = 1 / 8;

export type Here = Range & { readonly kept: number };

/** What still stands between the two positions, and which share of the quote that is. */
export function standsHere(
  letters: Letters,
  { quote }: Sought,
  own: Own | undefined,
  from: Place | null,
  to: Place | null,
): Here | undefined {
  const text = own?.text ?? letters.text;
  const [first, end] = endsOf(letters, own, from, to);
  const whole = (start: number): Here => ({ ...rangeOf(letters, start, quote.length), kept: 1 });
  const isItsOwn = (start: number) =>
    !own || own.isApart || countIn(own.standing, start, start + quote.length) >= quote.length / 2;
  // One end alone finds the words again that a split has parted: they follow in the next block.
  if (from?.alive && text.startsWith(quote, first) && isItsOwn(first)) return whole(first);
  const start = end - quote.length;
  if (to?.alive && start >= 0 && text.startsWith(quote, start) && isItsOwn(start)) return whole(start);
  if (first >= end || end - first > quote.length * 5 + 400) return undefined;
  const standing = own && keptIn(standingIn(own, letters.text, first, end), quote);
  // Others that read alike may have been moved to its own letters: those alone, when they are enough.
  const { letters: kept, ...span } =
    standing && standing.letters >= mostly * quote.length ? standing : keptIn(text.slice(first, end), quote);
  if (kept === 0) return undefined;
  // Ends that are dead may have let in what was written beside them; and more of others' words may have been moved in.
  const isMostlyOwn = kept >= mostOf * (end - first);
  const begin = from?.alive && isMostlyOwn ? first : first + span.from;
  const stop = to?.alive && isMostlyOwn ? end : first + span.to;
  // What was written anew between its ends may be anybody's: what stood there all along has to outweigh it.
  if (own && countIn(own.standing, begin, stop) < (stop - begin) / 2) return undefined;
  return { ...rangeOf(letters, begin, stop - begin), kept: kept / quote.length };
}

const mostOf = 0.6;
/** Shares of the quote that must still stand between the positions: at once, and when it is found nowhere else. */
export const surely = 0.75;
export const mostly = 0.4;

/** By the positions, and where one is gone by the letters that stand. */
function endsOf(
  { before }: Letters,
  own: Own | undefined,
  from: Place | null,
  to: Place | null,
): [number, number] {
  const first = from ? before(from.position) : own?.standing[0]?.from;
  const end = to ? before(to.position) : own?.standing.at(-1)?.to;
  return [first ?? 0, end ?? 0];
}

/** The one place where the same words can be meant: among the same words. Null when it can't be told. */
export function lookAgain(
  letters: Letters,
  { quote, around, alike }: Sought,
  own: Own | undefined,
  near: number | undefined,
): Range | null {
  const isOthers = (at: number) =>
    own !== undefined && countHidden(own, at, at + quote.length) > mayBeOthers * quote.length;
  const places = everyPlace(letters.text, quote).filter((at) => !isOthers(at));
  if (!around) return nearest(letters, places, quote, near);
  const scored = places.map((at) => {
    const end = at + quote.length;
    const { back, on } = sameAround(letters.text, at, end, around);
    // Its own letters and its own neighbours, that were never written anew.
    const stood = own
      ? countIn(own.standing, at, end) +
        countIn(own.around, at - back, at) +
        countIn(own.around, end, end + on)
      : 0;
    return { at, same: back + on, stood, score: back + on + stood };
  });
  const isApart = own?.isApart ?? alike === 0;
  const isAlone = isApart && places.length === 1 && quote.length >= telling;
  const least = own ? neededOfOwn(quote) : needed(quote);
  const meant = scored.filter(
    ({ same, stood, score }) =>
      isAlone ||
      (isApart ? score >= least : same >= Math.max(neededOfMany, alike - 1 + clearlyBetter)) ||
      (stood >= Math.max(enoughStood, quote.length / 2) && score >= least),
  );
  const best = Math.max(...meant.map(({ score }) => score));
  return nearest(
    letters,
    meant.filter(({ score }) => score === best).map(({ at }) => at),
    quote,
    near,
  );
}

/** Letters of its own or of its neighbours', half as many as it has, that tell it from whatever else reads the same. */
const enoughStood = 8;

/** The one place that reads nearly the same. Null when the words themselves stand somewhere, or it can't be told. */
export function lookNearby(letters: Letters, sought: Sought, own: Own | undefined): Range | null {
  const { quote, around, alike } = sought;
  if (!around || !(own?.isApart ?? alike === 0) || letters.text.includes(quote)) return null;
  const known = nearlyTheSame(own?.text ?? letters.text, sought, nearly).filter(({ from, to }) => {
    const { back, on } = sameAround(letters.text, from, to, around);
    return quote.length >= telling || back + on >= needed(quote);
  });
  const [only, other] = known;
  return only && !other ? rangeOf(letters, only.from, only.to - only.from) : null;
}

/** Where else the text reads the same, or nearly so: what it must not be taken for later. */
export function placesAlike(letters: Letters, sought: Sought, own: Range): Elsewhere {
  const { quote } = sought;
  if (!quote) return { same: [], alike: [] };
  const same = everyPlace(letters.text, quote)
    .filter((at) => at >= own.to || at + quote.length <= own.from)
    .map((at) => ({ from: at, to: at + quote.length }));
  return { same, alike: nearlyTheSame(letters.text, sought, alikeAtAll, [own, ...same]) };
}

/** How well another place than its own matches, for `Sought.alike`. */
export function likeness(letters: Letters, { around }: Sought, { same, alike }: Elsewhere): number {
  if (!around) return 0;
  const scores = same.map(({ from, to }) => {
    const { back, on } = sameAround(letters.text, from, to, around);
    return 1 + back + on;
  });
  return Math.max(alike.length > 0 ? 1 : 0, ...scores);
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
): { back: number; on: number } {
  let back = 0;
  while (back < before.length && text[start - 1 - back] === before[before.length - 1 - back]) back += 1;
  let on = 0;
  while (on < after.length && text[end + on] === after[on]) on += 1;
  return { back, on };
}

const seedLength = 6;
/** How much of a quote's letters a place keeps, and how many of the place's letters these are. */
type Shares = { readonly ofQuote: number; readonly ofPlace: number };
/** Enough to be it, and enough to be taken for it later. */
const nearly: Shares = { ofQuote: 0.9, ofPlace: 0.8 };
const alikeAtAll: Shares = { ofQuote: 0.5, ofPlace: mostOf };

/** Places that keep such shares of the quote's letters in their order; `besides` is not looked at. */
function nearlyTheSame(
  text: string,
  { quote }: Sought,
  { ofQuote, ofPlace }: Shares,
  besides: readonly Range[] = [],
): Range[] {
  const found: Range[] = [];
  if (quote.length < 2 * seedLength) return found;
  const slack = Math.ceil(quote.length / 3);
  for (const start of likelyStarts(text, quote)) {
    const first = Math.max(0, start - slack);
    const kept = keptIn(text.slice(first, start + quote.length + slack), quote);
    const [from, to] = [first + kept.from, first + kept.to];
    if (kept.letters < ofQuote * quote.length || kept.letters < ofPlace * (to - from)) continue;
    if ([...besides, ...found].some((other) => from < other.to && to > other.from)) continue;
    found.push({ from, to });
  }
  return found;
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
