/** Tasks: assigned to one owner, who answers; changed by the team; cancelled by who assigned them (X4, X5). */
import { and, eq, sql } from 'drizzle-orm';
import { may } from '../../../shared/access.ts';
import { assert } from '../../../shared/assert.ts';
import { dayOf, instantOf } from '../../../shared/dates.ts';
import type { HouseholdId, PersonId, TaskId } from '../../../shared/ids.ts';
import { type Outcome, ok, refuse, refuseField } from '../../../shared/outcome.ts';
import { isTaskOpen, type Task, type TaskDraft, type TaskStatus } from '../../../shared/records/tasks.ts';
import { append } from '../../activity/log.ts';
import type { CommandContext } from '../../command.ts';
import type { Tx } from '../../db/connect.ts';
import { membershipOf, takesPart } from '../care-team/queries.ts';
import { loadRelation } from '../care-team/relation.ts';
import { isConferenceOf } from '../conferences/belongs.ts';
import { isGoalOf } from '../goals/queries.ts';
import { authorise } from '../households/authority.ts';
import { presentTasks } from './queries.ts';
import { asksReason, isStep, stepsFor } from './steps.ts';
import { type TaskRow, task } from './table.ts';

type TaskOf = { readonly householdId: HouseholdId; readonly taskId: TaskId };

/** Assigns a task. The same id again answers the same task; an owner without the family's consent is `consent-missing`. */
export async function assignTask(
  context: CommandContext,
  { householdId, ...draft }: TaskDraft & { householdId: HouseholdId },
): Promise<Outcome<Task>> {
  const { tx, actor, now } = context;
  const allowed = await authorise(tx, actor, householdId, 'task.assign');
  if (!allowed.ok) return allowed;
  const earlier = await lockTask(tx, { householdId, taskId: draft.id });
  if (earlier !== null) return present(context, earlier);
  const problem = (await refuseStrangers(tx, householdId, draft)) ?? refusePast(draft.due, now);
  if (problem !== null) return problem;
  const at = instantOf(now);
  const [made] = await tx
    .insert(task)
    .values({
      ...draft,
      householdId,
      assignedBy: actor.personId,
      status: 'assigned',
      createdAt: at,
      changedAt: at,
    })
    .onConflictDoNothing()
    .returning();
  if (made === undefined) return refuse('not-available');
  const { id: taskId, ownerId } = draft;
  await append(context, householdId, { kind: 'task.assigned', taskId, ownerId });
  return present(context, made);
}

/** One step of its owner, or its cancelling. Declining, blocking and cancelling say why. */
export async function stepTask(
  context: CommandContext,
  input: TaskOf & { status: TaskStatus; reason?: string | undefined; version: number },
): Promise<Outcome<Task>> {
  const { tx, actor } = context;
  const { householdId, taskId, status, version } = input;
  const before = await lockTask(tx, { householdId, taskId });
  const relation = await loadRelation(tx, actor, householdId);
  if (before === null || relation === null) return refuse('not-available');
  const takes = before.ownerId === actor.personId && (await takesPart(tx, householdId, actor.personId));
  if (!takes && !may(actor, 'case.see', relation)) return refuse('not-available');
  if (before.version !== version) return refuse('changed-meanwhile');
  const closed = relation.household.status === 'closed';
  if (closed || !isStep(before.status, status)) return refuse('wrong-state');
  const { tutor, lead } = relation;
  if (!stepsFor(actor, before, { tutor, lead, closed }).includes(status)) return refuse('not-yours-to-do');
  if (asksReason(status) && input.reason === undefined) {
    return refuseField('reason', 'required', 'Say why.');
  }
  const reason = asksReason(status) ? (input.reason ?? null) : null;
  const after = await update(context, taskId, { status, reason });
  const { status: from, ownerId } = before;
  await append(context, householdId, {
    kind: 'task.status-changed',
    taskId,
    from,
    to: status,
    ownerId,
    reason,
  });
  return present(context, after);
}

