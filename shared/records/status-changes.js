/** Every state a household was in, by its days: opening, suspension, closure and re-opening, each with its reason. */
import { z } from 'zod';
import { Day } from '../dates.ts';
import { endpoint } from '../endpoint.ts';
import { HouseholdId } from '../ids.ts';
import { HouseholdStatus } from './household-status.ts';
import { PersonBrief } from './people.ts';
import { nothing } from './shapes.ts';
/** Why a household is closed, or an enrolment ends. */
export const Closure = z.enum([
    'goals_met',
    'agreed_end',
    'age_limit',
    'moved',
    'withdrew',
    'untraceable',
    'transferred',
    'deceased',
]);
export const StatusChange = z.object({
    on: Day,
    /** Null: the day it was taken in. */
    from: HouseholdStatus.nullable(),
    to: HouseholdStatus,
    reason: z.string(),
    /** Null when it isn’t a closure, or one of before the codes. */
    closure: Closure.nullable(),
    /** When a suspension is looked at again. */
    reviewOn: Day.nullable(),
    by: PersonBrief,
});
/** In care: what indicators count (A4). A suspended household still is. */
export const isInCare = (status) => status === 'enrolled' || status === 'suspended';
export const statusChangeEndpoints = {
    list: endpoint({
        method: 'GET',
        path: '/api/households/:householdId/status-changes',
        summary: 'The states the household was in, newest first.',
        policy: { kind: 'household', action: 'case.see' },
        params: z.strictObject({ householdId: HouseholdId }),
        query: nothing,
        body: nothing,
        response: z.object({ changes: z.array(StatusChange) }),
    }),
};
