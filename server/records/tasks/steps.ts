/** Which steps somebody may take with a task (X5). */
import type { Actor, Relation } from '../../../shared/access.ts';
import { isTaskOpen, ownerSteps, type TaskStatus } from '../../../shared/records/tasks.ts';
import type { TaskRow } from './table.ts';

/** How the reader stands to the task's household, as far as its steps depend on it. */
export type TaskStanding = Pick<Relation, 'tutor' | 'lead'> & { readonly closed: boolean };

/** The owner answers and works; who assigned it, the tutor and the regia may cancel it. A closed household stands still. */
export function stepsFor(
  actor: Actor,
  task: Pick<TaskRow, 'status' | 'ownerId' | 'assignedBy'>,
  standing: TaskStanding,
): TaskStatus[] {
  if (standing.closed) return [];
  const own = task.ownerId === actor.personId ? ownerSteps[task.status] : [];
  const cancels = task.assignedBy === actor.personId || standing.tutor || standing.lead;
  return cancels && isTaskOpen(task.status) ? [...own, 'cancelled'] : [...own];
}

/** Whether anybody may take this step from here: if so, it is somebody else's; if not, the state forbids it. */
export const isStep = (from: TaskStatus, to: TaskStatus): boolean =>
  ownerSteps[from].includes(to) || (to === 'cancelled' && isTaskOpen(from));

/** Steps that leave a task undone, and so say why. */
export const asksReason = (status: TaskStatus): boolean =>
  status === 'declined' || status === 'blocked' || status === 'cancelled';
