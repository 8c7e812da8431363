/**
 * What drawing, list and dialogs share: the live map, one's acts on it, where everything stands on the stage, what is
 * selected. Made once per document by NetworkMap.
 */
import { createContext, createMemo, createSignal, useContext } from 'solid-js';
import { assert } from '../../shared/assert.ts';
import { placeLoose } from './geometry/first-layout.ts';
import { layOutGenogram } from './geometry/genogram.ts';
import { createProjection, outerRings, } from './geometry/projection.ts';
import { createGlide } from './glide.ts';
import { genogramPeople, unwrittenMembers } from './household.ts';
import { createLiveMap } from './live-map.ts';
import { createMapActs } from './map-acts.ts';
import { toolsHeight } from './tools-height.ts';
/** A place of another ring than the centre; a group or place someone set in the centre stands among those close to her. */
export const outerRingOf = (node) => (node.ring === 'centre' ? 'informal' : node.ring);
const sectorByRing = {
    informal: 'family',
    services: 'institution',
    third_sector: 'third_sector',
    market: 'market',
};
export function createMapRoom(props, canvas) {
    const live = createLiveMap(props.doc);
    const unwritten = createMemo(() => unwrittenMembers(live.nodes, props.members));
    const acts = createMapActs(props.doc, (key) => unwritten().get(key));
    const nodeOf = (key) => live.nodes[key] ?? unwritten().get(key);
    const tieOf = (key) => live.ties[key];
    const genogram = createMemo(() => layOutGenogram(genogramPeople({ ...live.nodes, ...Object.fromEntries(unwritten()) }, props.members)));
    /** By generation, so that Tab goes through the family as one would tell it. */
    const memberKeys = createMemo(() => [...genogram().places.keys()]);
    const outerKeys = createMemo(() => Object.keys(live.nodes)
        .filter((key) => live.nodes[key]?.kind !== 'member')
        .toSorted((a, b) => readingOrder(live.nodes[a], live.nodes[b])));
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
    const stagePoint = (key) => {
        const member = genogram().places.get(key);
        if (member)
            return member;
        const point = glide.at(key);
        return point && projection().toStage(point);
    };
    const tiesByNode = createMemo(() => {
        const byNode = new Map();
        for (const [key, tie] of Object.entries(live.ties)) {
            for (const end of new Set([tie.source, tie.target]))
                byNode.set(end, [...(byNode.get(end) ?? []), key]);
        }
        return byNode;
    });
    const tiesOf = (key) => tiesByNode().get(key) ?? [];
    const isMember = (key) => genogram().places.has(key);
    /** Awaited: all that ties it to the family is that it's needed. */
    const isMissing = (key) => {
        const ties = tiesOf(key);
        return (!isMember(key) && ties.length > 0 && ties.every((tie) => live.ties[tie]?.strength === 'absent_needed'));
    };
    const missingCount = createMemo(() => tieKeys().filter((key) => live.ties[key]?.strength === 'absent_needed').length);
    const indexKey = createMemo(() => memberKeys().find((key) => nodeOf(key)?.index) ?? memberKeys()[0] ?? outerKeys()[0]);
    const sectorOf = (key) => {
        const node = nodeOf(key);
        assert(node, 'a drawn place is in the map');
        const known = node.ref ? props.sectorOf(node.ref) : undefined;
        return known ?? sectorByRing[outerRingOf(node)];
    };
    const [selection, setSelection] = createSignal(null);
    const [focusKey, setFocusKey] = createSignal(null);
    const [dialog, setDialog] = createSignal(null);
    const [dragging, setDragging] = createSignal(null);
    const [zoom, setZoom] = createSignal({ x: 0, y: 0, k: 1 });
    const isSelected = (kind, key) => {
        const selected = selection();
        return selected?.kind === kind && selected.key === key;
    };
    /** Selected, or joined to what is. */
    const isLit = (kind, key) => {
        const selected = selection();
        if (!selected)
            return false;
        if (isSelected(kind, key))
            return true;
        const tie = kind === 'tie' ? tieOf(key) : selected.kind === 'tie' ? tieOf(selected.key) : undefined;
        const end = kind === 'tie' ? (selected.kind === 'node' ? selected.key : undefined) : key;
        return tie !== undefined && end !== undefined && (tie.source === end || tie.target === end);
    };
    const heldBy = (key) => props.presence.others().find((other) => other.dragging === key);
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
function readingOrder(a, b) {
    if (!a || !b)
        return 0;
    const rank = (node) => outerRings.indexOf(outerRingOf(node));
    return rank(a) - rank(b) || a.label.localeCompare(b.label);
}
const RoomContext = createContext();
export const MapRoomProvider = RoomContext.Provider;
export function useMapRoom() {
    const room = useContext(RoomContext);
    if (!room)
        throw new Error('useMapRoom needs a NetworkMap around it');
    return room;
}
