/** Zones opened by name close with the membership of whoever they were opened to. */
import { and, eq, isNull } from 'drizzle-orm';
import { dayOf } from '../../../shared/dates.ts';
import type { HouseholdId, PersonId } from '../../../shared/ids.ts';
import { append } from '../../activity/log.ts';
import type { CommandContext } from '../../command.ts';
import { zoneGrant } from './table.ts';

/** Closes every zone of the household that is open to this person. The caller steps the access epoch. */
export async function closeZonesOf(
  context: CommandContext,
  householdId: HouseholdId,
  personId: PersonId,
): Promise<void> {
  const closed = await context.tx
    .update(zoneGrant)
    .set({ until: dayOf(context.now) })
    .where(
      and(eq(zoneGrant.householdId, householdId), eq(zoneGrant.personId, personId), isNull(zoneGrant.until)),
    )
    .returning({ zone: zoneGrant.zone });
  for (const { zone } of closed) await append(context, householdId, { kind: 'zone.closed', personId, zone });
}
