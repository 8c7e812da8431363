/**
 * A text in another language, made of the translations that hang on it: which passage is rendered, which isn't, and
 * which rendering is stale because its words changed after it was written (A6, B13). Nothing of this is stored.
 */
import type * as Y from 'yjs';
import type { ContentLanguage } from '../languages.ts';
import { maxQuote, readThreads, type Thread } from './annotations.ts';
import { type Hung, lettersOf, type Passage, type Passages, readPassages } from './passages.ts';

/** One translation where it stands. */
export type Rendering = Hung & {
  /** Of its thread. */
  readonly key: string;
  readonly thread: Thread;
  /** The words it stands on aren't those that were translated. */
  readonly stale: boolean;
};

/**
 * `own`: it is in that language already, or the family said it so. `partly`: words of it are left. `missing`: nothing yet.
 */
export type StretchState = 'own' | 'done' | 'stale' | 'partly' | 'missing';

/** One passage and its renderings, or several that were translated together. */
export type Stretch = {
  readonly key: string;
  readonly passages: readonly Passage[];
  readonly state: StretchState;
  /** In reading order. One renders all of it, or several its parts. */
  readonly renderings: readonly Rendering[];
};

export type InLanguage = {
  readonly stretches: readonly Stretch[];
  /** Passages with words. */
  readonly total: number;
  /** Passages one can read in that language, stale ones too. */
  readonly readable: number;
  /** Passages with a rendering whose original changed. */
  readonly stale: number;
  /** Translations whose words are gone from the text. */
  readonly gone: readonly Thread[];
};

/** The text of `doc` as it reads in a language, by the translations kept in `annotations`. */
export const readInLanguage = (doc: Y.Doc, annotations: Y.Doc, language: ContentLanguage): InLanguage =>
  inLanguage(readPassages(doc), readThreads(annotations), language);

export function inLanguage(
  passages: Passages,
  threads: ReadonlyMap<string, Thread>,
  language: ContentLanguage,
): InLanguage {
  const gone: Thread[] = [];
  const renderings: Rendering[] = [];
  for (const [key, thread] of threads) {
    if (thread.kind !== 'translation' || thread.language !== language || !thread.text.trim()) continue;
    const hung = passages.find(thread);
    if (hung) renderings.push({ ...hung, key, thread, stale: !sameWords(hung.words, thread.quote) });
    else gone.push(thread);
  }
  const stretches = stretchesOf(passages.list, renderings, language);
  const count = (...states: StretchState[]) =>
    stretches
      .filter(({ state }) => states.includes(state))
      .reduce((sum, stretch) => sum + stretch.passages.length, 0);
  return {
    stretches,
    total: passages.list.length,
    readable: count('own', 'done', 'stale'),
    stale: stretches
      .filter(({ renderings: used }) => used.some(({ stale }) => stale))
      .reduce((sum, stretch) => sum + stretch.passages.length, 0),
    gone,
  };
}

/** Languages in which anything of the text was translated, those with most first. */
export function translatedInto(threads: ReadonlyMap<string, Thread>): ContentLanguage[] {
  const counts = new Map<ContentLanguage, number>();
  for (const { kind, language, text } of threads.values()) {
    if (kind === 'translation' && text.trim()) counts.set(language, (counts.get(language) ?? 0) + 1);
  }
  return [...counts].sort(([, a], [, b]) => b - a).map(([language]) => language);
}

/** Spaces and line breaks don't make a translation stale. A quote keeps the beginning of what is longer than it. */
export function sameWords(now: string, quote: string): boolean {
  const plain = (text: string) => text.replace(/\s+/gu, ' ').trim();
  if (plain(now) === plain(quote)) return true;
  return quote.length === maxQuote && plain(now.slice(0, maxQuote)) === plain(quote);
}

function stretchesOf(
  list: readonly Passage[],
  renderings: readonly Rendering[],
  language: ContentLanguage,
): Stretch[] {
  const stretches: Stretch[] = [];
  for (let at = 0; at < list.length; ) {
    const passage = list[at];
    if (!passage) break;
    const whole = best(renderings.filter((one) => isCovered(passage, [one])));
    const together = whole
      ? list.slice(at).filter((later, i) => i === 0 || isTouched(later, whole))
      : [passage];
    const used = whole ? [whole] : partsOf(passage, renderings);
    stretches.push({
      key: passage.key,
      passages: together,
      state: stateOf(together, used, language),
      renderings: used,
    });
    at += together.length;
  }
  return stretches;
}

function stateOf(
  passages: readonly Passage[],
  used: readonly Rendering[],
  language: ContentLanguage,
): StretchState {
  if (used.length === 0) return passages.every((one) => isOwn(one, language)) ? 'own' : 'missing';
  if (passages.some((one) => !isCovered(one, used))) return 'partly';
  return used.some(({ stale }) => stale) ? 'stale' : 'done';
}

const isOwn = ({ language, voice }: Passage, wanted: ContentLanguage): boolean =>
  language === wanted || voice?.language === wanted;

/** Not stale before stale, then the latest. */
const best = (candidates: readonly Rendering[]): Rendering | undefined =>
  [...candidates].sort(
    (a, b) => Number(a.stale) - Number(b.stale) || b.thread.createdAt.localeCompare(a.thread.createdAt),
  )[0];

/** Those that render words of the passage, without one whose words another renders too. */
function partsOf(passage: Passage, renderings: readonly Rendering[]): Rendering[] {
  const touching = renderings
    .filter((one) => isTouched(passage, one))
    .sort((a, b) => a.from - b.from || b.to - a.to);
  return touching.filter(
    (one) =>
      !touching.some(
        (other) => other !== one && other.from <= one.from && other.to >= one.to && wins(other, one),
      ),
  );
}

const wins = (a: Rendering, b: Rendering): boolean =>
  a.from !== b.from || a.to !== b.to ? !a.stale || b.stale : best([a, b]) === a;

const isCovered = (passage: Passage, renderings: readonly Rendering[]): boolean =>
  lettersOf(leftOf(passage, renderings)) === '';

const isTouched = (passage: Passage, rendering: Rendering): boolean =>
  lettersOf(leftOf(passage, [rendering])) !== lettersOf(passage.words);

/** The words of the passage that none of these renders. */
export function leftOf(passage: Passage, renderings: readonly Pick<Hung, 'from' | 'to'>[]): string {
  let left = '';
  let at = passage.start;
  for (const { from, to } of [...renderings].sort((a, b) => a.from - b.from)) {
    if (from > at)
      left += passage.words.slice(at - passage.start, Math.min(from, passage.end) - passage.start);
    at = Math.max(at, Math.min(to, passage.end));
  }
  return (left + passage.words.slice(Math.max(at - passage.start, 0))).trim();
}
