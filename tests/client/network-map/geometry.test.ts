import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { freePlace, ontoRing, placeLoose } from '../../../client/network-map/geometry/first-layout.ts';
import { type GenogramPerson, layOutGenogram } from '../../../client/network-map/geometry/genogram.ts';
import { labelBox, overlap, placeLabels, wrapLabel } from '../../../client/network-map/geometry/label.ts';
import {
  createProjection,
  householdRadius,
  keepOutside,
  nearestRadius,
  type Point,
  ringRadius,
} from '../../../client/network-map/geometry/projection.ts';
import {
  crossHatch,
  cut,
  sideways,
  tieStrokes,
  visibleLine,
} from '../../../client/network-map/geometry/tie-line.ts';

const coordinate = fc.double({ min: -1500, max: 1500, noNaN: true });
const point = fc.record({ x: coordinate, y: coordinate });
const size = fc.record({
  width: fc.integer({ min: 200, max: 2400 }),
  height: fc.integer({ min: 200, max: 1600 }),
});
const household = fc.record({
  width: fc.integer({ min: 80, max: 420 }),
  height: fc.integer({ min: 80, max: 300 }),
});
const distance = (a: Point, b: Point) => Math.hypot(a.x - b.x, a.y - b.y);

describe('from drawing units to the stage', () => {
  it('comes back to the same drawing units, whatever the sheet and the household', () => {
    fc.assert(
      fc.property(point, size, household, (drawn, canvas, home) => {
        const projection = createProjection(canvas, home);
        expect(distance(projection.toDrawing(projection.toStage(drawn)), drawn)).toBeLessThan(0.001);
      }),
    );
  });

  it('never draws a kept-out place within the household', () => {
    fc.assert(
      fc.property(point, size, household, (drawn, canvas, home) => {
        const at = createProjection(canvas, home).toStage(keepOutside(drawn));
        const inside = Math.abs(at.x) < home.width / 2 && Math.abs(at.y) < home.height / 2;
        expect(inside).toBe(false);
      }),
    );
  });

  it('keeps places out of the household and within what the document admits', () => {
    fc.assert(
      fc.property(
        fc.record({
          x: fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e6, max: 1e6 }),
          y: coordinate,
        }),
        (drawn) => {
          const kept = keepOutside(drawn);
          expect(Math.hypot(kept.x, kept.y)).toBeGreaterThan(nearestRadius - 0.2);
          expect(Math.max(Math.abs(kept.x), Math.abs(kept.y))).toBeLessThan(4000);
        },
      ),
    );
    expect(keepOutside({ x: 0, y: 0 })).toEqual({ x: nearestRadius, y: 0 });
  });

  it('draws each ring outside the one before', () => {
    fc.assert(
      fc.property(size, household, (canvas, home) => {
        const { axes } = createProjection(canvas, home);
        const radii = [
          householdRadius,
          ringRadius.informal,
          ringRadius.services,
          ringRadius.third_sector,
          ringRadius.market,
        ];
        const widths = radii.map((radius) => axes(radius).width);
        expect(widths).toEqual(widths.toSorted((a, b) => a - b));
        expect(new Set(widths).size).toBe(widths.length);
      }),
    );
  });
});

