/** Two moments of a text compared block by block, and within a changed block word by word. */
import type { Line, Run } from './lines.ts';
import { matchBlocks } from './matching.ts';
import { differenceOf, type Piece, wordsAndSpaces } from './word-difference.ts';

export type LineChange =
  | { readonly kind: 'same' | 'changed'; readonly before: Line; readonly after: Line }
  | { readonly kind: 'removed' | 'moved-away'; readonly before: Line }
  | { readonly kind: 'added' | 'moved-here'; readonly after: Line };

/** In the order of `after`; what is gone stands where it was. Empty lines are none. */
export const compareTexts = (before: readonly Line[], after: readonly Line[]): LineChange[] =>
  compareWords(before.filter(hasWords), after.filter(hasWords));

const hasWords = ({ text, original }: Line): boolean => text.trim() !== '' || original !== '';

function compareWords(before: readonly Line[], after: readonly Line[]): LineChange[] {
  const pairs = matchBlocks(before, after);
  const found = new Set(pairs.values());
  const inPlace = growing(pairs);
  const moved = movedWords(before, after, pairs, found);
  const changes: LineChange[] = [];
  let next = 0;
  const passGone = (upTo: number) => {
    for (; next < upTo; next++) {
      const line = before[next];
      if (line && (!found.has(next) || !inPlace.has(next))) {
        changes.push({
          kind: found.has(next) || moved.away.has(next) ? 'moved-away' : 'removed',
          before: line,
        });
      }
    }
  };
  after.forEach((line, at) => {
    const from = pairs.get(at);
    const was = from === undefined ? undefined : before[from];
    if (from === undefined || !was) {
      changes.push({ kind: moved.here.has(at) ? 'moved-here' : 'added', after: line });
    } else if (!inPlace.has(from)) changes.push({ kind: 'moved-here', after: line });
    else {
      passGone(from);
      next = from + 1;
      changes.push({ kind: isSameLine(was, line) ? 'same' : 'changed', before: was, after: line });
    }
  });
  passGone(before.length);
  return changes;
}

/** The longest run of pairs that keep their order: what stands outside it has moved. */
function growing(pairs: ReadonlyMap<number, number>): ReadonlySet<number> {
  const places = [...pairs].sort(([a], [b]) => a - b).map(([, from]) => from);
  const ends: number[] = [];
  const before: number[] = [];
  places.forEach((place, index) => {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((places[ends[middle] ?? 0] ?? 0) < place) low = middle + 1;
      else high = middle;
    }
    before[index] = low > 0 ? (ends[low - 1] ?? -1) : -1;
    ends[low] = index;
  });
  const kept = new Set<number>();
  for (let index = ends.at(-1) ?? -1; index >= 0; index = before[index] ?? -1) kept.add(places[index] ?? -1);
  return kept;
}

/** Words that were taken out in one place and stand in another: editors move a block by writing it anew. */
function movedWords(
  before: readonly Line[],
  after: readonly Line[],
  pairs: ReadonlyMap<number, number>,
  found: ReadonlySet<number>,
): { readonly away: ReadonlySet<number>; readonly here: ReadonlySet<number> } {
  const [away, here] = [new Set<number>(), new Set<number>()];
  const gone = new Map<string, number[]>();
  before.forEach((line, place) => {
    const words = line.text.trim();
    if (!found.has(place) && words) gone.set(words, [...(gone.get(words) ?? []), place]);
  });
  after.forEach((line, at) => {
    const from = pairs.has(at) ? undefined : gone.get(line.text.trim())?.shift();
    if (from === undefined) return;
    away.add(from);
    here.add(at);
  });
  return { away, here };
}

const isSameRun = (one: Run, other: Run): boolean =>
  one.text === other.text &&
  one.bold === other.bold &&
  one.italic === other.italic &&
  one.href === other.href &&
  one.chip?.ref === other.chip?.ref;

const isSameLine = (one: Line, other: Line): boolean =>
  one.kind === other.kind &&
  (one.kind !== 'heading' || one.level === other.level) &&
  one.depth === other.depth &&
  one.quoted === other.quoted &&
  one.original === other.original &&
  one.dir === other.dir &&
  one.text === other.text &&
  one.runs.length === other.runs.length &&
  one.runs.every((run, index) => {
    const its = other.runs[index];
    return its !== undefined && isSameRun(run, its);
  });

/** The words of a changed block, with what was taken away and added. */
export const wordChanges = (before: Line, after: Line): Piece<Run>[] =>
  differenceOf(before.runs.flatMap(inWords), after.runs.flatMap(inWords), isSameRun);

const inWords = (run: Run): Run[] =>
  run.chip ? [run] : wordsAndSpaces(run.text).map((text) => ({ ...run, text }));

export type ChangeCounts = Readonly<Record<'added' | 'removed' | 'changed' | 'moved', number>>;

export function countChanges(changes: readonly LineChange[]): ChangeCounts {
  const counts = { added: 0, removed: 0, changed: 0, moved: 0 };
  for (const { kind } of changes) {
    if (kind === 'added' || kind === 'removed' || kind === 'changed') counts[kind]++;
    else if (kind === 'moved-here') counts.moved++;
  }
  return counts;
}
