/** Tasks that a rule of the server makes and ends: by nobody, for somebody who takes part today. */
import { and, eq, notInArray, sql } from 'drizzle-orm';
import { addDays, dayOf, instantOf } from '../../../shared/dates.ts';
import { type HouseholdId, newId, type PersonId, TaskId } from '../../../shared/ids.ts';
import type { ScreenLanguage } from '../../../shared/languages.ts';
import type { TaskSource } from '../../../shared/records/tasks.ts';
import { append, type Occasion } from '../../activity/log.ts';
import type { Reader } from '../../db/connect.ts';
import { takesPart } from '../care-team/queries.ts';
import { signedInPerson } from '../people/queries.ts';
import { tutorOf } from '../tutor/holder.ts';
import { task } from './table.ts';

const longestTitle = 300;

/** Whoever it is meant for, while they take part in the household's case; else its tutor. */
export const ownerFor = async (
  reader: Reader,
  householdId: HouseholdId,
  personId: PersonId | null,
): Promise<PersonId | null> =>
  personId !== null && (await takesPart(reader, householdId, personId))
    ? personId
    : tutorOf(reader, householdId);

/** Assigns a task in the owner's own language, due in so many days; whoever owns it counts as who assigned it. */
export async function taskByRule(
  occasion: Occasion,
  given: {
    readonly householdId: HouseholdId;
    readonly ownerId: PersonId;
    readonly title: Readonly<Record<ScreenLanguage, string>>;
    readonly source: TaskSource;
    readonly daysToDo: number;
  },
): Promise<TaskId> {
  const { tx, now } = occasion;
  const { householdId, ownerId, source } = given;
  const language = (await signedInPerson(tx, ownerId))?.screenLanguage ?? 'it';
  const [id, at] = [newId(TaskId), instantOf(now)];
  await tx.insert(task).values({
    id,
    householdId,
    title: given.title[language].slice(0, longestTitle),
    ownerId,
    assignedBy: ownerId,
    status: 'assigned',
    due: addDays(dayOf(now), given.daysToDo),
    source,
    createdAt: at,
    changedAt: at,
  });
  await append(occasion, householdId, { kind: 'task.assigned', taskId: id, ownerId });
  return id;
}

/** Marks a rule's task as done when what it asked for has happened, unless it is over already. */
export async function finishByRule(occasion: Occasion, taskId: TaskId): Promise<void> {
  const { tx, now } = occasion;
  const [before] = await tx.select().from(task).where(eq(task.id, taskId)).for('update');
  if (before === undefined) return;
  const [after] = await tx
    .update(task)
    .set({ status: 'done', reason: null, changedAt: instantOf(now), version: sql`${task.version} + 1` })
    .where(and(eq(task.id, taskId), notInArray(task.status, ['declined', 'done', 'cancelled'])))
    .returning({ ownerId: task.ownerId });
  if (after === undefined) return;
  const { householdId, status: from } = before;
  await append(occasion, householdId, {
    kind: 'task.status-changed',
    taskId,
    from,
    to: 'done',
    ownerId: after.ownerId,
    reason: null,
  });
}
