/** Community pacts (patti di comunità): bodies and volunteers of a neighbourhood acting together (C9). */
import { z } from 'zod';
import { Day } from '../dates.ts';
import { endpoint } from '../endpoint.ts';
import { event } from '../event.ts';
import { BodyId, CommunityPactId } from '../ids.ts';
import { BodyBrief } from './bodies.ts';
import { nothing } from './shapes.ts';
import { bodyWriters, WritesFor, workers } from './territory.ts';
/** Volunteers by the body they come with, as a number: what they can do and how much time they give. */
export const Volunteers = z.strictObject({
    bodyId: BodyId.nullable(),
    count: z.int().min(1).max(5000),
    skills: z.array(z.string().trim().min(2).max(60)).max(20),
    hoursPerMonth: z.int().min(0).max(10_000),
});
const words = z.string().trim().max(1000);
const written = {
    name: z.string().trim().min(2).max(160),
    area: z.string().trim().min(2).max(120),
    startsOn: Day,
    endsOn: Day,
    bodyIds: z.array(BodyId).min(2).max(60),
    volunteers: z.array(Volunteers).max(20),
    /** What they do together. */
    interventions: z.array(z.string().trim().min(3).max(300)).min(1).max(20),
    /** How it joins the public system against poverty. */
    publicLink: words,
};
export const CommunityPactDraft = z.strictObject({ id: CommunityPactId, ...written });
export const CommunityPactChange = z.strictObject({ ...written, version: z.int() });
export const CommunityPact = CommunityPactDraft.omit({ bodyIds: true, volunteers: true }).extend({
    bodies: z.array(z.object({
        body: BodyBrief,
        signedOn: Day.nullable(),
        /** Whether the reader may sign for it. */
        signable: z.boolean(),
    })),
    volunteers: z.array(Volunteers.omit({ bodyId: true }).extend({ body: BodyBrief.nullable() })),
    version: z.int(),
});
/** A pact binds who signed it: it is in force from its first day, once two bodies have. */
export function pactState(pact, today) {
    if (today > pact.endsOn)
        return 'ended';
    if (pact.bodies.filter(({ signedOn }) => signedOn !== null).length < 2)
        return 'waiting';
    return today < pact.startsOn ? 'coming' : 'in_force';
}
const ofPact = z.strictObject({ communityPactId: CommunityPactId });
export const communityPactEndpoints = {
    list: endpoint({
        method: 'GET',
        path: '/api/community-pacts',
        summary: 'The community pacts, newest first.',
        policy: { kind: 'functions', functions: workers },
        params: nothing,
        query: nothing,
        body: nothing,
        response: z.object({ pacts: z.array(CommunityPact), writesFor: WritesFor }),
    }),
    write: endpoint({
        method: 'POST',
        path: '/api/community-pacts',
        summary: 'Writes down a pact between bodies.',
        policy: { kind: 'functions', functions: ['coordinator'] },
        params: nothing,
        query: nothing,
        body: CommunityPactDraft,
        response: CommunityPact,
    }),
    change: endpoint({
        method: 'PUT',
        path: '/api/community-pacts/:communityPactId',
        summary: 'Changes a pact. A body that has signed stays in it.',
        policy: { kind: 'functions', functions: ['coordinator'] },
        params: ofPact,
        query: nothing,
        body: CommunityPactChange,
        response: CommunityPact,
    }),
    sign: endpoint({
        method: 'POST',
        path: '/api/community-pacts/:communityPactId/signatures',
        summary: 'A body signs, on a day that is not ahead: by the coordination, or by whoever works in that body.',
        policy: { kind: 'functions', functions: bodyWriters },
        params: ofPact,
        query: nothing,
        body: z.strictObject({ bodyId: BodyId, on: Day }),
        response: CommunityPact,
    }),
};
export const communityPactEvents = [
    event('community-pact.written', { communityPactId: CommunityPactId }),
    event('community-pact.changed', { communityPactId: CommunityPactId }),
    event('community-pact.signed', { communityPactId: CommunityPactId, bodyId: BodyId }),
];
