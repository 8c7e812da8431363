/** A silence that nobody has to break any more: the household closes. A leaf: closing calls it. */
import { and, eq, isNull } from 'drizzle-orm';
import { instantOf } from '../../../shared/dates.ts';
import type { HouseholdId } from '../../../shared/ids.ts';
import type { CommandContext } from '../../command.ts';
import { closeSilently } from '../tasks/silence.ts';
import { dropOutSignal } from './table.ts';

/** Ends the silence that was noticed, and its task. */
export async function closeSignal(context: CommandContext, householdId: HouseholdId): Promise<void> {
  const { tx, now } = context;
  const ended = await tx
    .update(dropOutSignal)
    .set({ closedAt: instantOf(now) })
    .where(and(eq(dropOutSignal.householdId, householdId), isNull(dropOutSignal.closedAt)))
    .returning({ taskId: dropOutSignal.taskId });
  await closeSilently(
    context,
    householdId,
    ended.map(({ taskId }) => taskId),
  );
}
