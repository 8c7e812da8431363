/** Which dates of a pregnancy can't be true (A3). The same answer beside the field and on the server. */
import { addDays, type Day, daysBetween } from '../dates.ts';
import { daysToDueDate } from './clock.ts';
import type { Pregnancy } from './households.ts';

/** A pregnancy under way that began longer ago has ended: somebody has to say how. In days from the last period. */
const longestAgoDays = 300;
/** A child born earlier doesn't live, and later isn't of this pregnancy: 20 and 45 weeks from the last period. */
const birthDays = { earliest: 20 * 7, latest: 45 * 7 };
/** So far a scan may move the due date from where the last period puts it, in days. */
const dueShiftDays = 28;

export type DateProblem = {
  readonly path: 'pregnancy.lmp' | 'pregnancy.dueDate' | 'pregnancy.ended.on';
  readonly code: 'future' | 'too-long-ago' | 'too-far' | 'not-this-lmp' | 'not-these-weeks' | 'before-lmp';
  readonly message: string;
};

/** The first date that can't be true on this day, or null. Dates of a pregnancy that ended are judged by its end alone. */
export function impossibleDate(pregnancy: Pregnancy, today: Day): DateProblem | null {
  return pregnancy.ended === null ? underWay(pregnancy, today) : atItsEnd(pregnancy, pregnancy.ended, today);
}

function underWay({ lmp, dueDate }: Pregnancy, today: Day): DateProblem | null {
  if (lmp !== null && lmp > today) return problem('lmp', 'future', 'This day has not come yet.');
  if (lmp !== null && daysBetween(lmp, today) > longestAgoDays) {
    return problem('lmp', 'too-long-ago', 'More than 300 days ago: this pregnancy has ended.');
  }
  if (dueDate === null) return null;
  const began = addDays(dueDate, -daysToDueDate);
  if (lmp !== null && Math.abs(daysBetween(lmp, began)) > dueShiftDays) {
    return problem('dueDate', 'not-this-lmp', 'More than four weeks from what the last period gives.');
  }
  if (lmp === null && began > today) return problem('dueDate', 'too-far', 'More than 280 days ahead.');
  if (lmp === null && daysBetween(began, today) > longestAgoDays) {
    return problem('dueDate', 'too-long-ago', 'Three weeks past: this pregnancy has ended.');
  }
  return null;
}

function atItsEnd(
  { lmp, dueDate }: Pregnancy,
  { on, outcome }: NonNullable<Pregnancy['ended']>,
  today: Day,
): DateProblem | null {
  if (on > today) return problem('ended.on', 'future', 'This day has not come yet.');
  const began = beginOf({ lmp, dueDate });
  if (began === null) return null;
  const days = daysBetween(began, on);
  if (days < 0) return problem('ended.on', 'before-lmp', 'Before the pregnancy began.');
  if (outcome === 'birth' && (days < birthDays.earliest || days > birthDays.latest)) {
    return problem('ended.on', 'not-these-weeks', 'A birth lies 20 to 45 weeks after the last period.');
  }
  return null;
}

/** The day it counts from; null while neither date is known. */
const beginOf = ({ lmp, dueDate }: Pick<Pregnancy, 'lmp' | 'dueDate'>): Day | null =>
  lmp ?? (dueDate === null ? null : addDays(dueDate, -daysToDueDate));

export type BirthProblem = {
  readonly path: 'birth';
  readonly code: 'in-the-future' | 'too-early' | 'after-pregnancy';
  readonly message: string;
};

/** Nobody in a household was born before. */
const firstBirth = '1900-01-01';

/** Why somebody can't have been born that day, or null: it hasn't come, or it is after her own pregnancy began. */
export function impossibleBirth(
  { birth, pregnancy }: { readonly birth: Day | null; readonly pregnancy: Pregnancy | null },
  today: Day,
): BirthProblem | null {
  if (birth === null) return null;
  const wrong = (code: BirthProblem['code'], message: string): BirthProblem => ({
    path: 'birth',
    code,
    message,
  });
  if (birth > today) return wrong('in-the-future', 'Nobody is born after today.');
  if (birth < firstBirth) return wrong('too-early', 'Before 1900.');
  const began = pregnancy && beginOf(pregnancy);
  return began !== null && birth >= began
    ? wrong('after-pregnancy', 'She would be born after her pregnancy began.')
    : null;
}

const problem = (
  field: 'lmp' | 'dueDate' | 'ended.on',
  code: DateProblem['code'],
  message: string,
): DateProblem => ({ path: `pregnancy.${field}`, code, message });
