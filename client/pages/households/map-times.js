/** Which map is on the screen: today's live one, one of another day, or two of them compared. */
import { createMemo, createSignal } from 'solid-js';
import * as Y from 'yjs';
import { comparePictures, } from '../../../shared/documents/map-picture.ts';
import { addNode, addTie } from '../../../shared/documents/network-map.ts';
import { mapHistoryEndpoints } from '../../../shared/records/map-history.ts';
import { householdKey } from '../../api/keys.ts';
import { createRead } from '../../api/read.ts';
export const now = { kind: 'now' };
const queryOf = (moment) => moment.kind === 'day' ? { on: moment.on } : moment.kind === 'snapshot' ? { snapshot: moment.id } : {};
/** The map of a moment, read when it isn't the live one. */
const createMapOf = (householdId, moment) => createRead(mapHistoryEndpoints.on, () => {
    const asked = moment() ?? now;
    const query = queryOf(asked);
    return {
        key: householdKey(householdId(), 'map-history', 'picture', JSON.stringify(query)),
        input: { params: { householdId: householdId() }, query },
        enabled: asked.kind !== 'now',
        keepFormer: true,
    };
});
/** `live` is the picture of the document as it is, read anew while it changes. */
export function createMapTimes(householdId, live) {
    const [shown, setShown] = createSignal(now);
    const [compared, setCompared] = createSignal();
    const shownMap = createMapOf(householdId, shown);
    const comparedMap = createMapOf(householdId, compared);
    const snapshots = createRead(mapHistoryEndpoints.snapshots, () => ({
        key: householdKey(householdId(), 'map-history'),
        input: { params: { householdId: householdId() } },
    }));
    const picture = () => (shown().kind === 'now' ? live() : shownMap.value()?.picture);
    const before = () => {
        const moment = compared();
        return moment && (moment.kind === 'now' ? live() : comparedMap.value()?.picture);
    };
    const comparison = createMemo(() => {
        if (compared() === undefined)
            return undefined;
        const [then, after] = [before(), picture()];
        return then && after && comparePictures(then, after);
    });
    /** What is drawn in place of the live document; undefined while that is drawn. */
    const drawn = createMemo(() => {
        if (shown().kind === 'now' && compared() === undefined)
            return undefined;
        const [then, after] = [before(), picture()];
        if (after === undefined || (shown().kind === 'now' && then === undefined))
            return undefined;
        return docOf(then ? together(then, after) : after);
    });
    return {
        shown,
        show: (moment) => void setShown(moment),
        compared,
        compareWith: (moment) => void setCompared(() => moment),
        shownMap,
        comparedMap,
        snapshots: () => snapshots.value()?.snapshots ?? [],
        picture,
        before,
        comparison,
        drawn,
    };
}
/** Everything that is in one of the two; what is in both as it is after. */
const together = (before, after) => ({
    nodes: { ...before.nodes, ...after.nodes },
    ties: { ...before.ties, ...after.ties },
});
function docOf({ nodes, ties }) {
    const doc = new Y.Doc();
    doc.transact(() => {
        for (const [key, node] of Object.entries(nodes))
            addNode(doc, key, node);
        for (const [key, tie] of Object.entries(ties))
            addTie(doc, key, tie);
    });
    return doc;
}
export function changesOf(comparison) {
    const { addedNodes, addedTies, goneNodes, goneTies, changedTies } = comparison;
    const as = (keys, change) => keys.map((key) => [key, change]);
    return new Map([
        ...as([...addedNodes, ...addedTies], 'added'),
        ...as([...goneNodes, ...goneTies], 'gone'),
        ...as(changedTies.map(({ key }) => key), 'changed'),
    ]);
}
