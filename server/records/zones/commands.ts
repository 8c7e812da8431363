/** Opening a reserved zone to one person by name, and closing it again (X8). */
import { and, eq, isNull } from 'drizzle-orm';
import { documentAccess } from '../../../shared/access.ts';
import { dayOf } from '../../../shared/dates.ts';
import type { HouseholdId, PersonId } from '../../../shared/ids.ts';
import { type Outcome, ok, refuse, refuseField } from '../../../shared/outcome.ts';
import type { Zone } from '../../../shared/records/zones.ts';
import { append } from '../../activity/log.ts';
import type { CommandContext } from '../../command.ts';
import { membershipOf } from '../care-team/queries.ts';
import { authorise, lockHousehold, stepAccessEpoch } from '../households/authority.ts';
import { zoneGrant } from './table.ts';

type ZoneOf = { readonly householdId: HouseholdId; readonly zone: Zone; readonly personId: PersonId };

/** Only someone who writes in that zone may, and only to someone of the team. Open already: nothing happens. */
export async function openZone(
  context: CommandContext,
  { householdId, zone, personId, reason }: ZoneOf & { reason: string },
): Promise<Outcome<Record<string, never>>> {
  const { tx, actor, now } = context;
  const allowed = await authoriseWriter(context, householdId, zone);
  if (!allowed.ok) return allowed;
  if ((await membershipOf(tx, householdId, personId)) === null) {
    return refuseField('personId', 'not-in-team', 'A zone is opened to people of the team only.');
  }
  const opened = await tx
    .insert(zoneGrant)
    .values({ householdId, personId, zone, since: dayOf(now), reason, grantedBy: actor.personId })
    .onConflictDoNothing()
    .returning({ id: zoneGrant.id });
  if (opened.length === 0) return ok({});
  await stepAccessEpoch(tx, householdId);
  await append(context, householdId, { kind: 'zone.opened', personId, zone, reason });
  return ok({});
}

/** Closes it again. Closed already: nothing happens. */
export async function closeZone(
  context: CommandContext,
  { householdId, zone, personId }: ZoneOf,
): Promise<Outcome<Record<string, never>>> {
  const { tx, now } = context;
  const allowed = await authoriseWriter(context, householdId, zone);
  if (!allowed.ok) return allowed;
  const closed = await tx
    .update(zoneGrant)
    .set({ until: dayOf(now) })
    .where(
      and(
        eq(zoneGrant.householdId, householdId),
        eq(zoneGrant.personId, personId),
        eq(zoneGrant.zone, zone),
        isNull(zoneGrant.until),
      ),
    )
    .returning({ id: zoneGrant.id });
  if (closed.length === 0) return ok({});
  await stepAccessEpoch(tx, householdId);
  await append(context, householdId, { kind: 'zone.closed', personId, zone });
  return ok({});
}

async function authoriseWriter(
  { tx, actor }: CommandContext,
  householdId: HouseholdId,
  zone: Zone,
): Promise<Outcome<null>> {
  await lockHousehold(tx, householdId);
  const sees = await authorise(tx, actor, householdId, 'case.see');
  if (!sees.ok) return sees;
  if (sees.value.household.status === 'closed') return refuse('wrong-state');
  const access = documentAccess(actor, sees.value, { kind: zone, frozen: false });
  return access === 'write' ? ok(null) : refuse('not-yours-to-do');
}
