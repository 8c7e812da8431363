/** How many tasks are open, what became of some, who assigned one: a leaf, because lists of other domains ask it. */
import { and, count, eq, inArray, notInArray, sql } from 'drizzle-orm';
import type { Day } from '../../../shared/dates.ts';
import type { HouseholdId, PersonId, TaskId } from '../../../shared/ids.ts';
import { isTaskOpen, TaskStatus } from '../../../shared/records/tasks.ts';
import type { Reader } from '../../db/connect.ts';
import { task } from './table.ts';

/** States after which nothing more is expected. */
export const closedTaskStatuses: TaskStatus[] = TaskStatus.options.filter((status) => !isTaskOpen(status));

export async function assignerOf(reader: Reader, taskId: TaskId): Promise<PersonId | null> {
  const [row] = await reader.select({ personId: task.assignedBy }).from(task).where(eq(task.id, taskId));
  return row?.personId ?? null;
}

export async function taskCounts(
  reader: Reader,
  householdIds: readonly HouseholdId[],
  today: Day,
): Promise<Map<HouseholdId, { open: number; overdue: number }>> {
  if (householdIds.length === 0) return new Map();
  const rows = await reader
    .select({
      householdId: task.householdId,
      open: count(),
      overdue: sql<number>`count(*) filter (where ${task.due} < ${today})`,
    })
    .from(task)
    .where(and(inArray(task.householdId, [...householdIds]), notInArray(task.status, closedTaskStatuses)))
    .groupBy(task.householdId);
  return new Map(rows.map(({ householdId, open, overdue }) => [householdId, { open, overdue }]));
}

/** How many tasks each owner has open, across households. */
export async function taskCountsByOwner(
  reader: Reader,
  today: Day,
): Promise<Map<PersonId, { openTasks: number; overdueTasks: number }>> {
  const rows = await reader
    .select({
      ownerId: task.ownerId,
      openTasks: count(),
      overdueTasks: sql<number>`count(*) filter (where ${task.due} < ${today})`,
    })
    .from(task)
    .where(notInArray(task.status, closedTaskStatuses))
    .groupBy(task.ownerId);
  return new Map(rows.map(({ ownerId, ...counts }) => [ownerId, counts]));
}

/** What has become of these tasks; an unknown one is left out. For whoever has been authorised already. */
export async function taskStatuses(
  reader: Reader,
  taskIds: readonly TaskId[],
): Promise<Map<TaskId, TaskStatus>> {
  if (taskIds.length === 0) return new Map();
  const rows = await reader
    .select({ id: task.id, status: task.status })
    .from(task)
    .where(inArray(task.id, [...taskIds]));
  return new Map(rows.map(({ id, status }) => [id, status]));
}
