/** D10: two versions of a procedure are compared line by line. */
import { expect, test } from 'vitest';
import { compareLines } from '../../shared/records/line-diff.ts';

const shown = (before: string, after: string) =>
  compareLines(before, after).map(
    ({ kind, text }) => `${{ same: ' ', removed: '-', added: '+' }[kind]}${text}`,
  );

test('D10: a line that changed is removed and added in its place, the others stay', () => {
  expect(shown('a\nb\nc', 'a\nx\nc\nd')).toEqual([' a', '-b', '+x', ' c', '+d']);
  expect(shown('', 'a')).toEqual(['+a']);
  expect(shown('a\r\nb', 'a\nb')).toEqual([' a', ' b']);
});

test('D10: what was removed and what stayed is the old text, what stayed and was added the new one', () => {
  for (let round = 0; round < 200; round++) {
    const [old, fresh] = [0, 1].map((seed) =>
      Array.from(
        { length: 1 + ((round * 7 + seed * 5) % 9) },
        (_, i) => 'abc'[(i * i + round * (seed + 1)) % 3],
      ),
    );
    const lines = compareLines((old ?? []).join('\n'), (fresh ?? []).join('\n'));
    const without = (kind: string) => lines.flatMap((line) => (line.kind === kind ? [] : line.text));
    expect(without('added')).toEqual(old);
    expect(without('removed')).toEqual(fresh);
  }
});
