/** Every capability of the four sources is shown by a refusal and a success, and the page that lists them is true. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { capabilitiesPage, capabilitiesShown, capabilityIds, idsOf } from './capabilities.ts';

const shown = capabilitiesShown();
const ofSources = capabilityIds.filter((id) => !id.startsWith('X'));

describe('the ids a title begins with', () => {
  test.each([
    ['seen is saved', []],
    ['X1: a cell', ['X1']],
    ['A3, B1–B4: a household', ['A3', 'B1', 'B2', 'B3', 'B4']],
    ['C7: refused: above the cap', ['C7']],
  ])('%s', (title, ids) => expect(idsOf(title)).toEqual(ids));
});

test('each capability of the four sources has a test of refusal and one of success', () => {
  const missing = ofSources.flatMap((id) => {
    const tests = shown.get(id) ?? [];
    return [
      ...(tests.some(({ refusal }) => refusal) ? [] : [`${id}: no refusal`]),
      ...(tests.some(({ refusal }) => !refusal) ? [] : [`${id}: no success`]),
    ];
  });
  expect(missing).toEqual([]);
});

test('docs/capabilities.md says what the titles say (npm run capabilities)', () => {
  expect(readFileSync('docs/capabilities.md', 'utf8')).toBe(capabilitiesPage());
});
