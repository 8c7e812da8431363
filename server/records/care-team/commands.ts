/** Joining and leaving the team. Membership is dated and ended, never deleted (B4). */
import { and, eq, isNull } from 'drizzle-orm';
import { assert } from '../../../shared/assert.ts';
import { dayOf } from '../../../shared/dates.ts';
import { type HouseholdId, newId, type PersonId, TeamMembershipId } from '../../../shared/ids.ts';
import { type Outcome, ok, refuse, refuseField } from '../../../shared/outcome.ts';
import { CareRole, type TeamMember } from '../../../shared/records/care-team.ts';
import { append } from '../../activity/log.ts';
import type { CommandContext } from '../../command.ts';
import { authorise, lockHousehold, stepAccessEpoch } from '../households/authority.ts';
import { isNamedLead } from '../lead/holder.ts';
import { activeActors } from '../people/queries.ts';
import { endGrantOf } from '../secret-addresses/grants.ts';
import { isTutor } from '../tutor/holder.ts';
import { closeZonesOf } from '../zones/endings.ts';
import { membershipOf, teamOf } from './queries.ts';
import { teamMembership } from './table.ts';

/**
 * Adds a person in the role of their function. Family, desk, call centre, coordination, audit and administration can't
 * join: `invalid`. Somebody who is in already is answered as they are.
 */
export async function addToTeam(
  context: CommandContext,
  input: { householdId: HouseholdId; personId: PersonId; reason: string | null },
): Promise<Outcome<TeamMember>> {
  const { tx, actor } = context;
  const { householdId, personId, reason } = input;
  await lockHousehold(tx, householdId);
  const allowed = await authorise(tx, actor, householdId, 'team.change');
  if (!allowed.ok) return allowed;
  const person = (await activeActors(tx, [personId])).get(personId);
  if (person === undefined) return refuseField('personId', 'unknown', 'No open account has this id.');
  const role = CareRole.safeParse(person.function);
  if (!role.success) return refuseField('personId', 'cannot-join', 'This function can’t join a team.');
  await joinTeam(context, { householdId, personId, role: role.data, reason });
  const member = (await teamOf(tx, householdId)).find(
    ({ person, to }) => person.id === personId && to === null,
  );
  assert(member, 'whoever was added is in the team');
  return ok(member);
}

/** Takes somebody off the team. The tutor and the named person of the regia leave by a handover only: `wrong-state`. */
export async function endMembership(
  context: CommandContext,
  input: { householdId: HouseholdId; membershipId: TeamMembershipId; reason: string },
): Promise<Outcome<Record<string, never>>> {
  const { tx, actor } = context;
  const { householdId, membershipId, reason } = input;
  await lockHousehold(tx, householdId);
  const allowed = await authorise(tx, actor, householdId, 'team.change');
  if (!allowed.ok) return allowed;
  const [membership] = await tx
    .select()
    .from(teamMembership)
    .where(and(eq(teamMembership.id, membershipId), eq(teamMembership.householdId, householdId)));
  if (membership === undefined) return refuse('not-available');
  if (membership.until !== null) return refuse('wrong-state');
  const { personId } = membership;
  if ((await isTutor(tx, householdId, personId)) || (await isNamedLead(tx, householdId, personId))) {
    return refuse('wrong-state');
  }
  await leaveTeam(context, { householdId, personId, reason });
  return ok({});
}

/** For commands that have decided already: puts the person in, unless they are, and lets open pages know. */
export async function joinTeam(
  context: CommandContext,
  input: { householdId: HouseholdId; personId: PersonId; role: CareRole; reason: string | null },
): Promise<void> {
  const { tx, now } = context;
  const id = newId(TeamMembershipId);
  const joined = await tx
    .insert(teamMembership)
    .values({ ...input, id, since: dayOf(now) })
    .onConflictDoNothing()
    .returning({ id: teamMembership.id });
  if (joined.length === 0) return;
  await stepAccessEpoch(tx, input.householdId);
  const { householdId, personId, role } = input;
  await append(context, householdId, { kind: 'team.joined', membershipId: id, personId, role });
}

/** For commands that have decided already: ends the membership and the zones opened by name, if there are any. */
export async function leaveTeam(
  context: CommandContext,
  input: { householdId: HouseholdId; personId: PersonId; reason: string },
): Promise<void> {
  const { tx, now } = context;
  const { householdId, personId, reason } = input;
  const membership = await membershipOf(tx, householdId, personId);
  if (membership === null) return;
  await tx
    .update(teamMembership)
    .set({ until: dayOf(now), endedReason: reason })
    .where(and(eq(teamMembership.id, membership.id), isNull(teamMembership.until)));
  await closeZonesOf(context, householdId, personId);
  // By nobody: whoever changes the team doesn't learn that there was one.
  await endGrantOf({ tx, now, actor: null }, householdId, personId);
  await stepAccessEpoch(tx, householdId);
  await append(context, householdId, { kind: 'team.left', membershipId: membership.id, personId, reason });
}
