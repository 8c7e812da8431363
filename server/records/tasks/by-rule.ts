/** Tasks that a rule of the server gives out: nobody assigned them, and the log says so. */
import { instantOf } from '../../../shared/dates.ts';
import type { HouseholdId } from '../../../shared/ids.ts';
import type { TaskDraft } from '../../../shared/records/tasks.ts';
import { append, type Occasion } from '../../activity/log.ts';
import { task } from './table.ts';

/** Gives a task to somebody who is known to take part. The row needs somebody who may cancel it: its owner. */
export async function assignByRule(
  occasion: Occasion,
  given: Omit<TaskDraft, 'goalId'> & { readonly householdId: HouseholdId },
): Promise<void> {
  const at = instantOf(occasion.now);
  await occasion.tx.insert(task).values({
    ...given,
    title: given.title.slice(0, 300),
    goalId: null,
    assignedBy: given.ownerId,
    status: 'assigned',
    createdAt: at,
    changedAt: at,
  });
  const { id: taskId, ownerId, householdId } = given;
  await append(occasion, householdId, { kind: 'task.assigned', taskId, ownerId });
}
