/** Tasks as their readers may see them: the team all of a household's, the family and volunteers their own. */
import { and, asc, eq, inArray, notInArray, type SQL, sql } from 'drizzle-orm';
import { type Actor, may } from '../../../shared/access.ts';
import { assert } from '../../../shared/assert.ts';
import { type Day, dayOf } from '../../../shared/dates.ts';
import type { HouseholdId, TaskId } from '../../../shared/ids.ts';
import { type Outcome, ok } from '../../../shared/outcome.ts';
import { isTaskOverdue, type Task } from '../../../shared/records/tasks.ts';
import type { Reader } from '../../db/connect.ts';
import { authorise } from '../households/authority.ts';
import { householdBriefs } from '../households/briefs.ts';
import { inCaseOf } from '../households/readable.ts';
import { personBriefs } from '../people/queries.ts';
import { closedTaskStatuses } from './counts.ts';
import { standings } from './standing.ts';
import { stepsFor } from './steps.ts';
import { type TaskRow, task } from './table.ts';

export type TaskView = 'mine' | 'assigned-by-me' | 'escalated';

/** Tasks across households. `open` false gives those that are over. */
export async function readMyTasks(
  reader: Reader,
  actor: Actor,
  { view, open }: { view: TaskView; open: boolean },
  now: Date,
): Promise<Outcome<{ tasks: Task[] }>> {
  const state = open ? notInArray(task.status, closedTaskStatuses) : inArray(task.status, closedTaskStatuses);
  const rows = await reader
    .select()
    .from(task)
    .where(and(inView(actor, view, dayOf(now)), state))
    .orderBy(...byDue);
  return ok({ tasks: await presentTasks(reader, actor, rows, now) });
}

/** The household's tasks; for who doesn't see the case, only those they own. */
export async function readHouseholdTasks(
  reader: Reader,
  actor: Actor,
  householdId: HouseholdId,
  now: Date,
): Promise<Outcome<{ tasks: Task[] }>> {
  const allowed = await authorise(reader, actor, householdId, 'household.see');
  if (!allowed.ok) return allowed;
  const whole = may(actor, 'case.see', allowed.value);
  const rows = await reader
    .select()
    .from(task)
    .where(and(eq(task.householdId, householdId), whole ? undefined : owned(actor)))
    .orderBy(...byDue);
  return ok({ tasks: await presentTasks(reader, actor, rows, now) });
}

/** For whoever has been authorised already: the household's tasks as rows. */
export const taskRowsOf = (reader: Reader, householdId: HouseholdId): Promise<TaskRow[]> =>
  reader.select().from(task).where(eq(task.householdId, householdId));

const byDue = [sql`${task.due} nulls last`, asc(task.createdAt), asc(task.id)];

/** Own tasks, as long as the owner takes part: whoever was taken off a team no longer sees what they did there. */
const owned = (
  actor: Actor,
): SQL => sql`(${task.ownerId} = ${actor.personId} and ${task.householdId} = any(array(
  select household_id from household_party where person_id = ${actor.personId})))`;

/** Tasks of households whose case the actor sees. */
const inReadableCase = (actor: Actor): SQL => inCaseOf(actor, task.householdId);

/** Whatever tasks the actor may see at all: for searches. */
export const readableTasks = (actor: Actor): SQL => sql`(${owned(actor)} or ${inReadableCase(actor)})`;

/** Titles of those of these tasks that the actor may see. */
export async function readableTaskTitles(
  reader: Reader,
  actor: Actor,
  ids: readonly TaskId[],
): Promise<Map<TaskId, string>> {
  if (ids.length === 0) return new Map();
  const rows = await reader
    .select({ id: task.id, title: task.title })
    .from(task)
    .where(and(inArray(task.id, [...new Set(ids)]), readableTasks(actor)));
  return new Map(rows.map(({ id, title }) => [id, title]));
}

function inView(actor: Actor, view: TaskView, today: Day): SQL | undefined {
  switch (view) {
    case 'mine':
      return owned(actor);
    case 'assigned-by-me':
      return and(eq(task.assignedBy, actor.personId), inReadableCase(actor));
    case 'escalated':
      return sql`${task.due} < ${today} and ${task.householdId} in (
        select household_id from lead_tenure where person_id = ${actor.personId} and until is null)`;
  }
}

/** Rows with the names and steps that go with them, in the same order. */
export async function presentTasks(
  reader: Reader,
  actor: Actor,
  rows: readonly TaskRow[],
  now: Date,
): Promise<Task[]> {
  const ids = [...new Set(rows.map(({ householdId }) => householdId))];
  const [households, people, standing] = await Promise.all([
    householdBriefs(reader, ids),
    personBriefs(
      reader,
      rows.flatMap(({ ownerId, assignedBy }) => [ownerId, assignedBy]),
    ),
    standings(reader, actor, ids),
  ]);
  const today = dayOf(now);
  return rows.map((row) => {
    const [household, owner, assignedBy] = [
      households.get(row.householdId),
      people.get(row.ownerId),
      people.get(row.assignedBy),
    ];
    const stands = standing.get(row.householdId);
    assert(household && owner && assignedBy && stands, 'a task names a household and people that exist');
    const { householdId: _, ownerId: _owner, assignedBy: _by, ...rest } = row;
    return {
      ...rest,
      household,
      owner,
      assignedBy,
      overdue: isTaskOverdue(row, today),
      steps: stepsFor(actor, row, stands),
    };
  });
}