/** Changes title or due day, or gives it to another owner, who is asked anew. What is over stays as it is, unless declined. */
export async function changeTask(
  context: CommandContext,
  { householdId, taskId }: TaskOf,
  { version, ...given }: Change & { version: number },
): Promise<Outcome<Task>> {
  const { tx, actor, now } = context;
  const allowed = await authorise(tx, actor, householdId, 'task.assign');
  if (!allowed.ok) return allowed;
  const before = await lockTask(tx, { householdId, taskId });
  if (before === null) return refuse('not-available');
  if (before.version !== version) return refuse('changed-meanwhile');
  const { title = before.title, ownerId = before.ownerId, due = before.due } = given;
  const [newOwner, newDue] = [ownerId !== before.ownerId, due !== before.due];
  if (!isTaskOpen(before.status) && !(before.status === 'declined' && newOwner)) return refuse('wrong-state');
  const problem =
    (newOwner ? await refuseOwner(tx, householdId, ownerId) : null) ?? (newDue ? refusePast(due, now) : null);
  if (problem !== null) return problem;
  const fields = [
    ...(title !== before.title ? ['title'] : []),
    ...(newOwner ? ['ownerId'] : []),
    ...(newDue ? ['due'] : []),
  ];
  if (fields.length === 0) return present(context, before);
  const after = await update(context, taskId, {
    title,
    due,
    ...(newOwner ? { ownerId, status: 'assigned' as const, reason: null, assignedBy: actor.personId } : {}),
    ...(newOwner || newDue ? { escalatedAt: null } : {}),
  });
  await append(context, householdId, { kind: 'task.changed', taskId, fields, ownerId });
  return present(context, after);
}
type Change = { readonly [K in 'title' | 'ownerId' | 'due']?: TaskDraft[K] | undefined };

async function refuseStrangers(tx: Tx, householdId: HouseholdId, { ownerId, goalId, source }: TaskDraft) {
  if (goalId !== null && !(await isGoalOf(tx, householdId, goalId))) {
    return refuseField('goalId', 'unknown', 'No goal of this household has this id.');
  }
  if (source.kind === 'decision' && !(await isConferenceOf(tx, householdId, source.conferenceId))) {
    return refuseField('source.conferenceId', 'unknown', 'No conference of this household has this id.');
  }
  return refuseOwner(tx, householdId, ownerId);
}

async function refuseOwner(tx: Tx, householdId: HouseholdId, ownerId: PersonId) {
  if (await takesPart(tx, householdId, ownerId)) return null;
  if ((await membershipOf(tx, householdId, ownerId)) !== null) return refuse('consent-missing');
  return refuseField('ownerId', 'not-in-team', 'A task goes to somebody of the team or of the family.');
}

function refusePast(due: TaskDraft['due'], now: Date) {
  return due !== null && due < dayOf(now) ? refuseField('due', 'past', 'The due day is past.') : null;
}

async function lockTask(tx: Tx, { householdId, taskId }: TaskOf): Promise<TaskRow | null> {
  const [row] = await tx
    .select()
    .from(task)
    .where(and(eq(task.id, taskId), eq(task.householdId, householdId)))
    .for('update');
  return row ?? null;
}

async function update(
  { tx, now }: CommandContext,
  taskId: TaskId,
  change: Partial<TaskRow>,
): Promise<TaskRow> {
  const [row] = await tx
    .update(task)
    .set({ ...change, changedAt: instantOf(now), version: sql`${task.version} + 1` })
    .where(eq(task.id, taskId))
    .returning();
  assert(row, 'a locked task is still there');
  return row;
}

async function present({ tx, actor, now }: CommandContext, row: TaskRow): Promise<Outcome<Task>> {
  const [presented] = await presentTasks(tx, actor, [row], now);
  assert(presented, 'one row gives one task');
  return ok(presented);
}
