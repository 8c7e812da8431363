/** The facts of a day, counted once per district, desk and programmes: every indicator is a sum of these. */
import type { BodyId, ProgrammeId } from '../../../shared/ids.ts';
import type { Facts } from './facts.ts';

const isUnknown = (fact: string): boolean => fact === 'unknown';

/** What one household adds to each. */
const metrics = {
  taken_in: () => 1,
  in_care: (facts: Facts) => Number(facts.inCare),
  was_in_care: (facts: Facts) => Number(facts.wasInCare),
  pairs: (facts: Facts) => Number(facts.inCare && facts.childUnderTwo),
  pairs_unknown: (facts: Facts) => Number(facts.inCare && !facts.childUnderTwo && facts.undatedChildren > 0),
  poverty: (facts: Facts) => Number(facts.inCare && facts.severePoverty === 'yes'),
  poverty_unknown: (facts: Facts) => Number(facts.inCare && isUnknown(facts.severePoverty)),
  migrant: (facts: Facts) => Number(facts.inCare && facts.migrantBackground === 'yes'),
  migrant_unknown: (facts: Facts) => Number(facts.inCare && isUnknown(facts.migrantBackground)),
  without_work: (facts: Facts) =>
    Number(facts.inCare && (facts.work === 'unemployed' || facts.work === 'never_employed')),
  work_unknown: (facts: Facts) => Number(facts.inCare && isUnknown(facts.work)),
  several: (facts: Facts) => Number(facts.inCare && facts.minors + facts.undatedChildren > 1),
  minors: (facts: Facts) => (facts.inCare ? facts.minors + facts.undatedChildren : 0),
  undated: (facts: Facts) => (facts.inCare ? facts.undatedChildren : 0),
  lead_social: (facts: Facts) => Number(facts.inCare && facts.leadSector === 'social'),
  lead_health: (facts: Facts) => Number(facts.inCare && facts.leadSector === 'health'),
  lead_education: (facts: Facts) => Number(facts.inCare && facts.leadSector === 'education'),
  lead_pending: (facts: Facts) => Number(facts.inCare && facts.leadSector === null),
  weeks_known: (facts: Facts) => Number(facts.intakeWeek !== null),
  ages_known: (facts: Facts) => Number(facts.intakeAgeDays !== null),
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
  /** Counts a household, or no longer counts it; one that wasn't taken in isn't counted. */
  add(facts: Facts | undefined): void;
  remove(facts: Facts | undefined): void;
  cells(programmeId: ProgrammeId | null): Cell[];
};

export function createCube(): Cube {
  const sums = new Map<string, Sum>();

  const count = (facts: Facts, by: 1 | -1): void => {
    const key = `${facts.district} ${facts.desk} ${facts.programmes.join()}`;
    const sum = sums.get(key) ?? emptySum(facts);
    for (const [metric, of] of metricList) sum[metric] += by * of(facts);
    if (facts.intakeWeek !== null) step(sum.weeks, facts.intakeWeek, by);
    if (facts.intakeAgeDays !== null) step(sum.ages, facts.intakeAgeDays, by);
    if (sum.taken_in > 0) sums.set(key, sum);
    else sums.delete(key);
  };

  return {
    add: (facts) => facts && count(facts, 1),
    remove: (facts) => facts && count(facts, -1),
    cells: (programmeId) =>
      [...sums.values()].map(({ programmes, ...sum }) => ({
        ...sum,
        programme: programmeId !== null && programmes.includes(programmeId),
      })),
  };
}

function emptySum({ district, desk, programmes }: Facts): Sum {
  const zeros = Object.fromEntries(metricList.map(([metric]) => [metric, 0])) as Record<Metric, number>;
  return { ...zeros, district, desk, programmes, weeks: new Map(), ages: new Map() };
}

function step(spread: Map<number, number>, value: number, by: number): void {
  const count = (spread.get(value) ?? 0) + by;
  if (count === 0) spread.delete(value);
  else spread.set(value, count);
}
