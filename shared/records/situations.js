/** What is known of a family on a day: poverty, background, housing, work, ISEE, papers, health. Eligibility and indicators read it (B14, C8). */
import { z } from 'zod';
import { Day, Instant } from '../dates.ts';
import { endpoint } from '../endpoint.ts';
import { event } from '../event.ts';
import { HouseholdId } from '../ids.ts';
import { PersonBrief } from './people.ts';
import { Cents } from './programmes.ts';
import { nothing } from './shapes.ts';
/** What nobody asked yet is unknown, and counted as such: never as a no. */
export const Known = z.enum(['yes', 'no', 'unknown']);
export const Housing = z.enum([
    'owned',
    'rented',
    'eviction_pending',
    'hosted',
    'structure',
    'none',
    'unknown',
]);
export const Work = z.enum(['employed', 'irregular', 'unemployed', 'never_employed', 'unknown']);
export const DocumentState = z.enum([
    'italian',
    'eu',
    'permit',
    'cure_mediche_permit',
    'asylum',
    'stp',
    'eni',
    'none',
    'unknown',
]);
/** Registered where they live, staying there without (dimora), registered elsewhere, or nowhere. */
export const Residence = z.enum(['resident', 'staying', 'elsewhere', 'none', 'unknown']);
export const HealthRegistration = z.enum(['registered', 'stp', 'eni', 'none', 'unknown']);
/** The ISEE (indicator of the household’s economic means, d.p.c.m. 159/2013) as it was stated, with its day. */
export const Isee = z.discriminatedUnion('state', [
    z.strictObject({ state: z.literal('known'), cents: Cents, on: Day }),
    z.strictObject({ state: z.literal('none') }),
    z.strictObject({ state: z.literal('unknown') }),
]);
export const SituationFacts = z.strictObject({
    severePoverty: Known,
    /** Only with a yes. */
    severePovertySince: Day.nullable(),
    migrantBackground: Known,
    housing: Housing,
    /** The mother’s. */
    work: Work,
    isee: Isee,
    /** The mother’s papers. */
    documentState: DocumentState,
    documentExpires: Day.nullable(),
    residence: Residence,
    /** The mother’s. */
    healthRegistration: HealthRegistration,
    /** Whether the children have one. */
    paediatrician: Known,
});
export const Situation = SituationFacts.extend({
    householdId: HouseholdId,
    on: Day,
    by: PersonBrief,
    recordedAt: Instant,
    version: z.int(),
});
/** Before anybody asked. */
export const unknownSituation = {
    severePoverty: 'unknown',
    severePovertySince: null,
    migrantBackground: 'unknown',
    housing: 'unknown',
    work: 'unknown',
    isee: { state: 'unknown' },
    documentState: 'unknown',
    documentExpires: null,
    residence: 'unknown',
    healthRegistration: 'unknown',
    paediatrician: 'unknown',
};
export const situationEvents = [event('situation.recorded', { on: Day })];
export const situationEndpoints = {
    list: endpoint({
        method: 'GET',
        path: '/api/households/:householdId/situations',
        summary: 'The family’s situation by the day it was recorded, newest first.',
        policy: { kind: 'household', action: 'case.see' },
        params: z.strictObject({ householdId: HouseholdId }),
        query: nothing,
        body: nothing,
        response: z.object({ situations: z.array(Situation) }),
    }),
    record: endpoint({
        method: 'PUT',
        path: '/api/households/:householdId/situations/:on',
        summary: 'Records the situation of a day, or corrects what was recorded of it.',
        policy: { kind: 'household', action: 'charge.write' },
        params: z.strictObject({ householdId: HouseholdId, on: Day }),
        query: nothing,
        body: SituationFacts.extend({
            /** Of what the page showed of that day; 0 when there was nothing. */
            version: z.int().min(0),
        }),
        response: Situation,
    }),
};
