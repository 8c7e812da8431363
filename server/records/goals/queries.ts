/** Goals as the team reads them. */
import { and, asc, eq, inArray } from 'drizzle-orm';
import type { Actor } from '../../../shared/access.ts';
import type { GoalId, HouseholdId } from '../../../shared/ids.ts';
import { type Outcome, ok } from '../../../shared/outcome.ts';
import type { Goal } from '../../../shared/records/goals.ts';
import { Right } from '../../../shared/records/rights.ts';
import type { Reader } from '../../db/connect.ts';
import { authorise } from '../households/authority.ts';
import { personBriefs } from '../people/queries.ts';
import { type GoalRow, goal, goalProgress } from './table.ts';

/** The household's goals, by right in the order of the plan. */
export async function readGoals(
  reader: Reader,
  actor: Actor,
  householdId: HouseholdId,
): Promise<Outcome<{ goals: Goal[] }>> {
  const allowed = await authorise(reader, actor, householdId, 'case.see');
  return allowed.ok ? ok({ goals: await goalsOf(reader, householdId) }) : allowed;
}

/** For whoever has been authorised already. */
export async function goalsOf(reader: Reader, householdId: HouseholdId): Promise<Goal[]> {
  const rows = await reader
    .select()
    .from(goal)
    .where(eq(goal.householdId, householdId))
    .orderBy(goal.proposedAt, goal.id);
  const goals = await presentGoals(reader, rows);
  return goals.sort((a, b) => Right.options.indexOf(a.right) - Right.options.indexOf(b.right));
}

/** Rows with the names and ratings that go with them, in the same order. */
export async function presentGoals(reader: Reader, rows: readonly GoalRow[]): Promise<Goal[]> {
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const ratings = await reader
    .select()
    .from(goalProgress)
    .where(inArray(goalProgress.goalId, ids))
    .orderBy(asc(goalProgress.ratedOn), asc(goalProgress.id));
  const ratingsByGoal = Map.groupBy(ratings, ({ goalId }) => goalId);
  const people = await personBriefs(
    reader,
    rows.flatMap(({ responsibleId }) => responsibleId ?? []),
  );
  return rows.map(({ responsibleId, proposedBy: _by, proposedAt: _at, ...rest }) => ({
    ...rest,
    responsible: (responsibleId && people.get(responsibleId)) ?? null,
    progress: (ratingsByGoal.get(rest.id) ?? []).map(({ ratedOn, rating, note }) => ({
      on: ratedOn,
      rating,
      note,
    })),
  }));
}

/** Whether this goal is one of the household's. */
export async function isGoalOf(reader: Reader, householdId: HouseholdId, goalId: GoalId): Promise<boolean> {
  const rows = await reader
    .select({ id: goal.id })
    .from(goal)
    .where(and(eq(goal.id, goalId), eq(goal.householdId, householdId)));
  return rows.length > 0;
}
