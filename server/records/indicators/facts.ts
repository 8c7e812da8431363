/**
 * What the indicators count of a household as things stood on a day: states, situations, tenures and births by their
 * dates, never today's passed off as then's. A situation that nobody recorded is unknown.
 */
import { addYears, type Day } from '../../../shared/dates.ts';
import type { BodyId, ProgrammeId } from '../../../shared/ids.ts';
import { isInCare } from '../../../shared/records/status-changes.ts';
import type { Dated, Known } from './dated.ts';

export type Facts = {
  readonly district: number | null;
  readonly desk: BodyId | null;
  /** In the order of their ids. */
  readonly programmes: readonly ProgrammeId[];
  readonly inCare: boolean;
  readonly wasInCare: boolean;
  readonly severePoverty: Known;
  readonly migrantBackground: Known;
  readonly work: string;
  readonly minors: number;
  /** Children of whom no birth day is known. */
  readonly undatedChildren: number;
  readonly childUnderTwo: boolean;
  readonly leadSector: string | null;
  readonly intakeWeek: number | null;
  readonly intakeAgeDays: number | null;
};

const yearsOfAMinor = 18;
const yearsOfTheClock = 2;

/** Tells the facts of one day; undefined for a household that there isn't, or that hadn't been taken in by its end. */
export function factsOn(day: Day): (dated: Dated | undefined) => Facts | undefined {
  const bornForMinors = addYears(day, -yearsOfAMinor);
  const bornForPairs = addYears(day, -yearsOfTheClock);
  const stands = ([, since, until]: readonly [unknown, Day, Day | null]) =>
    since <= day && (until === null || until > day);
  const hasBegun = ([from]: readonly [Day, ...unknown[]]) => from <= day;
  return (dated) => {
    if (!dated) return undefined;
    const statuses = dated.statuses.filter(hasBegun);
    const [, status] = statuses.at(-1) ?? [];
    if (!status || statuses.every(([, each]) => each === 'reported')) return undefined;
    const [, severePoverty, migrantBackground, work] = dated.situations.findLast(hasBegun) ?? [];
    const here = dated.children.filter(
      ([birth, leftOn]) => (leftOn === null || leftOn > day) && (birth === null || birth <= day),
    );
    const bornAfter = (then: Day) => here.filter(([birth]) => birth !== null && birth > then).length;
    return {
      district: dated.district,
      desk: dated.desks.find(stands)?.[0] ?? null,
      programmes: dated.programmes.filter(stands).map(([programme]) => programme),
      inCare: isInCare(status),
      wasInCare: statuses.some(([, each]) => isInCare(each)),
      severePoverty: severePoverty ?? 'unknown',
      migrantBackground: migrantBackground ?? 'unknown',
      work: work ?? 'unknown',
      minors: bornAfter(bornForMinors),
      undatedChildren: here.filter(([birth]) => birth === null).length,
      childUnderTwo: bornAfter(bornForPairs) > 0,
      leadSector: dated.leadSectors.find(stands)?.[0] ?? null,
      intakeWeek: dated.intakeWeek,
      intakeAgeDays: dated.intakeAgeDays,
    };
  };
}
