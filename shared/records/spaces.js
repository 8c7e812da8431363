/** Community spaces and their resources, of a body of the network (A9). */
import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { event } from '../event.ts';
import { BodyId, SpaceId } from '../ids.ts';
import { BodyBrief } from './bodies.ts';
import { Empty, nothing } from './shapes.ts';
import { bodyWriters, SketchPoint, WritesFor, workersAndVolunteers } from './territory.ts';
/** What a space is for. */
export const SpaceResource = z.enum([
    'showers',
    'guest_rooms',
    'laundry',
    'canteen',
    'food_pantry',
    'community_meal',
    'mothers_space',
    'playroom',
    'childcare_corner',
    'after_school',
    'literacy',
    'language_school',
    'workshops',
    'meeting_room',
    'hall',
    'theatre',
    'garden',
    'courtyard',
    'terrace',
]);
const written = {
    bodyId: BodyId,
    name: z.string().trim().min(2).max(120),
    resources: z.array(SpaceResource).min(1).max(19),
    /** People at once, or beds. */
    capacity: z.int().min(1).max(2000),
    hours: z.string().trim().max(200),
    /** Can be reached without steps. */
    stepFree: z.boolean(),
    accessNote: z.string().trim().max(300),
    note: z.string().trim().max(1000),
    /** Null: where its body is. */
    place: SketchPoint.nullable(),
};
export const SpaceDraft = z.strictObject({ id: SpaceId, ...written });
export const SpaceChange = z.strictObject({ ...written, version: z.int() });
export const Space = SpaceDraft.omit({ bodyId: true }).extend({
    body: BodyBrief,
    /** The body's Circoscrizione, 1–8. */
    district: z.int().nullable(),
    version: z.int(),
    /** Whether the reader may change it. */
    editable: z.boolean(),
});
const ofSpace = z.strictObject({ spaceId: SpaceId });
export const spaceEndpoints = {
    list: endpoint({
        method: 'GET',
        path: '/api/spaces',
        summary: 'The open community spaces, by body. Nothing of a body with a concealed address is in it.',
        policy: { kind: 'functions', functions: workersAndVolunteers },
        params: nothing,
        query: nothing,
        body: nothing,
        response: z.object({ spaces: z.array(Space), writesFor: WritesFor }),
    }),
    add: endpoint({
        method: 'POST',
        path: '/api/spaces',
        summary: 'Adds a space to a body: by the coordination, or by whoever works in that body.',
        policy: { kind: 'functions', functions: bodyWriters },
        params: nothing,
        query: nothing,
        body: SpaceDraft,
        response: Space,
    }),
    change: endpoint({
        method: 'PUT',
        path: '/api/spaces/:spaceId',
        summary: 'Changes what is written about a space.',
        policy: { kind: 'functions', functions: bodyWriters },
        params: ofSpace,
        query: nothing,
        body: SpaceChange,
        response: Space,
    }),
    close: endpoint({
        method: 'POST',
        path: '/api/spaces/:spaceId/close',
        summary: 'Takes a space out of the register; initiatives that were held in it stay.',
        policy: { kind: 'functions', functions: bodyWriters },
        params: ofSpace,
        query: nothing,
        body: z.strictObject({ version: z.int() }),
        response: Empty,
    }),
};
export const spaceEvents = [
    event('space.added', { spaceId: SpaceId, bodyId: BodyId }),
    event('space.changed', { spaceId: SpaceId, bodyId: BodyId }),
    event('space.closed', { spaceId: SpaceId, bodyId: BodyId }),
];
