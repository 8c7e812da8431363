/** The facts of a day, counted once per district, desk and whether in the programme: every indicator is a sum of these. */
import { sql } from 'drizzle-orm';
import type { Day } from '../../../shared/dates.ts';
import type { BodyId, ProgrammeId } from '../../../shared/ids.ts';
import type { Reader } from '../../db/connect.ts';

const metrics = [
  'taken_in',
  'in_care',
  'was_in_care',
  'pairs',
  'pairs_unknown',
  'poverty',
  'poverty_unknown',
  'migrant',
  'migrant_unknown',
  'without_work',
  'work_unknown',
  'several',
  'minors',
  'undated',
  'lead_social',
  'lead_health',
  'lead_education',
  'lead_pending',
  'weeks_known',
  'ages_known',
] as const;
export type Metric = (typeof metrics)[number];

/** Households that share a district, a desk and being in the programme asked for or not. */
export type Cell = Readonly<Record<Metric, number>> & {
  readonly district: number | null;
  readonly desk: BodyId | null;
  readonly programme: boolean;
  readonly weeks: readonly number[];
  readonly ages: readonly number[];
};

/** One pass over the households that were taken in by then. */
export async function cubeOf(reader: Reader, asOf: Day, programmeId: ProgrammeId | null): Promise<Cell[]> {
  const enrolled =
    programmeId === null
      ? sql`false`
      : sql`facts.household_id in (select household_id from enrolment where programme_id = ${programmeId}
          and since <= ${asOf}::date and (until is null or until > ${asOf}::date))`;
  return reader.execute<Cell>(sql`
    select district, desk_id as desk, ${enrolled} as programme,
      count(*) as taken_in,
      count(*) filter (where in_care) as in_care,
      count(*) filter (where was_in_care) as was_in_care,
      count(*) filter (where in_care and child_under_two) as pairs,
      count(*) filter (where in_care and not child_under_two and undated_children > 0) as pairs_unknown,
      count(*) filter (where in_care and severe_poverty = 'yes') as poverty,
      count(*) filter (where in_care and severe_poverty = 'unknown') as poverty_unknown,
      count(*) filter (where in_care and migrant_background = 'yes') as migrant,
      count(*) filter (where in_care and migrant_background = 'unknown') as migrant_unknown,
      count(*) filter (where in_care and work in ('unemployed', 'never_employed')) as without_work,
      count(*) filter (where in_care and work = 'unknown') as work_unknown,
      count(*) filter (where in_care and minors + undated_children > 1) as several,
      coalesce(sum(minors + undated_children) filter (where in_care), 0) as minors,
      coalesce(sum(undated_children) filter (where in_care), 0) as undated,
      count(*) filter (where in_care and lead_sector = 'social') as lead_social,
      count(*) filter (where in_care and lead_sector = 'health') as lead_health,
      count(*) filter (where in_care and lead_sector = 'education') as lead_education,
      count(*) filter (where in_care and lead_sector is null) as lead_pending,
      count(intake_week) as weeks_known,
      count(intake_age_days) as ages_known,
      coalesce(array_agg(intake_week) filter (where intake_week is not null), '{}') as weeks,
      coalesce(array_agg(intake_age_days) filter (where intake_age_days is not null), '{}') as ages
    from household_facts_on(${asOf}::date) facts
    group by 1, 2, 3`);
}
