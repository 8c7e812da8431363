/** How early a family was met (B12): the week of pregnancy, or the age of the child, on the day it was taken in. */
import { z } from 'zod';
import { addDays, type Day, daysBetween } from '../dates.ts';
import { type ClockDates, daysToDueDate } from './clock.ts';
import type { Pregnancy } from './households.ts';

export const Earliness = z.discriminatedUnion('kind', [
  /** Days since the last menstrual period: `week` weeks are complete, and `days` more (24+3). */
  z.object({ kind: z.literal('pregnancy'), week: z.int(), days: z.int() }),
  /** Days since the birth. */
  z.object({ kind: z.literal('birth'), ageDays: z.int() }),
  /** No date is known, or the pregnancy began later. */
  z.object({ kind: z.literal('unknown') }),
]);
export type Earliness = z.infer<typeof Earliness>;

/** A pregnancy that is longer than this wasn't under way any more, in days from the last menstrual period (43+0). */
export const longestPregnancyDays = 301;

/**
 * Earliness on a day, from what is known of the current pregnancy or the youngest child. A birth that came later than
 * that day still tells the week: it is counted back from the due date, or else from the birth itself.
 */
export function earlinessOn(day: Day, { lmp, dueDate, birth }: ClockDates): Earliness {
  if (birth !== null && birth <= day) return { kind: 'birth', ageDays: daysBetween(birth, day) };
  const start = lmp ?? countedBack(dueDate ?? birth);
  if (start === null || start > day) return { kind: 'unknown' };
  const days = daysBetween(start, day);
  if (days > longestPregnancyDays) return { kind: 'unknown' };
  return { kind: 'pregnancy', week: Math.floor(days / 7), days: days % 7 };
}

const countedBack = (end: Day | null): Day | null => (end === null ? null : addDays(end, -daysToDueDate));

/**
 * How early the family was met on the day it was taken in: in the week of the pregnancy under way that day, else at the
 * age of the child who was the youngest then.
 */
export function earlinessOfFamily(
  openedOn: Day,
  pregnancies: readonly Pregnancy[],
  births: readonly Day[],
): Earliness {
  const carried = pregnancies.filter(({ ended }) => ended === null || ended.on >= openedOn);
  const candidates: ClockDates[] = [
    ...carried.map(({ lmp, dueDate, ended }) => ({
      lmp,
      dueDate,
      birth: ended?.outcome === 'birth' ? ended.on : null,
    })),
    ...births
      .toSorted()
      .toReversed()
      .map((birth) => ({ lmp: null, dueDate: null, birth })),
  ];
  const all = candidates.map((dates) => earlinessOn(openedOn, dates));
  const first = (kind: Earliness['kind']) => all.find((one) => one.kind === kind);
  return first('pregnancy') ?? first('birth') ?? { kind: 'unknown' };
}
