/** What people do to a map, by the page's own acts with their undo. */
import type * as Y from 'yjs';
import { createMapActs } from '../../client/network-map/map-acts.ts';
import { readNodes, readTies } from '../../shared/documents/network-map.ts';
import type { Random } from './faults-random.ts';
import { type Actor, words } from './faults-words.ts';

export function createMapActor(doc: Y.Doc): Actor {
  const acts = createMapActs(doc, () => undefined);
  const restores: (() => void)[] = [];
  const place = (random: Random) => ({
    label: random.pick(words),
    kind: random.pick(['person', 'group', 'place', 'body_free'] as const),
    ring: random.pick(['informal', 'services', 'third_sector', 'market'] as const),
    x: random.below(700) - 350,
    y: random.below(700) - 350,
  });
  const tie = (source: string, random: Random) => ({
    source,
    strength: random.pick(['strong', 'tenuous', 'stressful', 'broken'] as const),
    energy: random.pick(['to', 'from', 'mutual', 'none'] as const),
    network: random.pick(['primary', 'secondary'] as const),
    supports: random.shuffled(['emotional', 'material', 'practical'] as const).slice(0, random.below(4)),
  });
  return {
    act(random) {
      const nodes = [...readNodes(doc).keys()];
      const ties = [...readTies(doc).keys()];
      if (nodes.length < 3) return void acts.addNode(place(random));
      const node = random.pick(nodes);
      const line = ties.length > 0 ? random.pick(ties) : undefined;
      random.pick<() => unknown>([
        () => nodes.length < 40 && acts.addNode(place(random)),
        () => acts.addTie({ ...tie(node, random), target: random.pick(nodes) }),
        () => acts.addMissing(place(random), tie(node, random)),
        () =>
          acts.changeNode(node, {
            label: random.pick(words),
            deceased: random.chance(0.5) ? true : undefined,
          }),
        () => line !== undefined && acts.changeTie(line, { note: random.pick(words), since: undefined }),
        () => line !== undefined && acts.changeTie(line, { strength: 'strong', supports: ['material'] }),
        () => acts.beginMove(),
        () => acts.move(node, { x: random.next() * 300, y: random.next() * 300 }),
        () => acts.move(node, { x: random.next() * 300, y: random.next() * 300 }),
        () => restores.push(acts.removeNode(node).restore),
        () => line !== undefined && restores.push(acts.removeTie(line).restore),
        () => restores.splice(0, 1)[0]?.(),
        () => acts.undo(),
        () => acts.redo(),
      ])();
    },
    destroy: () => undefined,
  };
}
