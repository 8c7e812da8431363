/** Goals: opened as proposed, framed, decided, rated. Their words follow the plan's text (server/projection). */
import { and, eq, sql } from 'drizzle-orm';
import { may } from '../../../shared/access.ts';
import { assert } from '../../../shared/assert.ts';
import { type Day, dayOf, instantOf } from '../../../shared/dates.ts';
import type { GoalId, HouseholdId } from '../../../shared/ids.ts';
import { type Outcome, ok, refuse, refuseField } from '../../../shared/outcome.ts';
import {
  type Goal,
  type GoalDraft,
  type GoalProgress,
  type GoalStatus,
  isGoalClosed,
  nextGoalStatuses,
} from '../../../shared/records/goals.ts';
import { append } from '../../activity/log.ts';
import type { CommandContext } from '../../command.ts';
import type { Tx } from '../../db/connect.ts';
import { takesPart } from '../care-team/queries.ts';
import { authorise } from '../households/authority.ts';
import { isMember } from '../households/briefs.ts';
import { presentGoals } from './queries.ts';
import { type GoalRow, goal, goalProgress } from './table.ts';

type GoalOf = { readonly householdId: HouseholdId; readonly goalId: GoalId };
type Frame = Omit<GoalDraft, 'id' | 'title'>;

/** Opens a goal as proposed. The same id again answers the same goal. */
export async function proposeGoal(
  context: CommandContext,
  { householdId, ...draft }: GoalDraft & { householdId: HouseholdId },
): Promise<Outcome<Goal>> {
  const { tx, actor, now } = context;
  const allowed = await authorise(tx, actor, householdId, 'goal.write');
  if (!allowed.ok) return allowed;
  const problem = (await refuseStrangers(tx, householdId, draft)) ?? refusePast(draft.due, now);
  if (problem !== null) return problem;
  const at = instantOf(now);
  const [made] = await tx
    .insert(goal)
    .values({
      ...draft,
      householdId,
      status: 'proposed',
      statusSince: at,
      proposedBy: actor.personId,
      proposedAt: at,
    })
    .onConflictDoNothing()
    .returning();
  if (made !== undefined) {
    await append(context, householdId, { kind: 'goal.proposed', goalId: draft.id });
    return present(tx, made);
  }
  const earlier = await lockGoal(tx, { householdId, goalId: draft.id });
  return earlier === null ? refuse('not-available') : present(tx, earlier);
}

/** Changes a goal's frame. A closed goal is opened again first. */
export async function changeGoal(
  context: CommandContext,
  { householdId, goalId }: GoalOf,
  { version, ...given }: { readonly [K in keyof Frame]?: Frame[K] | undefined } & { version: number },
): Promise<Outcome<Goal>> {
  const { tx, actor, now } = context;
  const allowed = await authorise(tx, actor, householdId, 'goal.write');
  if (!allowed.ok) return allowed;
  const before = await lockGoal(tx, { householdId, goalId });
  if (before === null) return refuse('not-available');
  if (before.version !== version) return refuse('changed-meanwhile');
  if (isGoalClosed(before.status)) return refuse('wrong-state');
  const newDue = given.due !== before.due;
  const problem =
    (await refuseStrangers(tx, householdId, given)) ?? (newDue ? refusePast(given.due, now) : null);
  if (problem !== null) return problem;
  const change = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  const fields = Object.keys(change);
  if (fields.length === 0) return present(tx, before);
  const after = await update(tx, goalId, change);
  await append(context, householdId, { kind: 'goal.changed', goalId, fields });
  return present(tx, after);
}

/** Agrees, starts, suspends or closes it: for the tutor, the regia, or whoever is responsible for the goal. */
export async function decideGoal(
  context: CommandContext,
  { householdId, goalId, status, version }: GoalOf & { status: GoalStatus; version: number },
): Promise<Outcome<Goal>> {
  const { tx, actor, now } = context;
  const allowed = await authorise(tx, actor, householdId, 'goal.write');
  if (!allowed.ok) return allowed;
  const before = await lockGoal(tx, { householdId, goalId });
  if (before === null) return refuse('not-available');
  const decides = may(actor, 'goal.decide', allowed.value) || before.responsibleId === actor.personId;
  if (!decides) return refuse('not-yours-to-do');
  if (before.version !== version) return refuse('changed-meanwhile');
  if (!nextGoalStatuses[before.status].includes(status)) return refuse('wrong-state');
  const after = await update(tx, goalId, { status, statusSince: instantOf(now) });
  const { status: from } = before;
  await append(context, householdId, { kind: 'goal.status-changed', goalId, from, to: status });
  return present(tx, after);
}

/** Rates how far an open goal has come. */
export async function rateGoal(
  context: CommandContext,
  { householdId, goalId, on, rating, note }: GoalOf & GoalProgress,
): Promise<Outcome<Goal>> {
  const { tx, actor, now } = context;
  const allowed = await authorise(tx, actor, householdId, 'goal.write');
  if (!allowed.ok) return allowed;
  const before = await lockGoal(tx, { householdId, goalId });
  if (before === null) return refuse('not-available');
  if (isGoalClosed(before.status)) return refuse('wrong-state');
  if (on > dayOf(now)) return refuseField('on', 'future', 'This day has not come yet.');
  await tx.insert(goalProgress).values({ goalId, ratedOn: on, rating, note, ratedBy: actor.personId });
  const after = await update(tx, goalId, {});
  await append(context, householdId, { kind: 'goal.rated', goalId, rating });
  return present(tx, after);
}

async function refuseStrangers(
  tx: Tx,
  householdId: HouseholdId,
  { beneficiaryId, responsibleId }: { readonly [K in keyof Frame]?: Frame[K] | undefined },
) {
  if (beneficiaryId && !(await isMember(tx, householdId, beneficiaryId))) {
    return refuseField('beneficiaryId', 'unknown', 'No member of this household has this id.');
  }
  if (responsibleId && !(await takesPart(tx, householdId, responsibleId))) {
    return refuseField('responsibleId', 'not-in-team', 'Somebody of the team is responsible for a goal.');
  }
  return null;
}

/** A day that is set is to come; one that has passed stays as it is. */
function refusePast(due: Day | null | undefined, now: Date) {
  return due && due < dayOf(now) ? refuseField('due', 'past', 'The due day is past.') : null;
}

async function lockGoal(tx: Tx, { householdId, goalId }: GoalOf): Promise<GoalRow | null> {
  const [row] = await tx
    .select()
    .from(goal)
    .where(and(eq(goal.id, goalId), eq(goal.householdId, householdId)))
    .for('update');
  return row ?? null;
}

async function update(tx: Tx, goalId: GoalId, change: Partial<GoalRow>): Promise<GoalRow> {
  const [row] = await tx
    .update(goal)
    .set({ ...change, version: sql`${goal.version} + 1` })
    .where(eq(goal.id, goalId))
    .returning();
  assert(row, 'a locked goal is still there');
  return row;
}

async function present(tx: Tx, row: GoalRow): Promise<Outcome<Goal>> {
  const [presented] = await presentGoals(tx, [row]);
  assert(presented, 'one row gives one goal');
  return ok(presented);
}
