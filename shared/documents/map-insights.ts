/** What a network map reveals: what is missing, who holds the rest together, and how giving and taking are balanced. Pure. */
import type { BodyKind, Sector } from '../records/bodies.ts';
import type { Right } from '../records/rights.ts';
import type { MapPicture } from './map-picture.ts';
import type { MapNode, MapTie } from './network-map.ts';

export type MapInsights = {
  /** Ties that ought to be there and aren't, by key. */
  readonly missingTies: readonly string[];
  /** Rights the family is worked with for, and no tie that holds leads to anybody who serves them. */
  readonly unservedRights: readonly Right[];
  /** Places through which alone the family reaches others. */
  readonly bridges: readonly Bridge[];
  /** Ties that hold, by the network they are of. */
  readonly balance: { readonly informal: number; readonly formal: number };
  /** Living ties, by where the energy goes. */
  readonly exchange: Readonly<Record<'gives' | 'receives' | 'mutual' | 'none', number>>;
  /** Ties that only take from the family, by key. */
  readonly drains: readonly string[];
};

export type Bridge = { readonly node: string; readonly cutsOff: readonly string[] };

/** What is asked for besides the picture: rights that matter now, and which rights somebody on the map serves. */
export type InsightFacts = {
  readonly neededRights: readonly Right[];
  readonly rightsServedBy: (node: MapNode) => readonly Right[];
};

export function insightsOf(picture: MapPicture, { neededRights, rightsServedBy }: InsightFacts): MapInsights {
  const ties = Object.entries(picture.ties);
  const holding = ties.filter(([, tie]) => holds(tie));
  const living = ties.filter(([, tie]) => isLiving(tie));
  const served = new Set(
    holding.flatMap(([, { source, target }]) =>
      [source, target].flatMap((key) => {
        const node = picture.nodes[key];
        return node === undefined ? [] : rightsServedBy(node);
      }),
    ),
  );
  const informal = holding.filter(([, { network }]) => network === 'primary').length;
  const count = (energy: MapTie['energy']) => living.filter(([, tie]) => tie.energy === energy).length;
  return {
    missingTies: ties.filter(([, tie]) => tie.strength === 'absent_needed').map(([key]) => key),
    unservedRights: neededRights.filter((right) => !served.has(right)),
    bridges: bridgesOf(picture),
    balance: { informal, formal: holding.length - informal },
    exchange: { gives: count('to'), receives: count('from'), mutual: count('mutual'), none: count('none') },
    drains: living.filter(([, { energy }]) => energy === 'to').map(([key]) => key),
  };
}

/** Somebody is reached through it, well or badly. */
const isLiving = ({ strength }: MapTie): boolean => strength !== 'broken' && strength !== 'absent_needed';

/** It carries. */
const holds = ({ strength }: MapTie): boolean => strength === 'strong' || strength === 'tenuous';

/**
 * Places without which the family no longer reaches somebody it reaches now, with whom it would lose. The household is
 * one point: its members are never a bridge.
 */
export function bridgesOf(picture: MapPicture): Bridge[] {
  const neighbours = neighboursIn(picture);
  const all = reached(neighbours, null);
  return [...all].flatMap((node) => {
    const without = reached(neighbours, node);
    const cutsOff = [...all].filter((other) => other !== node && !without.has(other));
    return cutsOff.length === 0 ? [] : [{ node, cutsOff }];
  });
}

/** Stands for everybody in the household; keys of places are never empty. */
const family = '';
type Point = string;
type Neighbours = ReadonlyMap<Point, ReadonlySet<Point>>;

function neighboursIn({ nodes, ties }: MapPicture): Neighbours {
  const neighbours = new Map<Point, Set<Point>>();
  const pointOf = (key: string): Point => (nodes[key]?.kind === 'member' ? family : key);
  const join = (a: Point, b: Point) => {
    neighbours.set(a, (neighbours.get(a) ?? new Set()).add(b));
  };
  for (const tie of Object.values(ties).filter(isLiving)) {
    const [a, b] = [pointOf(tie.source), pointOf(tie.target)];
    join(a, b);
    join(b, a);
  }
  return neighbours;
}

/** Everybody outside the household whom it reaches, when this one isn't there. */
function reached(neighbours: Neighbours, without: string | null): Set<string> {
  const found = new Set<string>();
  const waiting: Point[] = [family];
  for (let point = waiting.pop(); point !== undefined; point = waiting.pop()) {
    for (const next of neighbours.get(point) ?? []) {
      if (next === family || next === without || found.has(next)) continue;
      found.add(next);
      waiting.push(next);
    }
  }
  return found;
}

const bySector: Readonly<Partial<Record<Sector, readonly Right[]>>> = {
  health: ['health'],
  education: ['education'],
  protection: ['protection'],
  work: ['work'],
};

const byKind: Readonly<Partial<Record<BodyKind, readonly Right[]>>> = {
  family_clinic: ['health', 'parenthood'],
  adult_school: ['education', 'parenthood'],
  nursery: ['education'],
  job_centre: ['work'],
  training_body: ['work'],
  registry: ['identity'],
  legal_clinic: ['identity'],
  tenants_union: ['home'],
  social_service: ['protection'],
  antiviolence_centre: ['protection'],
  shelter: ['protection', 'home'],
  family_placement: ['protection', 'home'],
};

/** Rights a body serves, by what it is. A body of no particular right serves none. */
export const rightsOfBody = ({
  kind,
  sector,
}: {
  readonly kind: BodyKind;
  readonly sector: Sector;
}): readonly Right[] => byKind[kind] ?? bySector[sector] ?? [];
