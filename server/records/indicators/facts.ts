/** What the indicators count of each household as of a day (migrations/0017), and how early it came by the door's own rule. */
import { setImmediate } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import type { Day } from '../../../shared/dates.ts';
import type { BodyId, HouseholdId, ProgrammeId } from '../../../shared/ids.ts';
import { earlinessOf } from '../../../shared/records/earliness.ts';
import type { Reader } from '../../db/connect.ts';

export type Facts = {
  readonly household_id: HouseholdId;
  readonly district: number | null;
  readonly desk_id: BodyId | null;
  readonly programmes: readonly ProgrammeId[];
  readonly in_care: boolean;
  readonly was_in_care: boolean;
  readonly severe_poverty: 'yes' | 'no' | 'unknown';
  readonly migrant_background: 'yes' | 'no' | 'unknown';
  readonly work: string;
  readonly minors: number;
  readonly undated_children: number;
  readonly child_under_two: boolean;
  readonly lead_sector: string | null;
  /** B12: one of them, or neither where no date tells. */
  readonly intake_week: number | null;
  readonly intake_age_days: number | null;
};

type Row = Omit<Facts, 'intake_week' | 'intake_age_days'> & {
  readonly came_on: Day;
  readonly pregnancies: readonly { lmp: Day | null; dueDate: Day | null; ended: { on: Day } | null }[] | null;
  readonly reported_due: Day | null;
  readonly births: readonly Day[];
};

/** So many at a time, so that a large network is counted without holding up whoever else asks. */
const rowsAtOnce = 2_000;

/** Of every household that had been taken in by the end of the day, in parts. */
export async function* allFacts(reader: Reader, asOf: Day): AsyncGenerator<Facts[]> {
  const rows = await reader.execute<Row>(sql`select * from household_facts_on(${asOf}::date)`);
  for (let first = 0; first < rows.length; first += rowsAtOnce) {
    yield rows.slice(first, first + rowsAtOnce).map(factsOf);
    await setImmediate();
  }
}

/** Of one; null while it wasn't taken in. */
export async function factsOfOne(reader: Reader, asOf: Day, id: HouseholdId): Promise<Facts | null> {
  const [row] = await reader.execute<Row>(
    sql`select * from household_facts_on(${asOf}::date) where household_id = ${id}`,
  );
  return row ? factsOf(row) : null;
}

function factsOf({ came_on, pregnancies, reported_due, births, ...facts }: Row): Facts {
  const reported = reported_due === null ? [] : [{ lmp: null, dueDate: reported_due, ended: null }];
  const early = earlinessOf(came_on, {
    pregnancies:
      pregnancies?.map(({ lmp, dueDate, ended }) => ({ lmp, dueDate, ended: ended?.on ?? null })) ?? reported,
    births,
  });
  return {
    ...facts,
    intake_week: early?.kind === 'pregnancy' ? early.week : null,
    intake_age_days: early?.kind === 'birth' ? early.days : null,
  };
}
