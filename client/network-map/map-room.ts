/**
 * What drawing, list and dialogs share: the live map, one's acts on it, where everything stands on the stage, what is
 * selected. Made once per document by NetworkMap.
 */
import { type Accessor, createContext, createMemo, createSignal, useContext } from 'solid-js';
import { assert } from '../../shared/assert.ts';
import type { MapNode, MapTie } from '../../shared/documents/network-map.ts';
import type { Sector } from '../ui/SectorMark.tsx';
import { placeLoose } from './geometry/first-layout.ts';
import { layOutGenogram } from './geometry/genogram.ts';
import {
  createProjection,
  type OuterRing,
  outerRings,
  type Point,
  type Size,
} from './geometry/projection.ts';
import { createGlide } from './glide.ts';
import { genogramPeople, unwrittenMembers } from './household.ts';
import { createLiveMap } from './live-map.ts';
import { createMapActs } from './map-acts.ts';
import type { NetworkMapProps } from './props.ts';
import { toolsHeight } from './tools-height.ts';

export type Selection = { readonly kind: 'node' | 'tie'; readonly key: string } | null;

export type MapDialog =
  | { readonly kind: 'add-node' }
  | { readonly kind: 'add-missing'; readonly who: string | undefined }
  | { readonly kind: 'add-tie'; readonly source: string | undefined; readonly target: string | undefined }
  | { readonly kind: 'edit-node'; readonly key: string }
  | { readonly kind: 'edit-tie'; readonly key: string };

/** A place of another ring than the centre; a group or place someone set in the centre stands among those close to her. */
export const outerRingOf = (node: MapNode): OuterRing => (node.ring === 'centre' ? 'informal' : node.ring);

const sectorByRing: Readonly<Record<OuterRing, Sector>> = {
  informal: 'family',
  services: 'institution',
  third_sector: 'third_sector',
  market: 'market',
};

export type MapRoom = ReturnType<typeof createMapRoom>;

export function createMapRoom(props: NetworkMapProps, canvas: Accessor<Size>) {
  const live = createLiveMap(props.doc);
  const unwritten = createMemo(() => unwrittenMembers(live.nodes, props.members));
  const acts = createMapActs(props.doc, (key) => unwritten().get(key));
  const nodeOf = (key: string): MapNode | undefined => live.nodes[key] ?? unwritten().get(key);
  const tieOf = (key: string): MapTie | undefined => live.ties[key];

  const genogram = createMemo(() =>
    layOutGenogram(genogramPeople({ ...live.nodes, ...Object.fromEntries(unwritten()) }, props.members)),
  );
  /** By generation, so that Tab goes through the family as one would tell it. */
  const memberKeys = createMemo(() => [...genogram().places.keys()]);
  const outerKeys = createMemo(() =>
    Object.keys(live.nodes)
      .filter((key) => live.nodes[key]?.kind !== 'member')
      .toSorted((a, b) => readingOrder(live.nodes[a], live.nodes[b])),
  );
  const tieKeys = createMemo(() => Object.keys(live.ties));
  const sheet = () => ({ width: canvas().width, height: canvas().height - toolsHeight });
  const projection = createMemo(() => createProjection(sheet(), genogram().household));

  const drawingPoints = createMemo(() => {
    const standing = outerKeys().flatMap((key) => {
      const node = live.nodes[key];
      return node ? [{ key, ring: outerRingOf(node), x: node.x, y: node.y }] : [];
    });
    const loose = placeLoose(standing);
    return new Map(standing.map(({ key, x, y }) => [key, loose.get(key) ?? { x, y }]));
  });
  const glide = createGlide(drawingPoints);
  /** Where a place is drawn right now, in stage pixels. */
  const stagePoint = (key: string): Point | undefined => {
    const member = genogram().places.get(key);
    if (member) return member;
    const point = glide.at(key);
    return point && projection().toStage(point);
  };

  const tiesByNode = createMemo(() => {
    const byNode = new Map<string, string[]>();
    for (const [key, tie] of Object.entries(live.ties)) {
      for (const end of new Set([tie.source, tie.target])) byNode.set(end, [...(byNode.get(end) ?? []), key]);
    }
    return byNode;
  });
  const tiesOf = (key: string): readonly string[] => tiesByNode().get(key) ?? [];
  const isMember = (key: string): boolean => genogram().places.has(key);
  /** Awaited: all that ties it to the family is that it's needed. */
  const isMissing = (key: string): boolean => {
    const ties = tiesOf(key);
    return (
      !isMember(key) && ties.length > 0 && ties.every((tie) => live.ties[tie]?.strength === 'absent_needed')
    );
  };
  const missingCount = createMemo(
    () => tieKeys().filter((key) => live.ties[key]?.strength === 'absent_needed').length,
  );
  const indexKey = createMemo(
    () => memberKeys().find((key) => nodeOf(key)?.index) ?? memberKeys()[0] ?? outerKeys()[0],
  );
  const sectorOf = (key: string): Sector => {
    const node = nodeOf(key);
    assert(node, 'a drawn place is in the map');
    const known = node.ref ? props.sectorOf(node.ref) : undefined;
    return known ?? sectorByRing[outerRingOf(node)];
  };

  const [selection, setSelection] = createSignal<Selection>(null);
  const [focusKey, setFocusKey] = createSignal<string | null>(null);
  const [dialog, setDialog] = createSignal<MapDialog | null>(null);
  const [dragging, setDragging] = createSignal<string | null>(null);
  const [zoom, setZoom] = createSignal({ x: 0, y: 0, k: 1 });
  const isSelected = (kind: 'node' | 'tie', key: string): boolean => {
    const selected = selection();
    return selected?.kind === kind && selected.key === key;
  };
  /** Selected, or joined to what is. */
  const isLit = (kind: 'node' | 'tie', key: string): boolean => {
    const selected = selection();
    if (!selected) return false;
    if (isSelected(kind, key)) return true;
    const tie = kind === 'tie' ? tieOf(key) : selected.kind === 'tie' ? tieOf(selected.key) : undefined;
    const end = kind === 'tie' ? (selected.kind === 'node' ? selected.key : undefined) : key;
    return tie !== undefined && end !== undefined && (tie.source === end || tie.target === end);
  };
  const heldBy = (key: string) => props.presence.others().find((other) => other.dragging === key);
  const moving = () => dragging() !== null || props.presence.others().some((other) => other.dragging);

  return {
    props,
    acts,
    glide,
    nodeOf,
    tieOf,
    genogram,
    memberKeys,
    outerKeys,
    tieKeys,
    projection,
    drawingPoints,
    stagePoint,
    tiesOf,
    isMember,
    isMissing,
    missingCount,
    indexKey,
    sectorOf,
    selection,
    setSelection,
    isSelected,
    isLit,
    focusKey,
    setFocusKey,
    dialog,
    setDialog,
    dragging,
    setDragging,
    zoom,
    setZoom,
    heldBy,
    moving,
    canvas,
  };
}

function readingOrder(a: MapNode | undefined, b: MapNode | undefined): number {
  if (!a || !b) return 0;
  const rank = (node: MapNode) => outerRings.indexOf(outerRingOf(node));
  return rank(a) - rank(b) || a.label.localeCompare(b.label);
}

const RoomContext = createContext<MapRoom>();
export const MapRoomProvider = RoomContext.Provider;

export function useMapRoom(): MapRoom {
  const room = useContext(RoomContext);
  if (!room) throw new Error('useMapRoom needs a NetworkMap around it');
  return room;
}
