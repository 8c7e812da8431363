/** Two texts compared line by line, as the versions of a procedure are read beside each other. */

export type DiffLine = { readonly kind: 'same' | 'removed' | 'added'; readonly text: string };

/** Two texts compared by their lines. */
export const compareLines = (before: string, after: string): DiffLine[] =>
  comparePieces(linesOf(before), linesOf(after));

/**
 * The fewest pieces (lines, words) that have to be removed and added to make `old` into `fresh` (longest common
 * subsequence, Hunt and McIlroy 1976), in reading order; at a change what was removed stands before what was added.
 * Pieces × pieces of memory: for texts people write by hand.
 */
export function comparePieces(old: readonly string[], fresh: readonly string[]): DiffLine[] {
  const common = commonLengths(old, fresh);
  const at = (i: number, j: number): number => common[i]?.[j] ?? 0;
  const lines: DiffLine[] = [];
  let [i, j] = [0, 0];
  while (i < old.length || j < fresh.length) {
    const [was, is] = [old[i], fresh[j]];
    if (was !== undefined && was === is) {
      lines.push({ kind: 'same', text: was });
      i++;
      j++;
    } else if (was !== undefined && (is === undefined || at(i + 1, j) >= at(i, j + 1))) {
      lines.push({ kind: 'removed', text: was });
      i++;
    } else if (is !== undefined) {
      lines.push({ kind: 'added', text: is });
      j++;
    }
  }
  return lines;
}

const linesOf = (text: string): string[] => (text === '' ? [] : text.replaceAll('\r\n', '\n').split('\n'));

/** `[i][j]`: how many lines the rest of `old` from i and the rest of `fresh` from j have in common. */
function commonLengths(old: readonly string[], fresh: readonly string[]): number[][] {
  const lengths = Array.from({ length: old.length + 1 }, () => new Array<number>(fresh.length + 1).fill(0));
  for (let i = old.length - 1; i >= 0; i--) {
    for (let j = fresh.length - 1; j >= 0; j--) {
      const [row, below] = [lengths[i], lengths[i + 1]];
      if (row === undefined || below === undefined) continue;
      row[j] = old[i] === fresh[j] ? (below[j + 1] ?? 0) + 1 : Math.max(below[j] ?? 0, row[j + 1] ?? 0);
    }
  }
  return lengths;
}
