/** How early a family is reached (B12). */
import { describe, expect, test } from 'vitest';
import { addDays, Day } from '../../../shared/dates.ts';
import { earlinessOf } from '../../../shared/records/earliness.ts';

const on = Day.parse('2026-11-22');
const pregnancy = (given: Partial<{ lmp: Day | null; dueDate: Day | null; ended: Day | null }>) => ({
  ...{ lmp: null, dueDate: null, ended: null },
  ...given,
});

describe('earliness', () => {
  test('B12: refused: no date tells nothing, and neither does a pregnancy that ended before', () => {
    expect(earlinessOf(on, { pregnancies: [], births: [] })).toBeNull();
    const ended = pregnancy({ lmp: addDays(on, -60), ended: addDays(on, -1) });
    expect(earlinessOf(on, { pregnancies: [ended], births: [] })).toBeNull();
  });

  test('B12: refused: a family that came after the second birthday was reached neither early nor late', () => {
    const birth = (day: string) => earlinessOf(on, { pregnancies: [], births: [Day.parse(day)] });
    expect(birth('2024-11-23')).toEqual({ kind: 'birth', days: 729 });
    expect(birth('2024-11-22')).toBeNull();
  });

  test('B12: completed weeks since the last period, or counted back from the due date or a later birth', () => {
    const week = (pregnancies: ReturnType<typeof pregnancy>[], births: Day[] = []) =>
      earlinessOf(on, { pregnancies, births });
    expect(week([pregnancy({ lmp: addDays(on, -69) })])).toEqual({ kind: 'pregnancy', week: 9 });
    expect(week([pregnancy({ dueDate: addDays(on, 140) })])).toEqual({ kind: 'pregnancy', week: 20 });
    expect(week([], [addDays(on, 140)])).toEqual({ kind: 'pregnancy', week: 20 });
  });

  test('B12: a pregnancy counts before older children; after its birth the child’s age does', () => {
    const carried = [pregnancy({ lmp: addDays(on, -200) })];
    const older = addDays(on, -900);
    expect(earlinessOf(on, { pregnancies: carried, births: [older] })?.kind).toBe('pregnancy');
    const late = [pregnancy({ lmp: addDays(on, -290), ended: addDays(on, -10) })];
    expect(earlinessOf(on, { pregnancies: late, births: [older, addDays(on, -10)] })).toEqual({
      ...{ kind: 'birth', days: 10 },
    });
  });
});
