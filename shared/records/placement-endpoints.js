/** Placements over HTTP: those of a household for its team, all that wait or go on for whoever books. */
import { z } from 'zod';
import { Day } from '../dates.ts';
import { endpoint } from '../endpoint.ts';
import { BodyId, HouseholdId, PlacementId } from '../ids.ts';
import { HomeSupport } from './home-supports.ts';
import { Chronicity, ChronicityRule, ExitReason, Placement, PlacementDraft } from './placements.ts';
import { Empty, nothing, Reason } from './shapes.ts';
const inHousehold = z.strictObject({ householdId: HouseholdId });
const placementOf = z.strictObject({ placementId: PlacementId });
const version = z.int();
export const placementEndpoints = {
    open: endpoint({
        method: 'GET',
        path: '/api/placements',
        summary: 'Requests that wait, bookings and stays: all for the call centre, those of one’s families for protection.',
        policy: { kind: 'functions', functions: ['call_centre', 'protection'] },
        params: nothing,
        query: nothing,
        body: nothing,
        response: z.object({ placements: z.array(Placement), rule: ChronicityRule }),
    }),
    ofHousehold: endpoint({
        method: 'GET',
        path: '/api/households/:householdId/shelter',
        summary: 'Home supports, requests and stays of the household.',
        policy: { kind: 'household', action: 'case.see' },
        params: inHousehold,
        query: nothing,
        body: nothing,
        response: z.object({
            homeSupports: z.array(HomeSupport),
            placements: z.array(Placement),
            chronicity: Chronicity.nullable(),
        }),
    }),
    request: endpoint({
        method: 'POST',
        path: '/api/households/:householdId/placements',
        summary: 'Asks for a place. Needs a home support that was tried, or an emergency that is stated (D3).',
        policy: { kind: 'household', action: 'shelter.write' },
        params: inHousehold,
        query: nothing,
        body: PlacementDraft,
        response: Placement,
    }),
    book: endpoint({
        method: 'POST',
        path: '/api/placements/:placementId/booking',
        summary: 'Books places for a request. `place-taken` names the structures that are free on those days.',
        policy: { kind: 'functions', functions: ['call_centre', 'protection'] },
        params: placementOf,
        query: nothing,
        body: z.strictObject({
            structureId: BodyId,
            from: Day,
            until: Day.nullable(),
            reviewOn: Day.nullable(),
            version,
        }),
        response: Placement,
    }),
    arrive: endpoint({
        method: 'POST',
        path: '/api/placements/:placementId/arrival',
        summary: 'Records the day they came: the stay begins. After an earlier stay it is marked as a re-entry.',
        policy: { kind: 'signed-in' },
        params: placementOf,
        query: nothing,
        body: z.strictObject({ on: Day, reviewOn: Day.nullable(), version }),
        response: Placement,
    }),
    review: endpoint({
        method: 'POST',
        path: '/api/placements/:placementId/reviews',
        summary: 'Records a review of the stay and the day of the next.',
        policy: { kind: 'signed-in' },
        params: placementOf,
        query: nothing,
        body: z.strictObject({
            id: z.uuid(),
            on: Day,
            note: z.string().trim().min(3).max(2000),
            next: Day.nullable(),
            version,
        }),
        response: Placement,
    }),
    extend: endpoint({
        method: 'POST',
        path: '/api/placements/:placementId/extensions',
        summary: 'Moves the day of leaving further away, with a reason, where there is room.',
        policy: { kind: 'signed-in' },
        params: placementOf,
        query: nothing,
        body: z.strictObject({ id: z.uuid(), until: Day, reason: Reason, version }),
        response: Placement,
    }),
    exit: endpoint({
        method: 'POST',
        path: '/api/placements/:placementId/exit',
        summary: 'Records the day they left and where to.',
        policy: { kind: 'signed-in' },
        params: placementOf,
        query: nothing,
        body: z.strictObject({ on: Day, reason: ExitReason, words: z.string().trim().max(300), version }),
        response: Placement,
    }),
    cancel: endpoint({
        method: 'POST',
        path: '/api/placements/:placementId/cancellation',
        summary: 'Withdraws a request or a booking, with a reason: its places are free again.',
        policy: { kind: 'signed-in' },
        params: placementOf,
        query: nothing,
        body: z.strictObject({ reason: Reason, version }),
        response: Placement,
    }),
    conceal: endpoint({
        method: 'PUT',
        path: '/api/placements/:placementId/concealment',
        summary: 'Conceals where she is, at her wish, or ends that.',
        policy: { kind: 'signed-in' },
        params: placementOf,
        query: nothing,
        body: z.strictObject({ concealed: z.boolean(), version }),
        response: Placement,
    }),
    setRule: endpoint({
        method: 'PUT',
        path: '/api/chronicity-rule',
        summary: 'Sets after how many nights or stays in 24 months a family is seen to live in structures (D6).',
        policy: { kind: 'functions', functions: ['coordinator', 'admin'] },
        params: nothing,
        query: nothing,
        body: ChronicityRule,
        response: Empty,
    }),
};
