/** Finding an annotation among all of a plan: filters that say how many each would show, words to look for, two orders. */
import { createSignal } from 'solid-js';
import { type AnnotationKind, outcomeOf, type Thread } from '../../../shared/documents/annotations.ts';
import type { ContentLanguage } from '../../../shared/languages.ts';

/** `lost`: its words are gone from the text. */
export type ThreadState = 'open' | 'resolved' | 'lost';
export const threadStates: readonly ThreadState[] = ['open', 'resolved', 'lost'];

export type Filter = {
  readonly states: readonly ThreadState[];
  readonly kinds: readonly AnnotationKind[];
  readonly languages: readonly ContentLanguage[];
  /** Who wrote it, or an answer to it. */
  readonly people: readonly string[];
  readonly words: string;
  readonly order: 'place' | 'time';
};
export type Facet = 'states' | 'kinds' | 'languages' | 'people';

export const wholeList: Filter = {
  states: [],
  kinds: [],
  languages: [],
  people: [],
  words: '',
  order: 'place',
};

/** A thread with what the text says of it. */
export type Listed = {
  readonly key: string;
  readonly thread: Thread;
  readonly isLost: boolean;
  /** Where its words begin; those without a place come last. */
  readonly place: number;
};

const valuesOf: { readonly [F in Facet]: (listed: Listed) => readonly string[] } = {
  // What is settled is found under "resolved" whether or not its words still stand.
  states: ({ thread, isLost }) => [
    isEnded(thread) ? 'resolved' : 'open',
    ...(isLost && !isEnded(thread) ? ['lost'] : []),
  ],
  kinds: ({ thread }) => [thread.kind],
  languages: ({ thread }) => [thread.language],
  people: ({ thread }) => [...new Set([thread.author, ...thread.replies.map(({ author }) => author)])],
};

const isEnded = (thread: Thread): boolean => thread.resolved !== undefined || outcomeOf(thread) !== undefined;

const folded = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

function hasWords({ thread }: Listed, words: string): boolean {
  const all = [
    thread.quote,
    thread.text,
    thread.replacement ?? '',
    ...thread.replies.map(({ text }) => text),
  ];
  const standing = folded(all.join('\n'));
  return folded(words)
    .split(/\s+/)
    .every((word) => standing.includes(word));
}

const facets: readonly Facet[] = ['states', 'kinds', 'languages', 'people'];

const passes = (listed: Listed, filter: Filter, facet: Facet): boolean => {
  const wanted: readonly string[] = filter[facet];
  return wanted.length === 0 || valuesOf[facet](listed).some((value) => wanted.includes(value));
};

export const filtered = (all: readonly Listed[], filter: Filter): Listed[] =>
  all
    .filter((one) => facets.every((facet) => passes(one, filter, facet)) && hasWords(one, filter.words))
    .sort((a, b) =>
      filter.order === 'time'
        ? lastSaid(b.thread).localeCompare(lastSaid(a.thread))
        : a.place - b.place || a.thread.createdAt.localeCompare(b.thread.createdAt),
    );

export const lastSaid = (thread: Thread): string =>
  [thread.createdAt, ...thread.replies.map(({ createdAt }) => createdAt), thread.resolved?.at ?? ''].reduce(
    (a, b) => (a > b ? a : b),
  );

/** How many each value of a facet would show, with the other filters as they are. */
export function countsOf(all: readonly Listed[], filter: Filter, facet: Facet): ReadonlyMap<string, number> {
  const others = facets.filter((other) => other !== facet);
  const counts = new Map<string, number>();
  for (const one of all) {
    if (!hasWords(one, filter.words) || !others.every((other) => passes(one, filter, other))) continue;
    for (const value of valuesOf[facet](one)) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return counts;
}

/** One more value of a facet, or one less. */
export function toggled(filter: Filter, facet: Facet, value: string): Filter {
  const now: readonly string[] = filter[facet];
  return { ...filter, [facet]: now.includes(value) ? now.filter((one) => one !== value) : [...now, value] };
}

const kept = new Map<string, ReturnType<typeof createSignal<Filter>>>();

/** The filter of one document's annotations: as one left it, while the page is open. */
export function keptFilter(documentId: string) {
  const known = kept.get(documentId) ?? createSignal<Filter>(wholeList);
  kept.set(documentId, known);
  return known;
}
