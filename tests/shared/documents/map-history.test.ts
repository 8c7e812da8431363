/** B10: comparing two pictures of a map, and what one reveals, held against plain definitions. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bridgesOf, insightsOf } from '../../../shared/documents/map-insights.ts';
import { comparePictures, isUnchanged, type MapPicture } from '../../../shared/documents/map-picture.ts';
import {
  type MapNode,
  type MapTie,
  TieEnergy,
  TieNetwork,
  TieStrength,
} from '../../../shared/documents/network-map.ts';

const node = (label: string, kind: MapNode['kind']): MapNode => ({
  label,
  kind,
  ring: 'informal',
  x: 0,
  y: 0,
});
const keys = ['madre', 'figlia', 'a', 'b', 'c', 'd', 'e'] as const;
const nodes = Object.fromEntries(
  keys.map((key) => [key, node(key, key === 'madre' || key === 'figlia' ? 'member' : 'person')]),
);
const anyTie: fc.Arbitrary<MapTie> = fc.record({
  source: fc.constantFrom(...keys),
  target: fc.constantFrom(...keys),
  strength: fc.constantFrom(...TieStrength.options),
  energy: fc.constantFrom(...TieEnergy.options),
  network: fc.constantFrom(...TieNetwork.options),
  supports: fc.constant([]),
});
const anyPicture: fc.Arbitrary<MapPicture> = fc
  .dictionary(fc.constantFrom('t1', 't2', 't3', 't4', 't5', 't6', 't7', 't8'), anyTie)
  .map((ties) => ({ nodes, ties }));
const tie = (source: string, target: string, given: Partial<MapTie> = {}): MapTie => ({
  source,
  target,
  strength: 'strong',
  energy: 'mutual',
  network: 'primary',
  supports: [],
  ...given,
});

test('B10: a comparison is empty with itself, and the other way round it is mirrored (property)', () => {
  fc.assert(
    fc.property(anyPicture, anyPicture, (before, after) => {
      const [there, back] = [comparePictures(before, after), comparePictures(after, before)];
      expect(isUnchanged(comparePictures(before, before))).toBe(true);
      expect([...there.addedTies].sort()).toEqual([...back.goneTies].sort());
      expect(there.changedTies.map(({ key }) => key).sort()).toEqual(
        back.changedTies.map(({ key }) => key).sort(),
      );
    }),
  );
});

test('B10: what was added, what is gone, and a tie that grew weaker', () => {
  const before = { nodes, ties: { t1: tie('madre', 'a'), t2: tie('madre', 'b') } };
  const after = {
    nodes: { ...nodes, f: node('f', 'person') },
    ties: { t1: tie('madre', 'a', { strength: 'tenuous', energy: 'to' }), t3: tie('f', 'madre') },
  };
  expect(comparePictures(before, after)).toMatchObject({
    addedNodes: ['f'],
    goneNodes: [],
    addedTies: ['t3'],
    goneTies: ['t2'],
    changedTies: [{ key: 't1', fields: ['strength', 'energy'] }],
  });
});

/** Whom the family reaches over living ties, by trying every one until nothing changes. */
function reachable({ ties }: MapPicture, without: string | null): Set<string> {
  const found = new Set<string>(['madre', 'figlia']);
  const living = Object.values(ties).filter(
    ({ strength }) => strength !== 'broken' && strength !== 'absent_needed',
  );
  for (let size = -1; size !== found.size; ) {
    size = found.size;
    for (const { source, target } of living) {
      if (source === without || target === without) continue;
      if (found.has(source)) found.add(target);
      else if (found.has(target)) found.add(source);
    }
  }
  return found;
}

test('B10: a bridge is whoever cuts the family off from others by not being there, and nobody else is (property)', () => {
  fc.assert(
    fc.property(anyPicture, (picture) => {
      const found = new Map(bridgesOf(picture).map(({ node: key, cutsOff }) => [key, [...cutsOff].sort()]));
      const all = reachable(picture, null);
      for (const key of keys.slice(2)) {
        const rest = reachable(picture, key);
        const lost = all.has(key) ? [...all].filter((other) => other !== key && !rest.has(other)).sort() : [];
        expect(found.get(key) ?? []).toEqual(lost);
      }
    }),
  );
});

test('B10: needs without a tie, rights that nobody serves, and how giving and taking stand', () => {
  const picture = {
    nodes,
    ties: {
      t1: tie('madre', 'a', { energy: 'to' }),
      t2: tie('madre', 'b', { strength: 'absent_needed', network: 'secondary' }),
      t3: tie('c', 'madre', { energy: 'from', network: 'secondary' }),
    },
  };
  const insights = insightsOf(picture, {
    neededRights: ['health', 'home'],
    rightsServedBy: ({ label }) => (label === 'c' ? ['health'] : label === 'b' ? ['home'] : []),
  });
  expect(insights).toMatchObject({
    missingTies: ['t2'],
    unservedRights: ['home'],
    balance: { informal: 1, formal: 1 },
    exchange: { gives: 1, receives: 1, mutual: 0, none: 0 },
    drains: ['t1'],
  });
});
