/** Which map is on the screen: today's live one, one of another day, or two of them compared. */
import { createMemo, createSignal } from 'solid-js';
import * as Y from 'yjs';
import type { Day } from '../../../shared/dates.ts';
import {
  comparePictures,
  type MapComparison,
  type MapPicture,
} from '../../../shared/documents/map-picture.ts';
import { addNode, addTie } from '../../../shared/documents/network-map.ts';
import type { HouseholdId, SnapshotId } from '../../../shared/ids.ts';
import { mapHistoryEndpoints } from '../../../shared/records/map-history.ts';
import { householdKey } from '../../api/keys.ts';
import { createRead } from '../../api/read.ts';
import type { MapChange } from '../../network-map/NetworkMap.tsx';

/** A moment that can be looked at; `now` is the live map. */
export type MapMoment =
  | { readonly kind: 'now' }
  | { readonly kind: 'day'; readonly on: Day }
  | { readonly kind: 'snapshot'; readonly id: SnapshotId }
  /** After a row of the log: it brings its picture. */
  | {
      readonly kind: 'row';
      readonly seq: number;
      readonly on: Day;
      readonly label: string;
      readonly picture: MapPicture;
    };

export const now: MapMoment = { kind: 'now' };

const queryOf = (moment: MapMoment) =>
  moment.kind === 'day' ? { on: moment.on } : moment.kind === 'snapshot' ? { snapshot: moment.id } : {};

/** The map of a moment, read when it isn't the live one. */
const createMapOf = (householdId: () => HouseholdId, moment: () => MapMoment | undefined) =>
  createRead(mapHistoryEndpoints.on, () => {
    const asked = moment() ?? now;
    const query = queryOf(asked);
    return {
      key: householdKey(householdId(), 'map-history', 'picture', JSON.stringify(query)),
      input: { params: { householdId: householdId() }, query },
      enabled: asked.kind === 'day' || asked.kind === 'snapshot',
      keepFormer: true,
    };
  });

export type MapTimes = ReturnType<typeof createMapTimes>;

/** `live` is the picture of the document as it is, read anew while it changes. */
export function createMapTimes(householdId: () => HouseholdId, live: () => MapPicture) {
  const [shown, setShown] = createSignal<MapMoment>(now);
  const [compared, setCompared] = createSignal<MapMoment>();
  const shownMap = createMapOf(householdId, shown);
  const comparedMap = createMapOf(householdId, compared);
  const snapshots = createRead(mapHistoryEndpoints.snapshots, () => ({
    key: householdKey(householdId(), 'map-history'),
    input: { params: { householdId: householdId() } },
  }));
  const pictureAt = (moment: MapMoment, read: typeof shownMap) => {
    if (moment.kind === 'now') return live();
    return moment.kind === 'row' ? moment.picture : read.value()?.picture;
  };
  const picture = () => pictureAt(shown(), shownMap);
  const before = () => {
    const moment = compared();
    return moment && pictureAt(moment, comparedMap);
  };
  /** The day whose map is shown; undefined until it is known. */
  const shownOn = (): Day | undefined => {
    const moment = shown();
    return moment.kind === 'row' ? moment.on : shownMap.value()?.on;
  };
  const comparison = createMemo((): MapComparison | undefined => {
    if (compared() === undefined) return undefined;
    const [then, after] = [before(), picture()];
    return then && after && comparePictures(then, after);
  });
  /** What is drawn in place of the live document; undefined while that is drawn. */
  const drawn = createMemo(() => {
    if (shown().kind === 'now' && compared() === undefined) return undefined;
    const [then, after] = [before(), picture()];
    if (after === undefined || (shown().kind === 'now' && then === undefined)) return undefined;
    return docOf(then ? together(then, after) : after);
  });
  return {
    shown,
    show: (moment: MapMoment) => void setShown(moment),
    compared,
    compareWith: (moment: MapMoment | undefined) => void setCompared(() => moment),
    shownMap,
    shownOn,
    live,
    comparedMap,
    snapshots: () => snapshots.value()?.snapshots ?? [],
    picture,
    before,
    comparison,
    drawn,
  };
}

/** Everything that is in one of the two; what is in both as it is after. */
const together = (before: MapPicture, after: MapPicture): MapPicture => ({
  nodes: { ...before.nodes, ...after.nodes },
  ties: { ...before.ties, ...after.ties },
});

function docOf({ nodes, ties }: MapPicture): Y.Doc {
  const doc = new Y.Doc();
  doc.transact(() => {
    for (const [key, node] of Object.entries(nodes)) addNode(doc, key, node);
    for (const [key, tie] of Object.entries(ties)) addTie(doc, key, tie);
  });
  return doc;
}

export function changesOf(comparison: MapComparison): ReadonlyMap<string, MapChange> {
  const { addedNodes, addedTies, goneNodes, goneTies, changedTies } = comparison;
  const as = (keys: readonly string[], change: MapChange) => keys.map((key) => [key, change] as const);
  return new Map([
    ...as([...addedNodes, ...addedTies], 'added'),
    ...as([...goneNodes, ...goneTies], 'gone'),
    ...as(
      changedTies.map(({ key }) => key),
      'changed',
    ),
  ]);
}
