/**
 * Taking a family's records elsewhere (X17): our own JSON, or a FHIR R4 bundle for systems that speak it. Whoever sees the
 * case may, and each time is logged. Neither carries a document, a reserved zone or a concealed body.
 */
import { z } from 'zod';
import { Instant } from '../dates.ts';
import { endpoint } from '../endpoint.ts';
import { event } from '../event.ts';
import { HouseholdId } from '../ids.ts';
import { BodyBrief } from './bodies.ts';
import { Consent } from './consents.ts';
import { Goal } from './goals.ts';
import { Household } from './households.ts';
import { Referral } from './referrals.ts';
import { nothing } from './shapes.ts';
import { Task } from './tasks.ts';
export const ExportFormat = z.enum(['json', 'fhir']);
/** Everything the records hold of a family, as the API answers it, without what concerns only the reader. */
export const HouseholdExport = z.object({
    format: z.literal('trama-household'),
    version: z.literal(1),
    exportedAt: Instant,
    household: Household.omit({ documents: true, can: true, leadProposal: true, lastActivityAt: true }),
    goals: z.array(Goal),
    tasks: z.array(Task.omit({ household: true, steps: true })),
    /** `to` is null for a body whose address is secret. */
    referrals: z.array(Referral.omit({ to: true }).extend({ to: BodyBrief.nullable() })),
    consents: z.array(Consent),
});
/** One FHIR resource; what it may hold is FHIR's business and checked against its published schema in a test. */
export const FhirResource = z.looseObject({
    resourceType: z.enum([
        'Patient',
        'RelatedPerson',
        'CareTeam',
        'CarePlan',
        'Goal',
        'Task',
        'ServiceRequest',
        'Consent',
    ]),
    id: z.uuid(),
});
/** A collection, HL7 FHIR R4 (4.0.1). Resources point at each other by `urn:uuid:`. */
export const FhirBundle = z.object({
    resourceType: z.literal('Bundle'),
    id: z.uuid(),
    type: z.literal('collection'),
    timestamp: Instant,
    entry: z.array(z.object({ fullUrl: z.string(), resource: FhirResource })),
});
/** Names the household and the form, never what was in it. */
export const exportEvents = [event('export.made', { format: ExportFormat })];
const ofHousehold = z.strictObject({ householdId: HouseholdId });
export const exportEndpoints = {
    json: endpoint({
        method: 'POST',
        path: '/api/households/:householdId/exports/json',
        summary: 'The family’s records as JSON. It is logged who took them.',
        policy: { kind: 'household', action: 'case.see' },
        params: ofHousehold,
        query: nothing,
        body: nothing,
        response: HouseholdExport,
    }),
    fhir: endpoint({
        method: 'POST',
        path: '/api/households/:householdId/exports/fhir',
        summary: 'The family’s records as a FHIR R4 bundle. It is logged who took them.',
        policy: { kind: 'household', action: 'case.see' },
        params: ofHousehold,
        query: nothing,
        body: nothing,
        response: FhirBundle,
    }),
};
