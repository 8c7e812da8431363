import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ageOf,
  dayOfPregnancyWeek,
  labelExtent,
  labelsThatFit,
  lanesOf,
  markLanes,
  markPlaces,
  percentOf,
  pregnancyWeekOf,
  termDays,
  thousandDayTicks,
  yearTicks,
} from '../../../client/ui/band-scale.ts';
import { addDays, addMonths, addYears, Day, daysBetween } from '../../../shared/dates.ts';

const epoch = Day.parse('2015-01-01');
const anyDay = fc.integer({ min: 0, max: 9000 }).map((days) => addDays(epoch, days));
const span = { from: Day.parse('2026-01-01'), to: Day.parse('2028-09-27') };

describe('places on the band (A2)', () => {
  it('A2: the first day stands at 0, the last at 100, days outside at the nearer end', () => {
    expect(percentOf(span, span.from)).toBe(0);
    expect(percentOf(span, span.to)).toBe(100);
    expect(percentOf(span, addDays(span.from, -30))).toBe(0);
    expect(percentOf(span, addDays(span.to, 30))).toBe(100);
  });

  it('A2: a span of no days puts everything at its beginning rather than nowhere', () => {
    expect(percentOf({ from: span.from, to: span.from }, span.from)).toBe(0);
  });

  it('A2: a later day never stands before an earlier one', () => {
    fc.assert(
      fc.property(anyDay, fc.nat(5000), fc.integer({ min: 1, max: 5000 }), (from, offset, length) => {
        const range = { from, to: addDays(from, length) };
        const day = addDays(from, offset);
        expect(percentOf(range, addDays(day, 1))).toBeGreaterThanOrEqual(percentOf(range, day));
      }),
    );
  });

  it('A2: equal numbers of days take equal lengths', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 2, max: 900 }), (from, length) => {
        const range = { from, to: addDays(from, length * 2) };
        expect(percentOf(range, addDays(from, length))).toBeCloseTo(50);
      }),
    );
  });
});

describe('ages and weeks', () => {
  it('A2: a birth at term falls in the 41st week, its 40 weeks complete', () => {
    const conception = Day.parse('2025-09-17');
    expect(pregnancyWeekOf(conception, addDays(conception, termDays))).toBe(41);
    expect(dayOfPregnancyWeek(conception, 40)).toBe(addDays(conception, termDays));
  });

  it('A2: the week under way began on its own day and has not ended', () => {
    fc.assert(
      fc.property(anyDay, fc.nat(300), (conception, days) => {
        const today = addDays(conception, days);
        const week = pregnancyWeekOf(conception, today);
        expect(dayOfPregnancyWeek(conception, week - 1) <= today).toBe(true);
        expect(dayOfPregnancyWeek(conception, week) > today).toBe(true);
      }),
    );
  });

  it('A2: a child born on the 31st has a month-day in every month', () => {
    const birth = Day.parse('2026-08-31');
    expect(addMonths(birth, 1)).toBe('2026-09-30');
    expect(addMonths(birth, 6)).toBe('2027-02-28');
    expect(addMonths(birth, 7)).toBe('2027-03-31');
  });

  it('A2: months lived and days left over lead back to today', () => {
    fc.assert(
      fc.property(anyDay, fc.nat(7000), (birth, days) => {
        const today = addDays(birth, days);
        const age = ageOf(birth, today);
        expect(age.days).toBeGreaterThanOrEqual(0);
        expect(age.days).toBeLessThan(31);
        expect(addDays(addMonths(birth, age.months), age.days)).toBe(today);
        expect(addMonths(birth, age.months + 1) > today).toBe(true);
      }),
    );
  });
});

