/** Tasks (compiti): one owner, who accepts or declines; a due date; where it came from; overdue goes to the regia (X4, X5). */
import { z } from 'zod';
import { Day, Instant } from '../dates.ts';
import { DocumentKind } from '../documents/kinds.ts';
import { endpoint } from '../endpoint.ts';
import { ConferenceId, GoalId, HouseholdId, MediationId, PersonId, PlacementId, ReferralId, TaskId, } from '../ids.ts';
import { PersonBrief } from './people.ts';
import { nothing, Reason } from './shapes.ts';
export const TaskStatus = z.enum([
    'assigned',
    'accepted',
    'declined',
    'in_progress',
    'blocked',
    'done',
    'cancelled',
]);
export const isTaskOpen = (status) => !['declined', 'done', 'cancelled'].includes(status);
/** Past its due day and still open. The due day itself is in time. */
export const isTaskOverdue = (task, today) => isTaskOpen(task.status) && task.due !== null && task.due < today;
/** What the owner may do, by state. Whoever assigned, the tutor and the regia may cancel while it is open. */
export const ownerSteps = {
    assigned: ['accepted', 'declined'],
    accepted: ['in_progress', 'blocked', 'done', 'declined'],
    declined: [],
    in_progress: ['blocked', 'done'],
    blocked: ['in_progress', 'done'],
    done: ['in_progress'],
    cancelled: [],
};
/** Where a task came from. A task and its source point at each other. */
export const TaskSource = z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('manual') }),
    /** From words selected in a document, kept as they were. */
    z.strictObject({ kind: z.literal('text'), document: DocumentKind, quote: z.string().max(1000) }),
    /** From a decision in a conference's minutes. */
    z.strictObject({
        kind: z.literal('decision'),
        conferenceId: ConferenceId,
        decisionId: z.uuid().nullable(),
    }),
    z.strictObject({ kind: z.literal('referral'), referralId: ReferralId }),
    z.strictObject({ kind: z.literal('tie-review'), tie: z.string().max(64) }),
    z.strictObject({ kind: z.literal('drop-out') }),
    /** From a window of the thousand days, by its rule's code. */
    z.strictObject({ kind: z.literal('window'), rule: z.string().max(64) }),
    z.strictObject({ kind: z.literal('mediation'), mediationId: MediationId }),
    z.strictObject({ kind: z.literal('stay-review'), placementId: PlacementId }),
]);
export const TaskDraft = z.strictObject({
    /** Chosen by the page: a chip in the text carries it, and a retried request makes no second task. */
    id: TaskId,
    title: z.string().trim().min(3).max(300),
    ownerId: PersonId,
    due: Day.nullable(),
    source: TaskSource,
    goalId: GoalId.nullable(),
});
export const Task = z.object({
    id: TaskId,
    household: z.object({ id: HouseholdId, code: z.string(), name: z.string() }),
    title: z.string(),
    owner: PersonBrief,
    assignedBy: PersonBrief,
    status: TaskStatus,
    /** Why it was declined, blocked or cancelled. */
    reason: z.string().nullable(),
    due: Day.nullable(),
    overdue: z.boolean(),
    /** When it was brought to the regia because it is overdue. */
    escalatedAt: Instant.nullable(),
    source: TaskSource,
    goalId: GoalId.nullable(),
    createdAt: Instant,
    changedAt: Instant,
    version: z.int(),
    /** Steps this reader may take. */
    steps: z.array(TaskStatus),
});
const taskOf = z.strictObject({ householdId: HouseholdId, taskId: TaskId });
export const taskEndpoints = {
    mine: endpoint({
        method: 'GET',
        path: '/api/tasks',
        summary: 'My tasks across households; those I assigned; or, for the regia, those that are overdue in its households.',
        policy: { kind: 'signed-in' },
        params: nothing,
        query: z.strictObject({
            view: z.enum(['mine', 'assigned-by-me', 'escalated']).default('mine'),
            open: z.enum(['true', 'false']).default('true'),
        }),
        body: nothing,
        response: z.object({ tasks: z.array(Task) }),
    }),
    ofHousehold: endpoint({
        method: 'GET',
        path: '/api/households/:householdId/tasks',
        summary: 'Tasks of the household: all for the team, only their own for the family and volunteers.',
        policy: { kind: 'household', action: 'household.see' },
        params: z.strictObject({ householdId: HouseholdId }),
        query: nothing,
        body: nothing,
        response: z.object({ tasks: z.array(Task) }),
    }),
    assign: endpoint({
        method: 'POST',
        path: '/api/households/:householdId/tasks',
        summary: 'Assigns a task to one owner in the team or the family. The same id again answers the same task.',
        policy: { kind: 'household', action: 'task.assign' },
        params: z.strictObject({ householdId: HouseholdId }),
        query: nothing,
        body: TaskDraft,
        response: Task,
    }),
    step: endpoint({
        method: 'POST',
        path: '/api/households/:householdId/tasks/:taskId/status',
        summary: 'Accept, decline with a reason, start, block, finish; or cancel, for who assigned it.',
        policy: { kind: 'signed-in' },
        params: taskOf,
        query: nothing,
        body: z.strictObject({ status: TaskStatus, reason: Reason.optional(), version: z.int() }),
        response: Task,
    }),
    change: endpoint({
        method: 'PATCH',
        path: '/api/households/:householdId/tasks/:taskId',
        summary: 'Changes title or due date, or gives it to another owner, who is asked anew.',
        policy: { kind: 'household', action: 'task.assign' },
        params: taskOf,
        query: nothing,
        body: TaskDraft.pick({ title: true, ownerId: true, due: true }).partial().extend({ version: z.int() }),
        response: Task,
    }),
};