describe('the lines of ties', () => {
  const start = { kind: 'circle', centre: { x: 0, y: 0 }, radius: 18 } as const;
  const endAt = (centre: Point) => ({ kind: 'circle', centre, radius: 18 }) as const;

  it('start and end at the edge of what they join', () => {
    fc.assert(
      fc.property(point, (to) => {
        fc.pre(Math.hypot(to.x, to.y) > 40);
        const line = visibleLine({ from: { x: 0, y: 0 }, to }, start, endAt(to), 0);
        expect(line).not.toBeNull();
        if (!line) return;
        expect(distance(line.from, { x: 0, y: 0 })).toBeCloseTo(18, 3);
        expect(distance(line.to, to)).toBeCloseTo(18, 3);
      }),
    );
  });

  it('stop at the household’s straight sides', () => {
    const box = { kind: 'box', centre: { x: 0, y: 0 }, width: 200, height: 100 } as const;
    const line = visibleLine({ from: { x: 0, y: 0 }, to: { x: 300, y: 0 } }, box, endAt({ x: 300, y: 0 }), 0);
    expect(line?.from).toEqual({ x: 100, y: 0 });
  });

  it('are not drawn between places that touch', () => {
    const to = { x: 20, y: 0 };
    expect(visibleLine({ from: { x: 0, y: 0 }, to }, start, endAt(to), 0)).toBeNull();
    expect(visibleLine({ from: to, to }, start, endAt(to), 0)).toBeNull();
  });

  it('lie side by side for one pair: evenly, around the straight way', () => {
    expect(sideways(0, 1)).toBe(0);
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 6 }), (count) => {
        const offsets = Array.from({ length: count }, (_, index) => sideways(index, count));
        expect(offsets.reduce((sum, offset) => sum + offset, 0)).toBeCloseTo(0);
        expect(new Set(offsets).size).toBe(count);
      }),
    );
    const to = { x: 300, y: 0 };
    const [one, two] = [0, 1].map((index) =>
      visibleLine({ from: { x: 0, y: 0 }, to }, start, endAt(to), sideways(index, 2)),
    );
    expect((one?.from.y ?? 0) - (two?.from.y ?? 0)).toBeCloseTo(13);
  });

  it('are cross-hatched when stressful, the more the longer', () => {
    const strokes = (length: number) =>
      crossHatch({ from: { x: 0, y: 0 }, to: { x: length, y: 0 } }).split('M').length - 1;
    expect(strokes(12)).toBe(2);
    expect(strokes(90)).toBe(9);
    expect(strokes(180)).toBeGreaterThan(strokes(90));
  });

  it('have a gap when broken', () => {
    const [before, after] = cut({ from: { x: 0, y: 0 }, to: { x: 100, y: 0 } });
    expect(before.to.x).toBeCloseTo(43);
    expect(after.from.x).toBeCloseTo(57);
    expect(
      tieStrokes({ from: { x: 0, y: 0 }, to: { x: 100, y: 0 } }, 'broken', 'none').line.split('M'),
    ).toHaveLength(3);
  });

  it('point where the energy goes: away, home, both ways, or nowhere', () => {
    const line = { from: { x: 0, y: 0 }, to: { x: 100, y: 0 } };
    expect(tieStrokes(line, 'strong', 'to').arrows).toMatch(/^M100 0L/);
    expect(tieStrokes(line, 'strong', 'from').arrows).toMatch(/^M0 0L/);
    expect(tieStrokes(line, 'strong', 'mutual').arrows.split('Z')).toHaveLength(3);
    expect(tieStrokes(line, 'strong', 'none').arrows).toBe('');
    expect(tieStrokes(line, 'absent_needed', 'mutual').arrows).toBe('');
  });
});

describe('labels', () => {
  it('break into lines of at most sixteen letters, unless a word is longer', () => {
    expect(wrapLabel('Servizio sociale Distretto 2')).toEqual(['Servizio sociale', 'Distretto 2']);
    const words = fc.array(fc.stringMatching(/^\p{L}{1,16}$/u), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(words, (parts) => {
        for (const line of wrapLabel(parts.join(' ')))
          expect(Array.from(line).length).toBeLessThanOrEqual(17);
      }),
    );
  });

  it('lose no word while they fit in three lines, and say so with an ellipsis when they don’t', () => {
    const words = fc.array(fc.stringMatching(/^[a-z]{1,5}$/), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(words, (parts) => {
        expect(wrapLabel(parts.join(' ')).join(' ')).toBe(parts.join(' '));
      }),
    );
    const long = wrapLabel('Associazione di promozione sociale delle donne di ogni paese');
    expect(long).toHaveLength(3);
    expect(long.at(-1)?.endsWith('…')).toBe(true);
  });

  it('choose a side that covers neither a sign nor another label', () => {
    const items = [
      { key: 'a', point: { x: 100, y: 100 }, lines: ['Casa dei Tigli'] },
      { key: 'b', point: { x: 100, y: 128 }, lines: ['Ponti e Parole'] },
    ];
    const sheet = { left: -400, right: 400, top: -400, bottom: 400 };
    const placed = placeLabels(items, [], [], sheet);
    const boxes = items.map(({ key, point: at, lines }) =>
      labelBox(at, lines, placed.get(key)?.side ?? 'below'),
    );
    const [a, b] = boxes;
    expect(a && b && overlap(a, b)).toBe(0);
    expect([...placed.values()].some(({ crowded }) => crowded)).toBe(false);
  });
});

