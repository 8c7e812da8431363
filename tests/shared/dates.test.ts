import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, addYears, Day, dayOf, daysBetween } from '../../shared/dates.ts';

const someDay = fc
  .date({ min: new Date('1950-01-01'), max: new Date('2080-12-31'), noInvalidDate: true })
  .map((date) => Day.parse(date.toISOString().slice(0, 10)));

describe('days', () => {
  test('a day that is not in the calendar is refused', () => {
    expect(Day.safeParse('2026-02-30').success).toBe(false);
    expect(Day.safeParse('21/11/2026').success).toBe(false);
  });

  test('late evening in UTC is already tomorrow in Rome', () => {
    expect(dayOf(new Date('2026-11-21T23:30:00Z'))).toBe('2026-11-22');
    expect(dayOf(new Date('2026-07-21T22:30:00Z'))).toBe('2026-07-22');
  });

  test('adding days and counting them back agree, through every change of hour', () => {
    fc.assert(
      fc.property(someDay, fc.integer({ min: -20_000, max: 20_000 }), (day, days) => {
        expect(daysBetween(day, addDays(day, days))).toBe(days);
      }),
    );
  });

  test('29 February becomes 28 February in a common year', () => {
    expect(addYears(Day.parse('2024-02-29'), 2)).toBe('2026-02-28');
    expect(addYears(Day.parse('2024-02-29'), 4)).toBe('2028-02-29');
  });
});
