/** The tutor: the family's single point of reference. Exactly one active per household, with history (B1). */
import { z } from 'zod';
import { Day } from '../dates.ts';
import { endpoint } from '../endpoint.ts';
import { HouseholdId, PersonId } from '../ids.ts';
import { PersonBrief } from './people.ts';
import { Empty, nothing, Reason } from './shapes.ts';
/** One person's time as tutor; `to` is the first day they no longer are. */
export const TutorTenure = z.object({
    person: PersonBrief,
    from: Day,
    to: Day.nullable(),
    reason: z.string(),
});
export const tutorEndpoints = {
    change: endpoint({
        method: 'POST',
        path: '/api/households/:householdId/tutor',
        summary: 'Passes the family to another tutor, with a reason: one tenure closes as the next opens.',
        policy: { kind: 'household', action: 'tutor.change' },
        params: z.strictObject({ householdId: HouseholdId }),
        query: nothing,
        body: z.strictObject({
            personId: PersonId,
            reason: Reason,
            /** The tutor the page showed: if another came meanwhile, `changed-meanwhile`. */
            replacing: PersonId,
        }),
        response: Empty,
    }),
};
