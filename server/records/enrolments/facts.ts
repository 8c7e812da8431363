/** How a programme's rules stand for a household: its age on the day, and what is known of it today. */
import { addDays, type Day, dayOf } from '../../../shared/dates.ts';
import type { HouseholdId } from '../../../shared/ids.ts';
import { daysToDueDate } from '../../../shared/records/clock.ts';
import { type CheckedRule, checkEligibility } from '../../../shared/records/eligibility.ts';
import type { Member, Pregnancy } from '../../../shared/records/households.ts';
import type { Programme } from '../../../shared/records/programmes.ts';
import { unknownSituation } from '../../../shared/records/situations.ts';
import type { Reader } from '../../db/connect.ts';
import { screeningsAsOf } from '../assessments/queries.ts';
import { membersOf } from '../households/members.ts';
import { situationsAsOf } from '../situations/queries.ts';

/** Every rule of the programme for this household, enrolled from `day`. `stated` are texts somebody says are so. */
export async function eligibilityOf(
  reader: Reader,
  householdId: HouseholdId,
  programme: Programme,
  { day, stated, now }: { readonly day: Day; readonly stated: readonly string[]; readonly now: Date },
): Promise<CheckedRule[]> {
  const today = dayOf(now);
  const [situations, screenings, members] = await Promise.all([
    situationsAsOf(reader, [householdId], today),
    screeningsAsOf(reader, [householdId], today),
    membersOf(reader, [householdId]),
  ]);
  const here = (members.get(householdId) ?? []).filter(({ left }) => left === null || left > day);
  const { on: _, ...situation } = situations.get(householdId) ?? { ...unknownSituation, on: null };
  return checkEligibility(programme, {
    day,
    situation,
    needs: screenings.get(householdId)?.needs ?? null,
    pregnant: here.some(({ pregnancy }) => pregnancy !== null && isPregnantOn(pregnancy, day)),
    births: here.flatMap(birthOfChild),
    stated,
  });
}

const birthOfChild = ({ relation, birth }: Member): Day[] =>
  relation === 'child' && birth !== null ? [birth] : [];

/** From the last menstrual period, or what the due date gives for it, until the day it ended. */
function isPregnantOn({ lmp, dueDate, ended }: Pregnancy, day: Day): boolean {
  const began = lmp ?? (dueDate === null ? null : addDays(dueDate, -daysToDueDate));
  return (began === null || began <= day) && (ended === null || day < ended.on);
}
