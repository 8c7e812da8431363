/**
 * What was counted is kept between two questions, and never told stale: each question looks, in one snapshot of the
 * database, which households any transaction wrote of that the last count didn't see (`facts_touched`, kept by triggers,
 * migrations/0017), and counts those again. The first question of a day counts the whole network.
 */
import { sql } from 'drizzle-orm';
import type { Day } from '../../../shared/dates.ts';
import type { HouseholdId, ProgrammeId } from '../../../shared/ids.ts';
import { type Database, inTransaction, type Tx } from '../../db/connect.ts';
import { type Cell, type Cube, createCube } from './cube.ts';
import { allFacts, type Facts, factsOfOne } from './facts.ts';

/** What a snapshot of Postgres saw; a later one tells what it didn't. */
type Snapshot = string;

type Count = {
  readonly snapshot: Snapshot;
  /** By `performance.now()`. */
  readonly at: number;
  readonly facts: Map<HouseholdId, Facts>;
  readonly cube: Cube;
};

/** Days that are kept: today and one that somebody compares it with. */
const mostDays = 2;
/** With more than so many touched, counting everything is quicker. */
const mostTouched = 100;
/** Well below the two days after which touched households are forgotten. */
const longestMs = 86_400_000;
const everyHousehold = '00000000-0000-0000-0000-000000000000';

type Kept = { cells(asOf: Day, programmeId: ProgrammeId | null): Promise<Cell[]> };

function createKept(db: Database): Kept {
  // The day that was asked for last stands last. Questions of one day wait for each other: one count serves them all.
  const days = new Map<Day, Promise<Count | null>>();

  async function after(last: Count | null, asOf: Day): Promise<Count> {
    const fresh = last !== null && performance.now() - last.at < longestMs ? last : null;
    const count = await inTransaction(
      db,
      async (tx) => (fresh && (await recount(tx, asOf, fresh))) ?? countAll(tx, asOf),
      { isolationLevel: 'repeatable read' },
    );
    if (fresh === null)
      await db.orm.execute(sql`delete from facts_touched where at < now() - interval '2 days'`);
    return count;
  }

  return {
    async cells(asOf, programmeId) {
      const before = days.get(asOf) ?? Promise.resolve(null);
      const answer = before.then((last) => after(last, asOf));
      days.delete(asOf);
      // A count that failed, half done, is begun anew.
      days.set(
        asOf,
        answer.catch(() => null),
      );
      for (const day of days.keys()) if (days.size > mostDays) days.delete(day);
      return (await answer).cube.cells(programmeId);
    },
  };
}

const snapshotOf = async (tx: Tx): Promise<Snapshot> => {
  const [row] = await tx.execute<{ snapshot: Snapshot }>(sql`select pg_current_snapshot()::text as snapshot`);
  return row?.snapshot ?? '';
};

async function countAll(tx: Tx, asOf: Day): Promise<Count> {
  const snapshot = await snapshotOf(tx);
  const cube = createCube();
  const facts = new Map<HouseholdId, Facts>();
  for await (const part of allFacts(tx, asOf)) {
    for (const each of part) {
      facts.set(each.household_id, each);
      cube.add(each);
    }
  }
  return { snapshot, at: performance.now(), facts, cube };
}

/** The same count with what was touched since; null when that is too much. */
async function recount(tx: Tx, asOf: Day, { snapshot, facts, cube }: Count): Promise<Count | null> {
  const now = await snapshotOf(tx);
  const touched = await tx.execute<{ id: HouseholdId }>(sql`
    select distinct household_id as id from facts_touched
    where xid >= pg_snapshot_xmin(${snapshot}::pg_snapshot)
      and not pg_visible_in_snapshot(xid, ${snapshot}::pg_snapshot)
    limit ${mostTouched + 1}`);
  if (touched.length > mostTouched || touched.some(({ id }) => id === everyHousehold)) return null;
  const changes: [HouseholdId, Facts | null][] = [];
  for (const { id } of touched) changes.push([id, await factsOfOne(tx, asOf, id)]);
  for (const [id, after] of changes) {
    const before = facts.get(id);
    if (before) cube.remove(before);
    if (after) cube.add(after);
    if (after) facts.set(id, after);
    else facts.delete(id);
  }
  return { snapshot: now, at: performance.now(), facts, cube };
}

const keptOf = new WeakMap<Database['sql'], Kept>();

/** The counts of a day, as the database has them now. */
export function cellsOn(db: Database, asOf: Day, programmeId: ProgrammeId | null): Promise<Cell[]> {
  const kept = keptOf.get(db.sql) ?? createKept(db);
  keptOf.set(db.sql, kept);
  return kept.cells(asOf, programmeId);
}
