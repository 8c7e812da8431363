/** The seven-rights board: goals, tasks and referrals summed per right (B7). */
import type { Actor } from '../../../shared/access.ts';
import { type Day, dayOf } from '../../../shared/dates.ts';
import type { HouseholdId } from '../../../shared/ids.ts';
import { type Outcome, ok } from '../../../shared/outcome.ts';
import { isGoalClosed } from '../../../shared/records/goals.ts';
import { isReferralClosed } from '../../../shared/records/referrals.ts';
import { Right } from '../../../shared/records/rights.ts';
import { type RightSummary, stateOfRight } from '../../../shared/records/rights-board.ts';
import { isTaskOpen, isTaskOverdue } from '../../../shared/records/tasks.ts';
import type { Reader } from '../../db/connect.ts';
import { goalsOf } from '../goals/queries.ts';
import { authorise } from '../households/authority.ts';
import { rightsInPlan } from '../households/plan-rights.ts';
import { referralRowsOf } from '../referrals/queries.ts';
import { taskRowsOf } from '../tasks/queries.ts';

/** The state of each right. A task counts under the right of its goal; one without a goal under none. */
export async function readRightsBoard(
  reader: Reader,
  actor: Actor,
  householdId: HouseholdId,
  now: Date,
): Promise<Outcome<{ rights: RightSummary[] }>> {
  const allowed = await authorise(reader, actor, householdId, 'case.see');
  if (!allowed.ok) return allowed;
  const [goals, tasks, referrals, inPlan] = await Promise.all([
    goalsOf(reader, householdId),
    taskRowsOf(reader, householdId),
    referralRowsOf(reader, householdId),
    rightsInPlan(reader, householdId),
  ]);
  const rightOfGoal = new Map(goals.map(({ id, right }) => [id, right]));
  const today = dayOf(now);
  const rights = Right.options.map((right) =>
    summarise(
      right,
      {
        goals: goals.filter((goal) => goal.right === right),
        tasks: tasks.filter(({ goalId }) => goalId !== null && rightOfGoal.get(goalId) === right),
        referrals: referrals.filter((referral) => referral.right === right),
        inPlan: inPlan.has(right),
      },
      today,
    ),
  );
  return ok({ rights });
}

type UnderRight = {
  readonly goals: Awaited<ReturnType<typeof goalsOf>>;
  readonly tasks: Awaited<ReturnType<typeof taskRowsOf>>;
  readonly referrals: Awaited<ReturnType<typeof referralRowsOf>>;
  readonly inPlan: boolean;
};

function summarise(right: Right, { goals, tasks, referrals, inPlan }: UnderRight, today: Day): RightSummary {
  const judged = tasks.map((task) => ({ status: task.status, overdue: isTaskOverdue(task, today) }));
  const closedGoals = goals.filter(({ status }) => isGoalClosed(status)).length;
  return {
    right,
    state: stateOfRight(goals, judged, referrals),
    openGoals: goals.length - closedGoals,
    closedGoals,
    openTasks: tasks.filter(({ status }) => isTaskOpen(status)).length,
    overdueTasks: judged.filter(({ overdue }) => overdue).length,
    openReferrals: referrals.filter(({ status }) => !isReferralClosed(status)).length,
    inPlan,
  };
}
