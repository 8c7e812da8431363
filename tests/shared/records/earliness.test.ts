/** B12: earliness is the gestational week, or the age, on the day of intake. */
import { expect, test } from 'vitest';
import { addDays, Day } from '../../../shared/dates.ts';
import { earlinessOn } from '../../../shared/records/earliness.ts';

const day = Day.parse('2026-03-10');
const nothing = { lmp: null, dueDate: null, birth: null };

test('B12: without a date, or before the pregnancy began, earliness is unknown', () => {
  expect(earlinessOn(day, nothing)).toEqual({ kind: 'unknown' });
  expect(earlinessOn(day, { ...nothing, lmp: addDays(day, 1) })).toEqual({ kind: 'unknown' });
  expect(earlinessOn(day, { ...nothing, lmp: addDays(day, -400) })).toEqual({ kind: 'unknown' });
});

test('B12: in pregnancy it is the week, from the last period, the due date or a birth that came later', () => {
  const week = { kind: 'pregnancy', week: 24, days: 3 };
  const lmp = addDays(day, -171);
  expect(earlinessOn(day, { ...nothing, lmp })).toEqual(week);
  expect(earlinessOn(day, { ...nothing, dueDate: addDays(lmp, 280) })).toEqual(week);
  expect(earlinessOn(day, { ...nothing, birth: addDays(lmp, 280) })).toEqual(week);
  expect(earlinessOn(day, { lmp, dueDate: null, birth: addDays(day, 60) })).toEqual(week);
});

test('B12: after the birth it is the child’s age in days, the day of birth being nought', () => {
  expect(earlinessOn(day, { ...nothing, birth: day })).toEqual({ kind: 'birth', ageDays: 0 });
  expect(earlinessOn(day, { ...nothing, birth: addDays(day, -80) })).toEqual({ kind: 'birth', ageDays: 80 });
});
