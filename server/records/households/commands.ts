/** Changing a household: its name and place, its state, its members. */
import { eq } from 'drizzle-orm';
import { assert } from '../../../shared/assert.ts';
import { dayOf } from '../../../shared/dates.ts';
import type { HouseholdId, MemberId } from '../../../shared/ids.ts';
import { type Outcome, ok, refuse, refuseField } from '../../../shared/outcome.ts';
import type { HouseholdDraft, Member, MemberDraft } from '../../../shared/records/households.ts';
import { append } from '../../activity/log.ts';
import type { CommandContext } from '../../command.ts';
import { authorise } from './authority.ts';
import { insertMembers, lockMember, newMember } from './members.ts';
import { refuseBirth, refuseDates } from './refuse-dates.ts';
import { household, member } from './table.ts';

type Done = Outcome<Record<string, never>>;
type Given<T> = { readonly [K in keyof T]?: T[K] | undefined };

/** Changes name, district, area or languages. */
export async function changeHousehold(
  context: CommandContext,
  householdId: HouseholdId,
  change: Given<Pick<HouseholdDraft, 'name' | 'district' | 'area' | 'languages'>>,
): Promise<Done> {
  const allowed = await authoriseOpen(context, householdId);
  if (!allowed.ok) return allowed;
  const fields = fieldsOf(change);
  if (fields.length === 0) return ok({});
  await context.tx.update(household).set(onlyGiven(change)).where(eq(household.id, householdId));
  await append(context, householdId, { kind: 'household.changed', fields });
  return ok({});
}

/** Adds a member. The same id again answers the same member. */
export async function addMember(
  context: CommandContext,
  { householdId, ...draft }: MemberDraft & { householdId: HouseholdId; id: MemberId },
): Promise<Outcome<Member>> {
  const { tx } = context;
  const allowed = await authoriseOpen(context, householdId);
  if (!allowed.ok) return allowed;
  const earlier = await lockMember(tx, householdId, draft.id);
  if (earlier !== null) return ok(earlier);
  if (draft.indexPerson) {
    return refuseField('indexPerson', 'one-index-person', 'The household has its index person.');
  }
  const problem = refuseDates(draft, dayOf(context.now));
  if (problem !== null) return problem;
  const added = newMember(draft);
  await insertMembers(tx, householdId, [added]);
  await append(context, householdId, { kind: 'member.added', memberId: added.id });
  return ok(added);
}

/** Changes a member, or records the day they left. The index person stays: the household is about them. */
export async function changeMember(
  context: CommandContext,
  { householdId, memberId }: { householdId: HouseholdId; memberId: MemberId },
  change: Given<Omit<MemberDraft, 'pregnancy' | 'indexPerson'> & Pick<Member, 'left'>>,
): Promise<Outcome<Member>> {
  const { tx } = context;
  const allowed = await authoriseOpen(context, householdId);
  if (!allowed.ok) return allowed;
  const before = await lockMember(tx, householdId, memberId);
  if (before === null) return refuse('not-available');
  if (before.indexPerson && change.left) {
    return refuseField(
      'left',
      'index-person',
      'The index person doesn’t leave: close the household instead.',
    );
  }
  const fields = fieldsOf(change);
  if (fields.length === 0) return ok(before);
  const { birth = null } = change;
  const impossible = refuseBirth({ birth, pregnancy: before.pregnancy }, dayOf(context.now));
  if (impossible !== null) return impossible;
  await tx.update(member).set(onlyGiven(change)).where(eq(member.id, memberId));
  await append(context, householdId, { kind: 'member.changed', memberId, fields });
  const after = await lockMember(tx, householdId, memberId);
  assert(after, 'a changed member is still there');
  return ok(after);
}

/** May change it, and it isn't closed: what is closed is taken in again before it changes. */
export async function authoriseOpen({ tx, actor }: CommandContext, householdId: HouseholdId) {
  const allowed = await authorise(tx, actor, householdId, 'household.change');
  return allowed.ok && allowed.value.household.status === 'closed' ? refuse('wrong-state') : allowed;
}

const fieldsOf = (change: object): string[] =>
  Object.entries(change).flatMap(([field, value]) => (value === undefined ? [] : [field]));

/** Drizzle leaves `undefined` out, but its types don't know. */
const onlyGiven = <T extends object>(change: T) =>
  Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));

export { changeStatus } from './change-status.ts';