describe('words under the band', () => {
  it('A2: ticks run from conception to the second birthday, within the span, in order', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 160, max: 290 }), (conception, pregnancy) => {
        const birth = addDays(conception, pregnancy);
        const end = addYears(birth, 2);
        const ticks = thousandDayTicks(conception, birth, end, true);
        const days = ticks.map((tick) => tick.at);
        expect(days[0]).toBe(conception);
        expect(days.at(-1)).toBe(end);
        expect([...days].sort()).toEqual(days);
      }),
    );
  });

  it('A2: after an early birth no week of pregnancy is written past it', () => {
    const conception = Day.parse('2026-01-01');
    const birth = addDays(conception, 150);
    const weeks = thousandDayTicks(conception, birth, addYears(birth, 2), true).flatMap((tick) =>
      tick.text.kind === 'week' ? [tick.text.week] : [],
    );
    expect(weeks).toEqual([12]);
  });

  it('A2: the line of years ends on the eighteenth birthday, also for a child of 29 February', () => {
    const ticks = yearTicks(Day.parse('2024-02-29'), 18);
    expect(ticks).toHaveLength(19);
    expect(ticks.at(-1)).toMatchObject({ at: '2042-02-28', text: { kind: 'years', years: 18 } });
  });

  it('A2: labels that are shown never touch and never leave the band', () => {
    const label = fc.record({
      at: fc.double({ min: 0, max: 100, noNaN: true }),
      text: fc.string({ minLength: 1, maxLength: 24 }),
      rank: fc.nat(5),
    });
    fc.assert(
      fc.property(
        fc.array(label, { maxLength: 14 }),
        fc.integer({ min: 320, max: 1900 }),
        (labels, width) => {
          const extents = labelsThatFit(labels, width)
            .map((kept) => labelExtent(kept, width))
            .sort((a, b) => a.start - b.start);
          for (const [index, extent] of extents.entries()) {
            expect(extent.start).toBeGreaterThanOrEqual(0);
            expect(extent.end).toBeLessThanOrEqual(width + 1e-9);
            const next = extents[index + 1];
            if (next) expect(next.start).toBeGreaterThan(extent.end);
          }
        },
      ),
    );
  });

  it('A2: today is never the label that gives way', () => {
    const today = { at: 50, text: 'oggi, 5 mesi', rank: 0 };
    const neighbour = { at: 50.5, text: '6 mesi', rank: 1 };
    expect(labelsThatFit([neighbour, today], 800)).toEqual([today]);
  });
});

describe('lanes of windows', () => {
  const window = fc
    .tuple(fc.nat(1000), fc.nat(200))
    .map(([from, length]) => ({ from: addDays(epoch, from), to: addDays(epoch, from + length) }));

  it('A2: two windows of one lane never share a day, and no lane is left out', () => {
    fc.assert(
      fc.property(fc.array(window, { maxLength: 12 }), (windows) => {
        const lanes = lanesOf(windows);
        expect(lanes).toHaveLength(windows.length);
        const used = new Set(lanes);
        expect([...used].sort((a, b) => a - b)).toEqual(Array.from(used, (_, index) => index));
        for (const [a, first] of windows.entries()) {
          for (const [b, second] of windows.entries()) {
            if (a === b || lanes[a] !== lanes[b]) continue;
            expect(daysBetween(first.to, second.from) > 0 || daysBetween(second.to, first.from) > 0).toBe(
              true,
            );
          }
        }
      }),
    );
  });
});

describe('marks on a crowded band (A2)', () => {
  const width = 1000;
  const anyMarks = fc
    .array(fc.double({ min: 0, max: 100, noNaN: true }), { maxLength: 40 })
    .map((ats) => ats.toSorted((a, b) => a - b).map((at) => ({ at, past: at < 50 })));

  it('A2: marks with room stand on the line, on their own day', () => {
    const marks = [10, 30, 80].map((at) => ({ at, past: at < 50 }));
    expect(markPlaces(marks, width, { birth: 20, today: 50 })).toEqual(
      marks.map(({ at }) => ({ at, lane: 0 })),
    );
  });

  it('A2: marks of neighbouring days stand above each other, and none on the birth', () => {
    const marks = [20, 20.2, 20.4].map((at) => ({ at, past: true }));
    expect(markPlaces(marks, width, { birth: 20, today: 50 }).map(({ lane }) => lane)).toEqual([1, 2, 3]);
  });

  it('A2: nothing covers today’s line, what is past stays before it and what comes after', () => {
    fc.assert(
      fc.property(anyMarks, (marks) => {
        markPlaces(marks, width, { birth: 25, today: 50 }).forEach(({ at, lane }, index) => {
          expect(Math.abs(at - 50) * 10).toBeGreaterThan(7.9);
          expect(at < 50).toBe(marks[index]?.past);
          expect(Math.abs(at - (marks[index]?.at ?? 0)) * 10).toBeLessThanOrEqual(8.1);
          expect(lane).toBeLessThan(markLanes);
        });
      }),
    );
  });

  it('A2: before its width is known a band shows every mark on its day', () => {
    expect(markPlaces([{ at: 50, past: true }], 0, { birth: 20, today: 50 })).toEqual([{ at: 50, lane: 0 }]);
  });
});
