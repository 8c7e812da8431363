/** The seven-rights board (B7): plan, goals, tasks and referrals, summed per right. */
import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { HouseholdId } from '../ids.ts';
import type { Goal } from './goals.ts';
import type { Referral } from './referrals.ts';
import { Right } from './rights.ts';
import { nothing } from './shapes.ts';
import type { Task } from './tasks.ts';

/** none: nothing yet; open: under way; stuck: something is overdue, blocked or on hold; met: every goal reached. */
export const RightState = z.enum(['none', 'open', 'stuck', 'met']);
export type RightState = z.infer<typeof RightState>;

export const RightSummary = z.object({
  right: Right,
  state: RightState,
  openGoals: z.int(),
  closedGoals: z.int(),
  openTasks: z.int(),
  overdueTasks: z.int(),
  openReferrals: z.int(),
  /** Whether the plan has words under this right. */
  inPlan: z.boolean(),
});
export type RightSummary = z.infer<typeof RightSummary>;

/** Tells a right's state from its goals, tasks and referrals. `today` decides what is overdue. */
export function stateOfRight(
  goals: readonly Pick<Goal, 'status'>[],
  tasks: readonly Pick<Task, 'status' | 'overdue'>[],
  referrals: readonly Pick<Referral, 'status'>[],
): RightState {
  if (tasks.some((task) => task.overdue || task.status === 'blocked')) return 'stuck';
  if (referrals.some(({ status }) => status === 'on_hold')) return 'stuck';
  if (goals.some(({ status }) => status === 'suspended')) return 'stuck';
  const live = goals.filter(({ status }) => status !== 'dropped');
  if (live.length > 0 && live.every(({ status }) => status === 'achieved')) return 'met';
  return live.length > 0 || referrals.length > 0 || tasks.length > 0 ? 'open' : 'none';
}

export const rightsBoardEndpoints = {
  get: endpoint({
    method: 'GET',
    path: '/api/households/:householdId/rights',
    summary: 'The state of the seven rights.',
    policy: { kind: 'household', action: 'case.see' },
    params: z.strictObject({ householdId: HouseholdId }),
    query: nothing,
    body: nothing,
    response: z.object({ rights: z.array(RightSummary) }),
  }),
};
