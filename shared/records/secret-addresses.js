/**
 * Secret addresses (D7): kept outside every document, sealed at rest, opened by people who were named, with a reason each
 * time. Only the answers to `open` and `openOfStructure` carry one.
 */
import { z } from 'zod';
import { Instant } from '../dates.ts';
import { endpoint } from '../endpoint.ts';
import { event } from '../event.ts';
import { BodyId, HouseholdId, PersonId } from '../ids.ts';
import { PersonBrief } from './people.ts';
import { Empty, nothing, Reason } from './shapes.ts';
export const SecretWords = z.string().trim().min(5).max(400);
export const SecretAddressGrant = z.object({
    person: PersonBrief,
    since: Instant,
    reason: z.string(),
    grantedBy: PersonBrief,
});
/** What a reader may know about the household’s address, which is not the address. */
export const SecretAddress = z.object({
    stored: z.boolean(),
    /** Was named, so may open it with a reason. */
    mayOpen: z.boolean(),
    /** Stores it and names people: protection of the household, or its regia once named. */
    mayKeep: z.boolean(),
    /** For keepers; others see only that they were named. */
    grants: z.array(SecretAddressGrant),
});
/** `bodyId`: a structure’s address; null: that of the household the event belongs to. Never the address. */
export const secretAddressEvents = [
    event('secret-address.stored', { bodyId: BodyId.nullable() }),
    event('secret-address.removed', { bodyId: BodyId.nullable() }),
    event('secret-address.granted', { bodyId: BodyId.nullable(), personId: PersonId, reason: z.string() }),
    event('secret-address.grant-ended', { bodyId: BodyId.nullable(), personId: PersonId }),
    event('secret-address.read', { bodyId: BodyId.nullable(), reason: z.string() }),
    event('secret-address.structure-changed', { bodyId: BodyId }),
];
const inHousehold = z.strictObject({ householdId: HouseholdId });
const grantOf = z.strictObject({ householdId: HouseholdId, personId: PersonId });
const ofStructure = z.strictObject({ structureId: BodyId });
export const secretAddressEndpoints = {
    get: endpoint({
        method: 'GET',
        path: '/api/households/:householdId/secret-address',
        summary: 'Whether there is one and who was named. `null` for whoever may not know.',
        policy: { kind: 'household', action: 'case.see' },
        params: inHousehold,
        query: nothing,
        body: nothing,
        response: z.object({ secret: SecretAddress.nullable() }),
    }),
    store: endpoint({
        method: 'PUT',
        path: '/api/households/:householdId/secret-address',
        summary: 'Stores the address in place of an earlier one.',
        policy: { kind: 'household', action: 'case.see' },
        params: inHousehold,
        query: nothing,
        body: z.strictObject({ address: SecretWords }),
        response: Empty,
    }),
    remove: endpoint({
        method: 'DELETE',
        path: '/api/households/:householdId/secret-address',
        summary: 'Forgets it.',
        policy: { kind: 'household', action: 'case.see' },
        params: inHousehold,
        query: nothing,
        body: nothing,
        response: Empty,
    }),
    open: endpoint({
        method: 'POST',
        path: '/api/households/:householdId/secret-address/openings',
        summary: 'Reads it. Asks for a reason, and is logged.',
        policy: { kind: 'household', action: 'case.see' },
        params: inHousehold,
        query: nothing,
        body: z.strictObject({ reason: Reason }),
        response: z.object({ address: z.string() }),
    }),
    grant: endpoint({
        method: 'PUT',
        path: '/api/households/:householdId/secret-address/people/:personId',
        summary: 'Names somebody of the team who may open it, and know where a concealed stay is.',
        policy: { kind: 'household', action: 'case.see' },
        params: grantOf,
        query: nothing,
        body: z.strictObject({ reason: Reason }),
        response: Empty,
    }),
    endGrant: endpoint({
        method: 'DELETE',
        path: '/api/households/:householdId/secret-address/people/:personId',
        summary: 'Ends it, at once.',
        policy: { kind: 'household', action: 'case.see' },
        params: grantOf,
        query: nothing,
        body: nothing,
        response: Empty,
    }),
    storeOfStructure: endpoint({
        method: 'PUT',
        path: '/api/structures/:structureId/secret-address',
        summary: 'Stores the address of a concealed structure. Only protection who was named may.',
        policy: { kind: 'functions', functions: ['protection'] },
        params: ofStructure,
        query: nothing,
        body: z.strictObject({ address: SecretWords }),
        response: Empty,
    }),
    openOfStructure: endpoint({
        method: 'POST',
        path: '/api/structures/:structureId/secret-address/openings',
        summary: 'Reads it, for whoever was named. Asks for a reason, and is logged.',
        policy: { kind: 'signed-in' },
        params: ofStructure,
        query: nothing,
        body: z.strictObject({ reason: Reason }),
        response: z.object({ address: z.string() }),
    }),
};
