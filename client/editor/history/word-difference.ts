/** Two runs of words compared word by word. */

export type Piece<T> = { readonly kind: 'same' | 'removed' | 'added'; readonly parts: readonly T[] };

/** More than this many words against as many others aren't compared one by one: the whole changed. */
const mostCompared = 1_000_000;

/**
 * The fewest parts to take away and to add (longest common subsequence), in reading order; what was taken away stands
 * before what was added in its place. `same` parts are those of `after`.
 */
export function differenceOf<T>(
  before: readonly T[],
  after: readonly T[],
  isSame: (one: T, other: T) => boolean,
): Piece<T>[] {
  const same = (i: number, j: number): boolean => {
    const [one, other] = [before[i], after[j]];
    return one !== undefined && other !== undefined && isSame(one, other);
  };
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && same(start, start)) start++;
  let end = 0;
  while (end < shorter - start && same(before.length - 1 - end, after.length - 1 - end)) end++;
  const [rows, columns] = [before.length - start - end, after.length - start - end];
  const middle =
    rows * columns > mostCompared
      ? [...span('removed', before, start, rows), ...span('added', after, start, columns)]
      : compareMiddle(before, after, start, rows, columns, same);
  return joined([
    ...span('same', after, 0, start),
    ...middle,
    ...span('same', after, after.length - end, end),
  ]);
}

const span = <T>(kind: Piece<T>['kind'], of: readonly T[], from: number, length: number): Piece<T>[] =>
  length > 0 ? [{ kind, parts: of.slice(from, from + length) }] : [];

function compareMiddle<T>(
  before: readonly T[],
  after: readonly T[],
  start: number,
  rows: number,
  columns: number,
  same: (i: number, j: number) => boolean,
): Piece<T>[] {
  const width = columns + 1;
  const common = new Uint32Array((rows + 1) * width);
  const at = (i: number, j: number): number => common[i * width + j] ?? 0;
  for (let i = rows - 1; i >= 0; i--) {
    for (let j = columns - 1; j >= 0; j--) {
      common[i * width + j] = same(start + i, start + j)
        ? at(i + 1, j + 1) + 1
        : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const pieces: Piece<T>[] = [];
  let [i, j] = [0, 0];
  while (i < rows || j < columns) {
    if (i < rows && j < columns && same(start + i, start + j)) {
      pieces.push(...span('same', after, start + j, 1));
      i++;
      j++;
    } else if (i < rows && (j >= columns || at(i + 1, j) >= at(i, j + 1))) {
      pieces.push(...span('removed', before, start + i, 1));
      i++;
    } else {
      pieces.push(...span('added', after, start + j, 1));
      j++;
    }
  }
  return pieces;
}

/** Neighbours of one kind as one piece; within a change what was removed first. */
function joined<T>(pieces: readonly Piece<T>[]): Piece<T>[] {
  const result: Piece<T>[] = [];
  let [removed, added]: [T[], T[]] = [[], []];
  const flush = () => {
    if (removed.length > 0) result.push({ kind: 'removed', parts: removed });
    if (added.length > 0) result.push({ kind: 'added', parts: added });
    [removed, added] = [[], []];
  };
  for (const { kind, parts } of pieces) {
    if (kind === 'removed') removed.push(...parts);
    else if (kind === 'added') added.push(...parts);
    else {
      flush();
      const last = result.at(-1);
      if (last?.kind === 'same') result[result.length - 1] = { kind, parts: [...last.parts, ...parts] };
      else result.push({ kind, parts });
    }
  }
  flush();
  return result;
}

/** Words, the spaces between them, and every other sign alone; Chinese sign by sign. */
export const wordsAndSpaces = (text: string): string[] =>
  text.match(/\p{Script=Han}|[\p{L}\p{M}\p{N}]+|\s+|./gsu) ?? [];
