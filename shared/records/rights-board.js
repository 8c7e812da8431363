/** The seven-rights board (B7): plan, goals, tasks and referrals, summed per right. */
import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { HouseholdId } from '../ids.ts';
import { Right } from './rights.ts';
import { nothing } from './shapes.ts';
/** none: nothing yet; open: under way; stuck: something is overdue, blocked or on hold; met: every goal reached. */
export const RightState = z.enum(['none', 'open', 'stuck', 'met']);
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
/** Tells a right's state from its goals, tasks and referrals. `today` decides what is overdue. */
export function stateOfRight(goals, tasks, referrals) {
    if (tasks.some((task) => task.overdue || task.status === 'blocked'))
        return 'stuck';
    if (referrals.some(({ status }) => status === 'on_hold'))
        return 'stuck';
    if (goals.some(({ status }) => status === 'suspended'))
        return 'stuck';
    const live = goals.filter(({ status }) => status !== 'dropped');
    if (live.length > 0 && live.every(({ status }) => status === 'achieved'))
        return 'met';
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
