/** The network as rows: each tie once, under the ring of its end outside the family; the family itself last. */
import { type OuterRing, outerRings } from './geometry/projection.ts';
import { type MapRoom, outerRingOf } from './map-room.ts';

export type Row =
  | {
      readonly kind: 'tie';
      readonly id: string;
      readonly node: string;
      readonly tie: string;
      readonly first: boolean;
    }
  | { readonly kind: 'place'; readonly id: string; readonly node: string; readonly first: true };

export type RowGroup = { readonly ring: OuterRing | 'centre'; readonly rows: readonly Row[] };

const tieRow = (node: string, tie: string, first: boolean): Row => ({
  kind: 'tie',
  id: tie,
  node,
  tie,
  first,
});

export function rowGroups(room: MapRoom, matches: (nodeKey: string) => boolean): RowGroup[] {
  const outer = room.outerKeys().filter(matches);
  const rowsOf = (node: string): Row[] => {
    const ties = room.tiesOf(node).filter((key) => {
      const tie = room.tieOf(key);
      return tie && (tie.source === node || room.isMember(tie.source));
    });
    if (ties.length === 0) return [{ kind: 'place', id: node, node, first: true }];
    return ties.map((tie, index) => tieRow(node, tie, index === 0));
  };
  const groups: RowGroup[] = outerRings.map((ring) => ({
    ring,
    rows: outer
      .filter((key) => {
        const node = room.nodeOf(key);
        return node && outerRingOf(node) === ring;
      })
      .flatMap(rowsOf),
  }));
  const members = room.memberKeys().filter(matches);
  const within = room.tieKeys().flatMap((key): Row[] => {
    const tie = room.tieOf(key);
    const inside = tie && room.isMember(tie.source) && room.isMember(tie.target);
    return inside && matches(tie.source) ? [tieRow(tie.source, key, false)] : [];
  });
  const family: Row[] = members.map((node) => ({ kind: 'place', id: node, node, first: true }));
  return [...groups, { ring: 'centre' as const, rows: [...family, ...within] }].filter(
    ({ rows }) => rows.length > 0,
  );
}
