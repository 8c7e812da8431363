/** Asking for a place: home support first, or an emergency that is stated (D3, D5). */
import { and, eq } from 'drizzle-orm';
import { addDays, dayOf, instantOf } from '../../../shared/dates.ts';
import type { HouseholdId } from '../../../shared/ids.ts';
import { type Outcome, ok, refuse, refuseField } from '../../../shared/outcome.ts';
import type { ChronicityRule, Placement, PlacementDraft } from '../../../shared/records/placements.ts';
import { append } from '../../activity/log.ts';
import type { CommandContext } from '../../command.ts';
import { supportWasTried } from '../home-supports/queries.ts';
import { authorise, lockHousehold } from '../households/authority.ts';
import { membersOf } from '../households/members.ts';
import { present } from './locked.ts';
import { chronicityRule, placement } from './table.ts';

/** How far ahead a place is asked for, days. */
const furthestAhead = 365;

/** The same id again answers the same request; a household has one that waits. */
export async function requestPlacement(
  context: CommandContext,
  { householdId, emergency, ...draft }: PlacementDraft & { householdId: HouseholdId },
): Promise<Outcome<Placement>> {
  const { tx, actor, now } = context;
  const allowed = await authorise(tx, actor, householdId, 'shelter.write');
  if (!allowed.ok) return allowed;
  await lockHousehold(tx, householdId);
  const [earlier] = await tx
    .select()
    .from(placement)
    .where(and(eq(placement.id, draft.id), eq(placement.householdId, householdId)));
  if (earlier !== undefined) return present(context, earlier);
  const problem =
    (await refusePeople(context, householdId, draft)) ??
    (await refuseUntried(context, householdId, draft.homeSupportId, emergency)) ??
    refuseDay(draft.wantedFrom, now);
  if (problem !== null) return problem;
  const [waiting] = await tx
    .select({ id: placement.id })
    .from(placement)
    .where(and(eq(placement.householdId, householdId), eq(placement.status, 'requested')));
  if (waiting !== undefined) return refuse('already-exists');
  const [made] = await tx
    .insert(placement)
    .values({
      ...draft,
      memberIds: [...new Set(draft.memberIds)],
      householdId,
      emergency: emergency?.reason ?? null,
      emergencyWords: emergency?.words ?? null,
      status: 'requested',
      requestedBy: actor.personId,
      requestedOn: dayOf(now),
      changedAt: instantOf(now),
    })
    .onConflictDoNothing()
    .returning();
  if (made === undefined) return refuse('not-available');
  const { id: placementId, cause } = draft;
  await append(context, householdId, { kind: 'placement.requested', placementId, cause });
  return present(context, made);
}

/** D6: the network's thresholds, as the coordination sets them. */
export async function setChronicityRule(
  context: CommandContext,
  rule: ChronicityRule,
): Promise<Outcome<Record<string, never>>> {
  await context.tx.update(chronicityRule).set(rule);
  await append(context, null, { kind: 'structure.rule-changed', ...rule });
  return ok({});
}

async function refusePeople(
  { tx }: CommandContext,
  householdId: HouseholdId,
  { memberIds, expected }: Pick<PlacementDraft, 'memberIds' | 'expected'>,
) {
  const members = (await membersOf(tx, [householdId])).get(householdId) ?? [];
  const going = members.filter(({ id, left }) => memberIds.includes(id) && left === null);
  if (going.length < new Set(memberIds).size) {
    return refuseField('memberIds', 'unknown', 'Somebody here isn’t in this household.');
  }
  const pregnant = going.some(({ pregnancy }) => pregnancy !== null && pregnancy.ended === null);
  return expected > 0 && !pregnant
    ? refuseField('expected', 'nobody-pregnant', 'None of them is pregnant: no child is expected.')
    : null;
}

/** D3: a place in a structure comes after help at home, unless it can't wait. */
async function refuseUntried(
  { tx, now }: CommandContext,
  householdId: HouseholdId,
  homeSupportId: PlacementDraft['homeSupportId'],
  emergency: PlacementDraft['emergency'],
) {
  if (homeSupportId === null) {
    return emergency === null
      ? refuseField(
          'homeSupportId',
          'home-support-first',
          'Name the home support that was tried, or state the emergency that leaves no time for one.',
        )
      : null;
  }
  const tried = await supportWasTried(tx, householdId, homeSupportId, now);
  if (tried === null) return refuseField('homeSupportId', 'unknown', 'No home support here has this id.');
  return tried || emergency !== null
    ? null
    : refuseField(
        'homeSupportId',
        'home-support-first',
        'This home support hasn’t begun: it wasn’t tried yet.',
      );
}

function refuseDay(wantedFrom: PlacementDraft['wantedFrom'], now: Date) {
  const today = dayOf(now);
  if (wantedFrom < today) return refuseField('wantedFrom', 'past', 'This day is past.');
  return wantedFrom > addDays(today, furthestAhead)
    ? refuseField('wantedFrom', 'too-far', 'This day is too far ahead.')
    : null;
}
