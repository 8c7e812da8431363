import fc from 'fast-check';
import { expect, test } from 'vitest';
import { layOut } from '../../../client/editor/annotations/margin-layout.ts';

const cards = fc.uniqueArray(
  fc.record({ key: fc.uuid(), wanted: fc.nat(2000), height: fc.integer({ min: 20, max: 300 }) }),
  { selector: ({ key }) => key, maxLength: 20 },
);

test('cards never overlap, keep the order of their words, and never stand above them unless one is focused', () => {
  fc.assert(
    fc.property(cards, (all) => {
      const tops = layOut(all);
      const placed = all
        .map((card) => ({ ...card, top: tops.get(card.key) ?? Number.NaN }))
        .sort((a, b) => a.top - b.top);
      placed.forEach((card, index) => {
        const next = placed[index + 1];
        expect(card.top).toBeGreaterThanOrEqual(card.wanted);
        if (next) expect(card.top + card.height).toBeLessThanOrEqual(next.top);
        if (next) expect(card.wanted).toBeLessThanOrEqual(next.wanted);
      });
    }),
  );
});

test('the focused card stands exactly beside its words when there is room above for the others', () => {
  const tops = layOut(
    [
      { key: 'a', wanted: 300, height: 100 },
      { key: 'b', wanted: 320, height: 100 },
    ],
    'b',
  );
  expect(tops.get('b')).toBe(320);
  expect(tops.get('a')).toBe(320 - 100 - 12);
});
