/** Members as they are stored and read. */
import { and, eq, inArray } from 'drizzle-orm';
import { type HouseholdId, MemberId, newId, type PersonId } from '../../../shared/ids.ts';
import { type Clock, type ClockDates, clockOf } from '../../../shared/records/clock.ts';
import type { Member, MemberDraft } from '../../../shared/records/households.ts';
import type { Reader, Tx } from '../../db/connect.ts';
import { member } from './table.ts';

const columns = {
  id: member.id,
  householdId: member.householdId,
  name: member.name,
  relation: member.relation,
  sex: member.sex,
  birth: member.birth,
  indexPerson: member.indexPerson,
  languages: member.languages,
  birthCountry: member.birthCountry,
  pregnancy: member.pregnancy,
  personId: member.personId,
  left: member.left,
};

/** Members of these households, in the order they were added; those who left too. */
export async function membersOf(
  reader: Reader,
  householdIds: readonly HouseholdId[],
): Promise<Map<HouseholdId, Member[]>> {
  if (householdIds.length === 0) return new Map();
  const rows = await reader
    .select(columns)
    .from(member)
    .where(inArray(member.householdId, [...householdIds]))
    .orderBy(member.position);
  const grouped = Map.groupBy(rows, (row) => row.householdId);
  return new Map([...grouped].map(([id, group]) => [id, group.map(({ householdId: _, ...rest }) => rest)]));
}

/** One member of the household, locked for a change; null when there is none. */
export async function lockMember(
  tx: Tx,
  householdId: HouseholdId,
  memberId: MemberId,
): Promise<Member | null> {
  const [row] = await tx
    .select(columns)
    .from(member)
    .where(and(eq(member.id, memberId), eq(member.householdId, householdId)))
    .for('update');
  if (row === undefined) return null;
  const { householdId: _, ...rest } = row;
  return rest;
}

/** A member not yet stored. Ids are given where somebody chose them: by the page, or by a network being loaded. */
export const newMember = (draft: MemberDraft & { readonly id?: MemberId | undefined }): Member => ({
  ...draft,
  id: draft.id ?? newId(MemberId),
  personId: null,
  left: null,
});

export async function insertMembers(
  tx: Tx,
  householdId: HouseholdId,
  members: readonly Member[],
): Promise<void> {
  await tx.insert(member).values(members.map((each) => ({ ...each, householdId })));
}

/** Says which account is this member's. */
export async function linkAccount(tx: Tx, memberId: MemberId, personId: PersonId): Promise<void> {
  await tx.update(member).set({ personId }).where(eq(member.id, memberId));
}

/** Children who are in the household, youngest last; an unborn one is never a member (A3). */
export const childrenOf = (members: readonly Member[]): Pick<Member, 'name' | 'birth'>[] =>
  members
    .filter(({ relation, left }) => relation === 'child' && left === null)
    .sort((a, b) => (a.birth ?? '').localeCompare(b.birth ?? ''))
    .map(({ name, birth }) => ({ name, birth }));

/**
 * The clock of the pregnancy under way, or else of the youngest child, with the dates of the pregnancy they were born
 * of. A loss leaves none, and so does a youngest child who was over two when the household was taken in.
 */
export function clockOfHousehold(members: readonly Member[], openedOn: string): Clock | null {
  const here = members.filter(({ left }) => left === null);
  const pregnancies = here.flatMap(({ pregnancy }) => pregnancy ?? []);
  const expected = pregnancies.find(({ ended }) => ended === null);
  if (expected) return clockOf({ lmp: expected.lmp, dueDate: expected.dueDate, birth: null });
  const birth = childrenOf(here).at(-1)?.birth ?? null;
  if (birth === null) return null;
  const carried = pregnancies.find(({ ended }) => ended?.outcome === 'birth' && ended.on === birth);
  const dates: ClockDates = { lmp: carried?.lmp ?? null, dueDate: carried?.dueDate ?? null, birth };
  const clock = clockOf(dates);
  return clock !== null && clock.end >= openedOn ? clock : null;
}
