/** What is dated of each household (migrations/0027), from which the facts of any day are told, and how early it came by the door's own rule. */
import { setImmediate } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import type { Day } from '../../../shared/dates.ts';
import type { BodyId, HouseholdId, ProgrammeId } from '../../../shared/ids.ts';
import { earlinessOf } from '../../../shared/records/earliness.ts';
import type { HouseholdStatus } from '../../../shared/records/household-status.ts';
import type { Reader } from '../../db/connect.ts';

export type Known = 'yes' | 'no' | 'unknown';

/** From a day on, in the order of days; of one day the last counts. */
type Steps<Values extends readonly unknown[]> = readonly (readonly [from: Day, ...Values])[];
/** From a day to another, that one left out; null: until today. */
type Stays<Value> = readonly (readonly [Value, since: Day, until: Day | null])[];

export type Dated = {
  readonly district: number | null;
  readonly statuses: Steps<[HouseholdStatus]>;
  readonly situations: Steps<[severePoverty: Known, migrantBackground: Known, work: string]>;
  readonly children: readonly (readonly [birth: Day | null, leftOn: Day | null])[];
  /** In the order of their ids. */
  readonly programmes: Stays<ProgrammeId>;
  /** Where its tutor works. */
  readonly desks: Stays<BodyId | null>;
  readonly leadSectors: Stays<string>;
  /** B12: one of them, or neither where no date tells. */
  readonly intakeWeek: number | null;
  readonly intakeAgeDays: number | null;
};

type Row = {
  readonly household_id: HouseholdId;
  readonly district: number | null;
  readonly statuses: Dated['statuses'];
  readonly situations: Dated['situations'] | null;
  readonly children: Dated['children'] | null;
  readonly programmes: Dated['programmes'] | null;
  readonly desks: Dated['desks'] | null;
  readonly lead_sectors: Dated['leadSectors'] | null;
  readonly came_on: Day;
  readonly pregnancies: readonly { lmp: Day | null; dueDate: Day | null; ended: { on: Day } | null }[] | null;
  readonly reported_due: Day | null;
  readonly births: readonly Day[];
};

/** So many at a time, so that a large network is read without holding up whoever else asks. */
const rowsAtOnce = 2_000;

/** Of every household, in parts. */
export async function* allDated(reader: Reader): AsyncGenerator<[HouseholdId, Dated][]> {
  const rows = await reader.execute<Row>(sql`select * from household_dated`);
  for (let first = 0; first < rows.length; first += rowsAtOnce) {
    yield rows.slice(first, first + rowsAtOnce).map((row) => [row.household_id, datedOf(row)]);
    await setImmediate();
  }
}

/** Of one; undefined when there is no such household. */
export async function datedOfOne(reader: Reader, id: HouseholdId): Promise<Dated | undefined> {
  const [row] = await reader.execute<Row>(sql`select * from household_dated where household_id = ${id}`);
  return row && datedOf(row);
}

function datedOf(row: Row): Dated {
  const reported = row.reported_due === null ? [] : [{ lmp: null, dueDate: row.reported_due, ended: null }];
  const early = earlinessOf(row.came_on, {
    pregnancies:
      row.pregnancies?.map(({ lmp, dueDate, ended }) => ({ lmp, dueDate, ended: ended?.on ?? null })) ??
      reported,
    births: row.births,
  });
  return {
    district: row.district,
    statuses: row.statuses,
    situations: row.situations ?? [],
    children: row.children ?? [],
    programmes: row.programmes ?? [],
    desks: row.desks ?? [],
    leadSectors: row.lead_sectors ?? [],
    intakeWeek: early?.kind === 'pregnancy' ? early.week : null,
    intakeAgeDays: early?.kind === 'birth' ? early.days : null,
  };
}
