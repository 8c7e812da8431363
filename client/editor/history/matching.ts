/**
 * Which block of one moment is which of another. By its Yjs id; else by the record it stands for; else, between two that
 * were found so, by having nearly the same words: an editor that changes a block's kind writes it anew.
 */

export type Matchable = {
  readonly key: string;
  readonly kind: string;
  readonly record?: string | undefined;
  readonly text: string;
};

/** At least this share of the words in common makes two blocks the same one, changed. */
const leastAlike = 0.4;

/** Pairs of places, in the order of the second list: each place stands in one pair at most. */
export type Pairs = ReadonlyMap<number, number>;

/** From places in `after` to places in `before`. `alike` tells whether two without an id in common may be one block. */
export function matchBlocks(
  before: readonly Matchable[],
  after: readonly Matchable[],
  alike: (one: Matchable, other: Matchable) => boolean = isAlike,
): Pairs {
  const pairs = new Map<number, number>();
  const taken = new Set<number>();
  const pair = (at: number, from: number) => {
    pairs.set(at, from);
    taken.add(from);
  };
  const byKey = new Map(before.map(({ key }, place) => [key, place]));
  after.forEach(({ key }, at) => {
    const from = byKey.get(key);
    if (from !== undefined) pair(at, from);
  });
  const byRecord = new Map(
    before.flatMap(({ record }, place) => (record && !taken.has(place) ? [[record, place] as const] : [])),
  );
  after.forEach(({ record }, at) => {
    const from = record && !pairs.has(at) ? byRecord.get(record) : undefined;
    if (from !== undefined && !taken.has(from)) pair(at, from);
  });
  matchBetween(before, after, pairs, taken, pair, alike);
  return pairs;
}

/** Looks at what is left between two neighbours that were found, in order. */
function matchBetween(
  before: readonly Matchable[],
  after: readonly Matchable[],
  pairs: Pairs,
  taken: ReadonlySet<number>,
  pair: (at: number, from: number) => void,
  alike: (one: Matchable, other: Matchable) => boolean,
): void {
  let from = 0;
  after.forEach((block, at) => {
    const found = pairs.get(at);
    if (found !== undefined) {
      if (found >= from) from = found + 1;
      return;
    }
    for (let place = from; place < before.length && !taken.has(place); place++) {
      const candidate = before[place];
      if (!candidate || !alike(candidate, block)) continue;
      pair(at, place);
      from = place + 1;
      return;
    }
  });
}

/** Two blocks that each stand for a record are never one. */
export function isAlike(one: Matchable, other: Matchable): boolean {
  if (one.record && other.record) return false;
  const [words, others] = [wordsOf(one.text), wordsOf(other.text)];
  if (words.length === 0 || others.length === 0)
    return words.length === others.length && one.kind === other.kind;
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  let common = 0;
  for (const word of others) {
    const left = counts.get(word) ?? 0;
    if (left > 0) common++;
    counts.set(word, left - 1);
  }
  return common / Math.max(words.length, others.length) >= leastAlike;
}

const wordsOf = (text: string): string[] =>
  text.toLowerCase().match(/\p{Script=Han}|[\p{L}\p{M}\p{N}]+/gu) ?? [];
