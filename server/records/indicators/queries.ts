/** The indicators as of a day, from dated history. */
import type { Actor } from '../../../shared/access.ts';
import { type Day, dayOf, instantOf } from '../../../shared/dates.ts';
import type { BodyId, ProgrammeId } from '../../../shared/ids.ts';
import { type Outcome, ok, refuseField } from '../../../shared/outcome.ts';
import type { Indicator, Indicators } from '../../../shared/records/indicators.ts';
import type { World } from '../../command.ts';
import { bodyBriefs } from '../bodies/queries.ts';
import { readProgrammes } from '../programmes/queries.ts';
import { countingOf, type Where } from './counting.ts';
import { cellsOn } from './kept.ts';
import { earliness, ofHouseholds, regiaBySector } from './of-households.ts';
import { womenReceived } from './received.ts';
import { territoryIndicators } from './territory.ts';

export type IndicatorQuery = {
  readonly asOf?: Day | undefined;
  readonly desk?: BodyId | undefined;
  readonly programme?: ProgrammeId | undefined;
  readonly district?: number | undefined;
};

/**
 * Refuses a day that is yet to come, of which nothing is known, and filters that are crossed: what is hidden under one
 * could be computed from the other.
 */
export async function readIndicators(
  { db, now }: World,
  _actor: Actor,
  query: IndicatorQuery,
): Promise<Outcome<Indicators>> {
  const today = dayOf(now());
  const asOf = query.asOf ?? today;
  if (asOf > today) return refuseField('asOf', 'in-the-future', 'That day is yet to come.');
  const { desk, programme, district } = query;
  if ([desk, programme, district].filter((filter) => filter !== undefined).length > 1) {
    return refuseField(
      'district',
      'one-filter',
      'One filter at a time: crossed ones would tell of single families.',
    );
  }
  const cube = await cellsOn(db, asOf, programme ?? null);
  const counting = countingOf(cube);
  const where: Where = {
    ...(desk !== undefined && { desk }),
    ...(district !== undefined && { district }),
    ...(programme !== undefined && { programme: true }),
  };
  const filters = { asOf, desk: desk ?? null, programme: programme ?? null, district: district ?? null };
  const [received, territory, desks, programmes] = await Promise.all([
    womenReceived(db.orm, counting, where, filters),
    territoryIndicators(db.orm, filters),
    bodyBriefs(
      db.orm,
      cube.flatMap((cell) => cell.desk ?? []),
    ),
    readProgrammes(db.orm),
  ]);
  const indicators: Indicator[] = [
    ...ofHouseholds(counting, where),
    received,
    womenInCare(counting, where),
    ...territory,
    regiaBySector(counting, where),
    ...earliness(counting, where),
  ];
  return ok({
    asOf,
    countedAt: instantOf(now()),
    indicators,
    desks: [...desks.values()].map(({ id, name }) => ({ id, name })).sort(byName),
    programmes: programmes.map(({ id, name }) => ({ id, name })).sort(byName),
  });
}

const byName = (a: { name: string }, b: { name: string }): number => a.name.localeCompare(b.name, 'it');

/** Now, of those who ever were. */
function womenInCare(counting: ReturnType<typeof countingOf>, where: Where): Indicator {
  const numerator = counting.told('in_care', where);
  const denominator = counting.told('was_in_care', where);
  return {
    code: 'women_in_care',
    form: 'count',
    numerator,
    denominator,
    unknowns: 0,
    value: numerator,
    suppressed: numerator === null || denominator === null,
    by: null,
    cells: [],
  };
}
