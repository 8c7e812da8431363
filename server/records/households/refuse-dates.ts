/** Which births and pregnancies can't be written down (A3): the same whether recorded, taken in with a family, or imported. */
import type { Day } from '../../../shared/dates.ts';
import { type Refusal, refuseField } from '../../../shared/outcome.ts';
import type { MemberDraft } from '../../../shared/records/households.ts';
import { impossibleBirth, impossibleDate } from '../../../shared/records/pregnancy-dates.ts';

/** The first thing that can't be true of a member's pregnancy, or null. `under` is the path of the member. */
export function refusePregnancy(
  { pregnancy, sex }: Pick<MemberDraft, 'pregnancy' | 'sex'>,
  today: Day,
  under = '',
): Refusal | null {
  if (pregnancy === null) return null;
  const { lmp, dueDate, ended } = pregnancy;
  if (sex !== 'f') {
    return refuseField(`${under}pregnancy`, 'not-a-woman', 'A pregnancy is recorded of a woman.');
  }
  if (ended === null && lmp === null && dueDate === null) {
    const message = 'Give the last menstrual period or the due date.';
    return refuseField(`${under}pregnancy.dueDate`, 'required', message);
  }
  const impossible = impossibleDate(pregnancy, today);
  return impossible && refuseField(`${under}${impossible.path}`, impossible.code, impossible.message);
}

/** The first thing that can't be true of a member's birth, or null. */
export function refuseBirth(
  member: Pick<MemberDraft, 'birth' | 'pregnancy'>,
  today: Day,
  under = '',
): Refusal | null {
  const impossible = impossibleBirth(member, today);
  return impossible && refuseField(`${under}${impossible.path}`, impossible.code, impossible.message);
}

/** The same of both, for a member who isn't written down yet. */
export const refuseDates = (
  member: Pick<MemberDraft, 'birth' | 'pregnancy' | 'sex'>,
  today: Day,
  under = '',
): Refusal | null => refuseBirth(member, today, under) ?? refusePregnancy(member, today, under);
