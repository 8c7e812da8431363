import { z } from 'zod';
import { MapNode, MapTie, readNodes, readTies } from './network-map.ts';
/** Places and ties by their keys. A tie's two ends are always there. */
export const MapPicture = z.object({
    nodes: z.record(z.string(), MapNode),
    ties: z.record(z.string(), MapTie),
});
export const pictureOf = (doc) => ({
    nodes: Object.fromEntries(readNodes(doc)),
    ties: Object.fromEntries(readTies(doc)),
});
/** What came, what went, and which ties are of another strength or give in another direction. Moving a place is none. */
export function comparePictures(before, after) {
    const [addedNodes, goneNodes] = difference(before.nodes, after.nodes);
    const [addedTies, goneTies] = difference(before.ties, after.ties);
    const changedTies = Object.entries(before.ties).flatMap(([key, old]) => {
        const now = after.ties[key];
        if (now === undefined)
            return [];
        const fields = ['strength', 'energy'].filter((field) => old[field] !== now[field]);
        return fields.length === 0 ? [] : [{ key, before: old, after: now, fields }];
    });
    return { addedNodes, goneNodes, addedTies, goneTies, changedTies };
}
const difference = (before, after) => [
    Object.keys(after).filter((key) => !Object.hasOwn(before, key)),
    Object.keys(before).filter((key) => !Object.hasOwn(after, key)),
];
export const isUnchanged = (comparison) => Object.values(comparison).every((list) => list.length === 0);
