/** What is not told: small numbers, and those from which a small one could be computed by subtraction. */

/** Below this nothing is told (the rule of statistics on persons: no cell under five). */
export const smallestCell = 5;

export const isSmall = (count: number): boolean => count > 0 && count < smallestCell;

/**
 * Which parts of a told whole are hidden: the small ones, and while the hidden ones could still be computed from the whole
 * (only one, or fewer than five together) the smallest of the others too. A part of nothing is told: it is nobody.
 */
export function hiddenParts(counts: readonly number[]): boolean[] {
  const hidden = counts.map(isSmall);
  const filled = () => counts.filter((count, at) => hidden[at] && count > 0);
  const sum = (list: readonly number[]) => list.reduce((total, count) => total + count, 0);
  while (filled().length > 0 && (filled().length < 2 || sum(filled()) < smallestCell)) {
    const next = counts.reduce<number | null>((least, count, at) => {
      if (hidden[at] || count === 0) return least;
      return least === null || count < (counts[least] ?? 0) ? at : least;
    }, null);
    if (next === null) break;
    hidden[next] = true;
  }
  return hidden;
}
