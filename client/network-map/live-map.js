/** The document as a Solid store: one subscription, patched field by field, so that a move redraws only what moved. */
import { batch, onCleanup } from 'solid-js';
import { createStore, reconcile } from 'solid-js/store';
import { MapNode, mapNodes, mapTies, readNodes, readTies, } from '../../shared/documents/network-map.ts';
export function createLiveMap(doc) {
    const [map, setMap] = createStore({ nodes: {}, ties: {} });
    const nodes = mapNodes(doc);
    const ties = mapTies(doc);
    const readPlace = (key) => {
        const parsed = MapNode.safeParse(nodes.get(key)?.toJSON());
        // One that became unreadable leaves the drawing; the whole reading knows how.
        if (parsed.success)
            setMap('nodes', key, reconcile(parsed.data));
        else
            readBoth();
    };
    const readPlaces = () => setMap('nodes', reconcile(Object.fromEntries(readNodes(doc))));
    const readLines = () => setMap('ties', reconcile(Object.fromEntries(readTies(doc))));
    const readBoth = () => batch(() => {
        readPlaces();
        readLines();
    });
    // A tie counts only while both its ends are there, so a change in who is there reads the ties again.
    // A move, twenty times a second while someone drags, reads only the place that moved.
    const onNodes = (events) => {
        if (events.some((event) => event.path.length === 0))
            return readBoth();
        batch(() => {
            for (const key of new Set(events.map((event) => String(event.path[0]))))
                readPlace(key);
        });
    };
    readBoth();
    nodes.observeDeep(onNodes);
    ties.observeDeep(readLines);
    onCleanup(() => {
        nodes.unobserveDeep(onNodes);
        ties.unobserveDeep(readLines);
    });
    return map;
}
