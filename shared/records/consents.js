/** The family's consent to what the third sector sees. Public care never waits for it. */
import { z } from 'zod';
import { Day } from '../dates.ts';
import { endpoint } from '../endpoint.ts';
import { BodyId, ConsentId, HouseholdId, MemberId, PersonId } from '../ids.ts';
import { ContentLanguage } from '../languages.ts';
import { BodyBrief } from './bodies.ts';
import { PersonBrief } from './people.ts';
import { Empty, nothing } from './shapes.ts';
export const Consent = z.object({
    id: ConsentId,
    memberId: MemberId,
    bodies: z.array(BodyBrief),
    noticeVersion: z.string(),
    language: ContentLanguage,
    mediator: PersonBrief.nullable(),
    given: Day,
    withdrawn: Day.nullable(),
});
export const consentEndpoints = {
    list: endpoint({
        method: 'GET',
        path: '/api/households/:householdId/consents',
        summary: 'Consents given and withdrawn.',
        policy: { kind: 'household', action: 'case.see' },
        params: z.strictObject({ householdId: HouseholdId }),
        query: nothing,
        body: nothing,
        response: z.object({ consents: z.array(Consent) }),
    }),
    record: endpoint({
        method: 'POST',
        path: '/api/households/:householdId/consents',
        summary: 'Records that a member consents to what these third-sector bodies see.',
        policy: { kind: 'household', action: 'consent.record' },
        params: z.strictObject({ householdId: HouseholdId }),
        query: nothing,
        body: z.strictObject({
            id: ConsentId,
            memberId: MemberId,
            bodyIds: z.array(BodyId).min(1).max(20),
            noticeVersion: z.string().trim().min(1).max(20),
            language: ContentLanguage,
            mediatorId: PersonId.nullable(),
        }),
        response: Consent,
    }),
    withdraw: endpoint({
        method: 'POST',
        path: '/api/households/:householdId/consents/:consentId/withdraw',
        summary: 'Records a withdrawal: pages open at these bodies close at once.',
        policy: { kind: 'household', action: 'consent.record' },
        params: z.strictObject({ householdId: HouseholdId, consentId: ConsentId }),
        query: nothing,
        body: nothing,
        response: Empty,
    }),
};
