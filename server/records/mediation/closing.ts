/** Requests for a mediator of a household that closes. */
import { and, eq, inArray } from 'drizzle-orm';
import type { HouseholdId } from '../../../shared/ids.ts';
import { append } from '../../activity/log.ts';
import type { CommandContext } from '../../command.ts';
import { move } from './commands.ts';
import { mediation } from './table.ts';

/** Cancels those that wait or were taken, with the closure's reason; the household's lock is held. */
export async function endAllMediation(
  context: CommandContext,
  householdId: HouseholdId,
  reason: string,
): Promise<void> {
  const open = await context.tx
    .select()
    .from(mediation)
    .where(
      and(
        eq(mediation.householdId, householdId),
        inArray(mediation.status, ['requested', 'assigned', 'accepted']),
      ),
    )
    .for('update');
  for (const row of open) {
    await move(context, row, { status: 'cancelled', cancelReason: reason });
    await append(context, householdId, { kind: 'mediation.cancelled', mediationId: row.id });
  }
}
