/** Reserved zones opened to one person by name, with a reason. */
import { z } from 'zod';
import { Day } from '../dates.ts';
import { DocumentKind } from '../documents/kinds.ts';
import { endpoint } from '../endpoint.ts';
import { HouseholdId, PersonId } from '../ids.ts';
import { PersonBrief } from './people.ts';
import { Empty, nothing, Reason } from './shapes.ts';
/** Zones that can be opened by name. */
export const Zone = DocumentKind.extract([
    'social-notes',
    'health-notes',
    'education-notes',
    'protection-notes',
]);
export const ZoneGrant = z.object({ person: PersonBrief, zone: Zone, from: Day, reason: z.string() });
const zoneOf = z.strictObject({ householdId: HouseholdId, zone: Zone, personId: PersonId });
export const zoneEndpoints = {
    open: endpoint({
        method: 'PUT',
        path: '/api/households/:householdId/zones/:zone/people/:personId',
        summary: 'Opens a zone to one person. Only someone who writes in that zone may.',
        policy: { kind: 'household', action: 'case.see' },
        params: zoneOf,
        query: nothing,
        body: z.strictObject({ reason: Reason }),
        response: Empty,
    }),
    close: endpoint({
        method: 'DELETE',
        path: '/api/households/:householdId/zones/:zone/people/:personId',
        summary: 'Closes it again: their open page of the zone closes at once.',
        policy: { kind: 'household', action: 'case.see' },
        params: zoneOf,
        query: nothing,
        body: nothing,
        response: Empty,
    }),
};
