/** The network map over time (B10): named snapshots, and the map on any day the log or a snapshot still tells. */
import { z } from 'zod';
import { Day, Instant } from '../dates.ts';
import { MapPicture } from '../documents/map-picture.ts';
import { endpoint } from '../endpoint.ts';
import { event } from '../event.ts';
import { HouseholdId, SnapshotId } from '../ids.ts';
import { PersonBrief } from './people.ts';
import { nothing } from './shapes.ts';
export const MapSnapshot = z.object({
    id: SnapshotId,
    label: z.string(),
    on: Day,
    takenAt: Instant,
    by: PersonBrief,
});
export const MapOnDay = z.object({
    on: Day,
    /** `exact`: as it was committed at the end of that day. `snapshot`: the newest picture before it. `unknown`: neither. */
    source: z.enum(['exact', 'snapshot', 'unknown']),
    /** The snapshot shown, or null. */
    snapshotId: SnapshotId.nullable(),
    picture: MapPicture,
});
const inHousehold = z.strictObject({ householdId: HouseholdId });
export const mapHistoryEndpoints = {
    snapshots: endpoint({
        method: 'GET',
        path: '/api/households/:householdId/map/snapshots',
        summary: 'Named pictures of the network map, oldest first, and the days it was written in that are still kept.',
        policy: { kind: 'household', action: 'case.see' },
        params: inHousehold,
        query: nothing,
        body: nothing,
        response: z.object({ snapshots: z.array(MapSnapshot), written: z.array(Day) }),
    }),
    take: endpoint({
        method: 'POST',
        path: '/api/households/:householdId/map/snapshots',
        summary: 'Keeps the map as it is committed now, under a name. The same id again answers the same snapshot.',
        policy: { kind: 'household', action: 'map.write' },
        params: inHousehold,
        query: nothing,
        body: z.strictObject({ id: SnapshotId, label: z.string().trim().min(1).max(80) }),
        response: MapSnapshot,
    }),
    on: endpoint({
        method: 'GET',
        path: '/api/households/:householdId/map/day',
        summary: 'The map at the end of a day (today: as it is committed now), or as one snapshot keeps it.',
        policy: { kind: 'household', action: 'case.see' },
        params: inHousehold,
        query: z.strictObject({ on: Day.optional(), snapshot: SnapshotId.optional() }),
        body: nothing,
        response: MapOnDay,
    }),
};
export const mapHistoryEvents = [event('map.snapshot-taken', { snapshotId: SnapshotId })];
