/** The network as rows: each tie once, under the ring of its end outside the family; the family itself last. */
import { outerRings } from './geometry/projection.ts';
import { outerRingOf } from './map-room.ts';
const tieRow = (node, tie, first) => ({
    kind: 'tie',
    id: tie,
    node,
    tie,
    first,
});
export function rowGroups(room, matches) {
    const outer = room.outerKeys().filter(matches);
    const rowsOf = (node) => {
        const ties = room.tiesOf(node).filter((key) => {
            const tie = room.tieOf(key);
            return tie && (tie.source === node || room.isMember(tie.source));
        });
        if (ties.length === 0)
            return [{ kind: 'place', id: node, node, first: true }];
        return ties.map((tie, index) => tieRow(node, tie, index === 0));
    };
    const groups = outerRings.map((ring) => ({
        ring,
        rows: outer
            .filter((key) => {
            const node = room.nodeOf(key);
            return node && outerRingOf(node) === ring;
        })
            .flatMap(rowsOf),
    }));
    const members = room.memberKeys().filter(matches);
    const within = room.tieKeys().flatMap((key) => {
        const tie = room.tieOf(key);
        const inside = tie && room.isMember(tie.source) && room.isMember(tie.target);
        return inside && matches(tie.source) ? [tieRow(tie.source, key, false)] : [];
    });
    const family = members.map((node) => ({ kind: 'place', id: node, node, first: true }));
    return [...groups, { ring: 'centre', rows: [...family, ...within] }].filter(({ rows }) => rows.length > 0);
}
