/** Overdue tasks are brought to the regia, once each (X5). By nobody: the rule does it. */
import { sql } from 'drizzle-orm';
import { type Day, dayOf, instantOf } from '../../../shared/dates.ts';
import type { HouseholdId, PersonId, TaskId } from '../../../shared/ids.ts';
import { append } from '../../activity/log.ts';
import type { World } from '../../command.ts';
import { inTransaction } from '../../db/connect.ts';

type Escalated = { id: TaskId; household_id: HouseholdId; owner_id: PersonId; due: Day };

/**
 * Escalates what has become overdue and answers how many tasks that were. A change of due day or owner makes a task
 * new again. Nothing is escalated where the household is closed, nor what was asked before a pregnancy was lost (A3).
 * Several nodes may run it at once: each task is claimed by one.
 */
export async function escalateOverdueTasks(world: World): Promise<number> {
  const now = world.now();
  const escalated = await inTransaction(world.db, async (tx) => {
    const rows = await tx.execute<Escalated>(sql`
      update task set escalated_at = ${instantOf(now)}
      where id in (
        select task.id from task join household on household.id = task.household_id
        where task.escalated_at is null and task.due < ${dayOf(now)}
          and task.status not in ('declined', 'done', 'cancelled') and household.status <> 'closed'
          and not exists (
            select from member where member.household_id = task.household_id
              and member.pregnancy -> 'ended' ->> 'outcome' = 'loss'
              and (member.pregnancy -> 'ended' ->> 'on')::date >= (task.created_at at time zone 'Europe/Rome')::date)
        for update of task skip locked)
      returning id, household_id, owner_id, due`);
    const occasion = { tx, now, actor: null };
    for (const { id, household_id, owner_id, due } of rows) {
      await append(occasion, household_id, { kind: 'task.escalated', taskId: id, ownerId: owner_id, due });
    }
    return rows.length;
  });
  if (escalated > 0) world.bus.publish({ kind: 'activity' });
  return escalated;
}
