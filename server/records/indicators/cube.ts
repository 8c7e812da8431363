/** The facts of a day, counted once per district, desk and programmes: every indicator is a sum of these. */
import type { BodyId, ProgrammeId } from '../../../shared/ids.ts';
import type { Facts } from './facts.ts';

const isUnknown = (fact: string): boolean => fact === 'unknown';

/** What one household adds to each. */
const metrics = {
  taken_in: () => 1,
  in_care: (facts: Facts) => Number(facts.in_care),
  was_in_care: (facts: Facts) => Number(facts.was_in_care),
  pairs: (facts: Facts) => Number(facts.in_care && facts.child_under_two),
  pairs_unknown: (facts: Facts) =>
    Number(facts.in_care && !facts.child_under_two && facts.undated_children > 0),
  poverty: (facts: Facts) => Number(facts.in_care && facts.severe_poverty === 'yes'),
  poverty_unknown: (facts: Facts) => Number(facts.in_care && isUnknown(facts.severe_poverty)),
  migrant: (facts: Facts) => Number(facts.in_care && facts.migrant_background === 'yes'),
  migrant_unknown: (facts: Facts) => Number(facts.in_care && isUnknown(facts.migrant_background)),
  without_work: (facts: Facts) =>
    Number(facts.in_care && (facts.work === 'unemployed' || facts.work === 'never_employed')),
  work_unknown: (facts: Facts) => Number(facts.in_care && isUnknown(facts.work)),
  several: (facts: Facts) => Number(facts.in_care && facts.minors + facts.undated_children > 1),
  minors: (facts: Facts) => (facts.in_care ? facts.minors + facts.undated_children : 0),
  undated: (facts: Facts) => (facts.in_care ? facts.undated_children : 0),
  lead_social: (facts: Facts) => Number(facts.in_care && facts.lead_sector === 'social'),
  lead_health: (facts: Facts) => Number(facts.in_care && facts.lead_sector === 'health'),
  lead_education: (facts: Facts) => Number(facts.in_care && facts.lead_sector === 'education'),
  lead_pending: (facts: Facts) => Number(facts.in_care && facts.lead_sector === null),
  weeks_known: (facts: Facts) => Number(facts.intake_week !== null),
  ages_known: (facts: Facts) => Number(facts.intake_age_days !== null),
} satisfies Record<string, (facts: Facts) => number>;
export type Metric = keyof typeof metrics;
const metricList = Object.entries(metrics) as [Metric, (facts: Facts) => number][];

/** How often each value occurs. */
export type Spread = ReadonlyMap<number, number>;

type Counted = Readonly<Record<Metric, number>> & {
  readonly district: number | null;
  readonly desk: BodyId | null;
  readonly weeks: Spread;
  readonly ages: Spread;
};

/** Households that share a district, a desk and being in the programme asked for or not. */
export type Cell = Counted & { readonly programme: boolean };

type Sum = { -readonly [Key in keyof Counted]: Counted[Key] } & {
  readonly programmes: readonly ProgrammeId[];
  readonly weeks: Map<number, number>;
  readonly ages: Map<number, number>;
};

export type Cube = {
  /** Counts a household, or no longer counts it. */
  add(facts: Facts): void;
  remove(facts: Facts): void;
  cells(programmeId: ProgrammeId | null): Cell[];
};

export function createCube(): Cube {
  const sums = new Map<string, Sum>();

  const count = (facts: Facts, by: 1 | -1): void => {
    const key = `${facts.district} ${facts.desk_id} ${facts.programmes.join()}`;
    const sum = sums.get(key) ?? emptySum(facts);
    for (const [metric, of] of metricList) sum[metric] += by * of(facts);
    if (facts.intake_week !== null) step(sum.weeks, facts.intake_week, by);
    if (facts.intake_age_days !== null) step(sum.ages, facts.intake_age_days, by);
    if (sum.taken_in > 0) sums.set(key, sum);
    else sums.delete(key);
  };

  return {
    add: (facts) => count(facts, 1),
    remove: (facts) => count(facts, -1),
    cells: (programmeId) =>
      [...sums.values()].map(({ programmes, ...sum }) => ({
        ...sum,
        programme: programmeId !== null && programmes.includes(programmeId),
      })),
  };
}

function emptySum({ district, desk_id, programmes }: Facts): Sum {
  const zeros = Object.fromEntries(metricList.map(([metric]) => [metric, 0])) as Record<Metric, number>;
  return { ...zeros, district, desk: desk_id, programmes, weeks: new Map(), ages: new Map() };
}

function step(spread: Map<number, number>, value: number, by: number): void {
  const count = (spread.get(value) ?? 0) + by;
  if (count === 0) spread.delete(value);
  else spread.set(value, count);
}
