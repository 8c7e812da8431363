/** Goals: words in the plan, state here. Status, right, responsible and due date carry authority (B5, B6). */
import { z } from 'zod';
import { Day, Instant } from '../dates.ts';
import { endpoint } from '../endpoint.ts';
import { GoalId, HouseholdId, MemberId, PersonId } from '../ids.ts';
import { PersonBrief } from './people.ts';
import { Right } from './rights.ts';
import { nothing } from './shapes.ts';
export const GoalStatus = z.enum([
    'proposed',
    'agreed',
    'active',
    'suspended',
    'achieved',
    'partly',
    'not_achieved',
    'dropped',
]);
/** States after which nothing more is expected. */
export const isGoalClosed = (status) => ['achieved', 'partly', 'not_achieved', 'dropped'].includes(status);
export const nextGoalStatuses = {
    proposed: ['agreed', 'active', 'dropped'],
    agreed: ['active', 'suspended', 'dropped'],
    active: ['suspended', 'achieved', 'partly', 'not_achieved', 'dropped'],
    suspended: ['active', 'dropped'],
    achieved: ['active'],
    partly: ['active'],
    not_achieved: ['active'],
    dropped: ['active'],
};
/** Contain the need, or towards autonomy (B6). */
export const GoalDimension = z.enum(['mitigate_need', 'autonomy']);
export const GoalAim = z.enum(['protection_network', 'care_relations', 'community_inclusion']);
export const GoalObjective = z.enum([
    'information_orientation',
    'individual_accompaniment',
    'positive_parenting',
    'community_support',
    'synergies',
]);
export const GoalMode = z.enum(['prevention', 'protection', 'care']);
export const GoalProgress = z.strictObject({
    on: Day,
    rating: z.int().min(1).max(5),
    note: z.string().trim().max(500),
});
export const GoalDraft = z.strictObject({
    /** The id of its block in the plan. */
    id: GoalId,
    title: z.string().trim().max(500),
    right: Right,
    dimension: GoalDimension.nullable(),
    aim: GoalAim.nullable(),
    objective: GoalObjective.nullable(),
    mode: GoalMode.nullable(),
    /** Null means the whole household. */
    beneficiaryId: MemberId.nullable(),
    baseline: z.string().trim().max(1000),
    expectedResult: z.string().trim().max(1000),
    measure: z.string().trim().max(500),
    responsibleId: PersonId.nullable(),
    due: Day.nullable(),
});
export const Goal = GoalDraft.omit({ responsibleId: true }).extend({
    householdId: HouseholdId,
    responsible: PersonBrief.nullable(),
    status: GoalStatus,
    statusSince: Instant,
    progress: z.array(GoalProgress),
    /** False when its block was taken out of the plan's text: it can be put back. */
    inText: z.boolean(),
    /** Steps every change: give it back to change what you saw. */
    version: z.int(),
});
const goalOf = z.strictObject({ householdId: HouseholdId, goalId: GoalId });
export const goalEndpoints = {
    list: endpoint({
        method: 'GET',
        path: '/api/households/:householdId/goals',
        summary: 'Goals of the household, by right.',
        policy: { kind: 'household', action: 'case.see' },
        params: z.strictObject({ householdId: HouseholdId }),
        query: nothing,
        body: nothing,
        response: z.object({ goals: z.array(Goal) }),
    }),
    propose: endpoint({
        method: 'POST',
        path: '/api/households/:householdId/goals',
        summary: 'Opens a goal as proposed. The same id again answers the same goal.',
        policy: { kind: 'household', action: 'goal.write' },
        params: z.strictObject({ householdId: HouseholdId }),
        query: nothing,
        body: GoalDraft,
        response: Goal,
    }),
    change: endpoint({
        method: 'PATCH',
        path: '/api/households/:householdId/goals/:goalId',
        summary: 'Changes a goal’s frame: right, responsible, due date, measure.',
        policy: { kind: 'household', action: 'goal.write' },
        params: goalOf,
        query: nothing,
        body: GoalDraft.omit({ id: true, title: true }).partial().extend({ version: z.int() }),
        response: Goal,
    }),
    decide: endpoint({
        method: 'POST',
        path: '/api/households/:householdId/goals/:goalId/status',
        summary: 'Agrees, starts, suspends or closes a goal: for the tutor, the regia or who is responsible for it.',
        policy: { kind: 'household', action: 'goal.write' },
        params: goalOf,
        query: nothing,
        body: z.strictObject({ status: GoalStatus, version: z.int() }),
        response: Goal,
    }),
    rate: endpoint({
        method: 'POST',
        path: '/api/households/:householdId/goals/:goalId/progress',
        summary: 'Rates how far it has come, 1–5, on a day.',
        policy: { kind: 'household', action: 'goal.write' },
        params: goalOf,
        query: nothing,
        body: GoalProgress,
        response: Goal,
    }),
};
