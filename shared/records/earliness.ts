/** How early a family is reached (B12): the week of pregnancy, or the child's age, on the day it was reported. */
import { z } from 'zod';
import { addDays, addYears, Day, daysBetween } from '../dates.ts';
import { HouseholdId } from '../ids.ts';
import { daysToDueDate } from './clock.ts';

export const Earliness = z.discriminatedUnion('kind', [
  /** Completed weeks since the last menstrual period, as gestational age is counted. */
  z.object({ kind: z.literal('pregnancy'), week: z.int() }),
  /** Days since the birth of the youngest child. */
  z.object({ kind: z.literal('birth'), days: z.int() }),
]);
export type Earliness = z.infer<typeof Earliness>;

export const HouseholdEarliness = z.object({
  householdId: HouseholdId,
  receivedOn: Day,
  /** Null when no date tells. */
  earliness: Earliness.nullable(),
});
export type HouseholdEarliness = z.infer<typeof HouseholdEarliness>;

export type EarlinessDates = {
  /** Pregnancies known of, whenever they were. */
  readonly pregnancies: readonly {
    readonly lmp: Day | null;
    readonly dueDate: Day | null;
    readonly ended: Day | null;
  }[];
  readonly births: readonly Day[];
};

/** Days after a last period by which a pregnancy has ended in any case. */
const longestPregnancyDays = 301;
const yearsOfTheClock = 2;
/** A birth this many days after a last period may be of that pregnancy. */
const shortestPregnancyDays = 140;

/**
 * Earliness on the day of the report. A pregnancy under way counts before children; one that is known only by the
 * birth it ended in is counted back from it by Naegele's rule. Null when no date tells, and for a family that came after
 * the thousand days, which end on the second birthday (A2): it wasn't reached early or late in them.
 */
export function earlinessOf(receivedOn: Day, { pregnancies, births }: EarlinessDates): Earliness | null {
  for (const { lmp, dueDate, ended } of pregnancies) {
    const period = lmp ?? (dueDate && addDays(dueDate, -daysToDueDate));
    if (period === null || (ended !== null && ended <= receivedOn)) continue;
    const born = births.some(
      (birth) => birth <= receivedOn && daysBetween(period, birth) >= shortestPregnancyDays,
    );
    if (!born && isUnderWay(period, receivedOn)) return inPregnancy(period, receivedOn);
  }
  const later = births.filter((birth) => birth > receivedOn).sort()[0];
  const countedBack = later && addDays(later, -daysToDueDate);
  if (countedBack && isUnderWay(countedBack, receivedOn)) return inPregnancy(countedBack, receivedOn);
  const youngest = births
    .filter((birth) => birth <= receivedOn)
    .sort()
    .at(-1);
  return youngest && addYears(youngest, yearsOfTheClock) > receivedOn
    ? { kind: 'birth', days: daysBetween(youngest, receivedOn) }
    : null;
}

const isUnderWay = (period: Day, on: Day): boolean =>
  period <= on && daysBetween(period, on) <= longestPregnancyDays;

const inPregnancy = (period: Day, on: Day): Earliness => ({
  kind: 'pregnancy',
  week: Math.floor(daysBetween(period, on) / 7),
});
