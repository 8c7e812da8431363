/** Tasks that end because what asked for them is over: no reason to read, nobody to thank or to remind. */
import { and, eq, inArray, notInArray, sql } from 'drizzle-orm';
import { instantOf } from '../../../shared/dates.ts';
import type { HouseholdId, TaskId } from '../../../shared/ids.ts';
import { append, type Occasion } from '../../activity/log.ts';
import { closedTaskStatuses } from './counts.ts';
import { task } from './table.ts';

/** Cancels those that are still open. The log says that they were, and no more. */
export async function closeSilently(
  occasion: Occasion,
  householdId: HouseholdId,
  taskIds: readonly TaskId[],
): Promise<void> {
  if (taskIds.length === 0) return;
  const open = await occasion.tx
    .select({ id: task.id, ownerId: task.ownerId, status: task.status })
    .from(task)
    .where(
      and(
        eq(task.householdId, householdId),
        inArray(task.id, [...taskIds]),
        notInArray(task.status, closedTaskStatuses),
      ),
    )
    .for('update');
  for (const { id, ownerId, status } of open) {
    await occasion.tx
      .update(task)
      .set({ status: 'cancelled', changedAt: instantOf(occasion.now), version: sql`${task.version} + 1` })
      .where(eq(task.id, id));
    const told = { from: status, to: 'cancelled' as const, ownerId, reason: null };
    await append(occasion, householdId, { kind: 'task.status-changed', taskId: id, ...told });
  }
}
