/** Tasks that a rule of the server's makes: nobody assigned them, so their owner stands as who did. */
import { instantOf } from '../../../shared/dates.ts';
import type { HouseholdId } from '../../../shared/ids.ts';
import type { TaskDraft } from '../../../shared/records/tasks.ts';
import { append, type Occasion } from '../../activity/log.ts';
import { task } from './table.ts';

/** Assigns a task in the rule's own transaction. The caller knows that the owner follows the household. */
export async function assignByRule(
  occasion: Occasion,
  { householdId, ...draft }: Omit<TaskDraft, 'goalId'> & { householdId: HouseholdId },
): Promise<void> {
  const at = instantOf(occasion.now);
  const { id: taskId, ownerId } = draft;
  await occasion.tx.insert(task).values({
    ...draft,
    householdId,
    goalId: null,
    assignedBy: ownerId,
    status: 'assigned',
    createdAt: at,
    changedAt: at,
  });
  await append(occasion, householdId, { kind: 'task.assigned', taskId, ownerId });
}
