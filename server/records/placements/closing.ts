/** Places asked for by a household that closes. */
import { and, eq, sql } from 'drizzle-orm';
import { instantOf } from '../../../shared/dates.ts';
import type { HouseholdId } from '../../../shared/ids.ts';
import { append } from '../../activity/log.ts';
import type { CommandContext } from '../../command.ts';
import { placement } from './table.ts';

/** Cancels the request that waits. A place that is booked or lived in stays until somebody ends it. */
export async function cancelRequestedPlacements(
  context: CommandContext,
  householdId: HouseholdId,
  reason: string,
): Promise<void> {
  const { tx, now } = context;
  const cancelled = await tx
    .update(placement)
    .set({
      status: 'cancelled',
      cancelReason: reason,
      changedAt: instantOf(now),
      version: sql`${placement.version} + 1`,
    })
    .where(and(eq(placement.householdId, householdId), eq(placement.status, 'requested')))
    .returning({ id: placement.id });
  for (const { id: placementId } of cancelled) {
    await append(context, householdId, { kind: 'placement.cancelled', placementId, reason });
  }
}
