/** The network map at one moment, and what differs between two. */
import type * as Y from 'yjs';
import { z } from 'zod';
import { MapNode, MapTie, readNodes, readTies } from './network-map.ts';

/** Places and ties by their keys. A tie's two ends are always there. */
export const MapPicture = z.object({
  nodes: z.record(z.string(), MapNode),
  ties: z.record(z.string(), MapTie),
});
export type MapPicture = z.infer<typeof MapPicture>;

export const pictureOf = (doc: Y.Doc): MapPicture => ({
  nodes: Object.fromEntries(readNodes(doc)),
  ties: Object.fromEntries(readTies(doc)),
});

export type TieChange = {
  readonly key: string;
  readonly before: MapTie;
  readonly after: MapTie;
  readonly fields: readonly ('strength' | 'energy')[];
};

export type MapComparison = {
  readonly addedNodes: readonly string[];
  readonly goneNodes: readonly string[];
  readonly addedTies: readonly string[];
  readonly goneTies: readonly string[];
  readonly changedTies: readonly TieChange[];
};

/** What came, what went, and which ties are of another strength or give in another direction. Moving a place is none. */
export function comparePictures(before: MapPicture, after: MapPicture): MapComparison {
  const [addedNodes, goneNodes] = difference(before.nodes, after.nodes);
  const [addedTies, goneTies] = difference(before.ties, after.ties);
  const changedTies = Object.entries(before.ties).flatMap(([key, old]): TieChange[] => {
    const now = after.ties[key];
    if (now === undefined) return [];
    const fields = (['strength', 'energy'] as const).filter((field) => old[field] !== now[field]);
    return fields.length === 0 ? [] : [{ key, before: old, after: now, fields }];
  });
  return { addedNodes, goneNodes, addedTies, goneTies, changedTies };
}

type Keyed = Readonly<Record<string, unknown>>;

const difference = (before: Keyed, after: Keyed): readonly [added: string[], gone: string[]] => [
  Object.keys(after).filter((key) => !Object.hasOwn(before, key)),
  Object.keys(before).filter((key) => !Object.hasOwn(after, key)),
];

export const isUnchanged = (comparison: MapComparison): boolean =>
  Object.values(comparison).every((list) => list.length === 0);
