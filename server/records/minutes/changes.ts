/** What changed in the words since somebody read them: block by block, so that it can be read. */
import type { WordsBlock } from '../../../shared/records/excerpts.ts';
import type { WordsChange } from '../../../shared/records/minutes.ts';

/** More than that is read anew rather than compared. */
const mostBlocks = 600;

/**
 * Blocks that are gone, new, or said otherwise, in reading order, by the longest common sequence of the two. A block that
 * goes where a new one comes is one change.
 */
export function changesBetween(before: readonly WordsBlock[], after: readonly WordsBlock[]): WordsChange[] {
  const [old, now] = [withWords(before), withWords(after)];
  if (old.length > mostBlocks || now.length > mostBlocks) return [];
  const changes: WordsChange[] = [];
  let [gone, come]: [WordsBlock[], WordsBlock[]] = [[], []];
  const flush = (): void => {
    for (let i = 0; i < Math.max(gone.length, come.length); i++) {
      const block = come[i] ?? gone[i];
      changes.push({
        pointId: block?.pointId ?? null,
        before: gone[i]?.text ?? null,
        after: come[i]?.text ?? null,
      });
    }
    [gone, come] = [[], []];
  };
  const common = lengthsOfCommon(old, now);
  let [i, j] = [0, 0];
  while (i < old.length || j < now.length) {
    const [left, right] = [old[i], now[j]];
    if (left && right && isSame(left, right)) {
      flush();
      i++;
      j++;
    } else if (right && (!left || at(common, i, j + 1) >= at(common, i + 1, j))) {
      come.push(right);
      j++;
    } else if (left) {
      gone.push(left);
      i++;
    }
  }
  flush();
  return changes;
}

const withWords = (blocks: readonly WordsBlock[]): WordsBlock[] => blocks.filter(({ text }) => text !== '');

const isSame = (a: WordsBlock, b: WordsBlock): boolean =>
  a.kind === b.kind && a.text === b.text && a.original === b.original && a.pointId === b.pointId;

const at = (table: readonly (readonly number[])[], i: number, j: number): number => table[i]?.[j] ?? 0;

/** `[i][j]`: how long the longest common sequence of what follows is. */
function lengthsOfCommon(old: readonly WordsBlock[], now: readonly WordsBlock[]): number[][] {
  const table: number[][] = Array.from({ length: old.length + 1 }, () => []);
  for (let i = old.length - 1; i >= 0; i--) {
    for (let j = now.length - 1; j >= 0; j--) {
      const [left, right, row] = [old[i], now[j], table[i]];
      if (!left || !right || !row) continue;
      row[j] = isSame(left, right)
        ? at(table, i + 1, j + 1) + 1
        : Math.max(at(table, i + 1, j), at(table, i, j + 1));
    }
  }
  return table;
}
