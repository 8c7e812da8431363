/** The care team (équipe): dated membership with role and body (B4). */
import { z } from 'zod';
import { Day } from '../dates.ts';
import { endpoint } from '../endpoint.ts';
import { HouseholdId, PersonId, TeamMembershipId } from '../ids.ts';
import { PersonBrief } from './people.ts';
import { Empty, nothing, Reason } from './shapes.ts';
export const CareRole = z.enum([
    'tutor',
    'mediator',
    'social',
    'health',
    'education',
    'protection',
    'partner',
    'volunteer',
]);
export const TeamMember = z.object({
    id: TeamMembershipId,
    person: PersonBrief,
    role: CareRole,
    from: Day,
    to: Day.nullable(),
    reason: z.string().nullable(),
    /** A third-sector member sees nothing while the family's consent for their body is missing. */
    consented: z.boolean(),
});
export const careTeamEndpoints = {
    add: endpoint({
        method: 'POST',
        path: '/api/households/:householdId/team',
        summary: 'Adds a person to the team, in the role of their function.',
        policy: { kind: 'household', action: 'team.change' },
        params: z.strictObject({ householdId: HouseholdId }),
        query: nothing,
        body: z.strictObject({ personId: PersonId, reason: Reason.nullable() }),
        response: TeamMember,
    }),
    end: endpoint({
        method: 'POST',
        path: '/api/households/:householdId/team/:membershipId/end',
        summary: 'Takes somebody off the team: their open pages of this household close at once.',
        policy: { kind: 'household', action: 'team.change' },
        params: z.strictObject({ householdId: HouseholdId, membershipId: TeamMembershipId }),
        query: nothing,
        body: z.strictObject({ reason: Reason }),
        response: Empty,
    }),
};