describe('the household as a genogram', () => {
  const person = (key: string, more: Partial<GenogramPerson>): GenogramPerson => ({
    key,
    name: key,
    relation: 'child',
    symbol: 'circle',
    index: false,
    left: false,
    birth: null,
    ...more,
  });
  const mother = person('mother', { relation: 'mother', index: true });
  const father = person('father', { relation: 'father', symbol: 'square' });
  const children = [
    person('unborn', { symbol: 'triangle' }),
    person('younger', { birth: '2024-01-01' }),
    person('elder', { birth: '2018-01-01' }),
  ];
  const at = (people: GenogramPerson[], key: string) =>
    layOutGenogram(people).places.get(key) ?? { x: 0, y: 0 };

  it('puts the couple on one row, him at the left, and the children below from the eldest, the unborn last', () => {
    const people = [mother, father, ...children];
    expect(at(people, 'father').y).toBe(at(people, 'mother').y);
    expect(at(people, 'father').x).toBeLessThan(at(people, 'mother').x);
    expect(at(people, 'elder').y).toBeGreaterThan(at(people, 'mother').y);
    expect(at(people, 'elder').x).toBeLessThan(at(people, 'younger').x);
    expect(at(people, 'younger').x).toBeLessThan(at(people, 'unborn').x);
  });

  it('draws whoever left outside the dashed line, joined by a cut line', () => {
    const layout = layOutGenogram([mother, { ...father, left: true }, ...children]);
    expect(Math.abs(layout.places.get('father')?.x ?? 0)).toBeGreaterThan(layout.household.width / 2);
    expect(layout.couples).toMatchObject([{ apart: true }]);
  });

  it('writes a lone mother’s name beside her, where the line to the children leaves it room', () => {
    expect(layOutGenogram([mother, ...children]).nameBeside).toEqual(new Set(['mother']));
    expect(layOutGenogram([mother, father, ...children]).nameBeside.size).toBe(0);
  });

  it('lets no two signs touch and keeps everyone at home inside, however many they are', () => {
    const relation = fc.constantFrom(
      'mother',
      'father',
      'partner',
      'child',
      'grandmother',
      'other',
    ) as fc.Arbitrary<GenogramPerson['relation']>;
    const family = fc.array(fc.tuple(relation, fc.string({ maxLength: 30 }), fc.boolean()), {
      minLength: 1,
      maxLength: 14,
    });
    fc.assert(
      fc.property(family, (drafts) => {
        const people = drafts.map(([kind, name, left], index) =>
          person(`p${index}`, { relation: kind, name, left, index: index === 0 }),
        );
        const { places, household: home } = layOutGenogram(people);
        const points = [...places.values()];
        points.forEach((a, index) => {
          for (const b of points.slice(index + 1)) expect(distance(a, b)).toBeGreaterThan(32);
        });
        for (const each of people.filter(({ left }) => !left)) {
          const place = places.get(each.key) ?? { x: Number.NaN, y: Number.NaN };
          expect(Math.abs(place.x)).toBeLessThan(home.width / 2);
          expect(Math.abs(place.y)).toBeLessThan(home.height / 2);
        }
      }),
    );
  });
});

describe('the first place of what nobody has placed', () => {
  const ring = fc.constantFrom('informal', 'services', 'third_sector', 'market') as fc.Arbitrary<
    keyof typeof ringRadius
  >;

  it('leaves every sensible position as it is', () => {
    expect(placeLoose([{ key: 'a', ring: 'services', x: 250, y: 0 }])).toEqual(new Map());
  });

  it('is near its ring, apart from the others, and the same on every screen', () => {
    fc.assert(
      fc.property(fc.array(ring, { minLength: 1, maxLength: 12 }), (rings) => {
        const places = rings.map((each, index) => ({ key: `n${index}`, ring: each, x: 0, y: 0 }));
        const placed = placeLoose(places);
        expect(placeLoose(places)).toEqual(placed);
        const points = [...placed.values()];
        expect(points).toHaveLength(rings.length);
        points.forEach((a, index) => {
          expect(Math.hypot(a.x, a.y)).toBeGreaterThan(nearestRadius / 2);
          for (const b of points.slice(index + 1)) expect(distance(a, b)).toBeGreaterThan(30);
        });
      }),
      { numRuns: 30 },
    );
  });

  it('of a new one is the widest gap of its ring', () => {
    const spot = freePlace('informal', [{ x: ringRadius.informal, y: 0 }]);
    expect(Math.hypot(spot.x, spot.y)).toBeCloseTo(ringRadius.informal, 0);
    expect(spot.x).toBeLessThan(-ringRadius.informal * 0.95);
  });

  it('of one that changes ring keeps its direction', () => {
    const moved = ontoRing({ x: 100, y: 100 }, 'market');
    expect(moved.x).toBeCloseTo(moved.y);
    expect(Math.hypot(moved.x, moved.y)).toBeCloseTo(ringRadius.market, 0);
  });
});
