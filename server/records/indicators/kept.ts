/**
 * What was read is kept between two questions, and never told stale: each question looks, in one snapshot of the
 * database, which households any transaction wrote of that the last one didn't see (`facts_touched`, kept by triggers,
 * migrations/0017), and reads those again. The first question of all reads the whole network; a day that nobody asked
 * for before is counted from what is kept.
 */
import { setImmediate } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import type { Day } from '../../../shared/dates.ts';
import type { HouseholdId, ProgrammeId } from '../../../shared/ids.ts';
import { type Database, inTransaction, type Tx } from '../../db/connect.ts';
import { type Cell, type Cube, createCube } from './cube.ts';
import { allDated, type Dated, datedOfOne } from './dated.ts';
import { factsOn } from './facts.ts';

/** What a snapshot of Postgres saw; a later one tells what it didn't. */
type Snapshot = string;

type Network = {
  readonly snapshot: Snapshot;
  /** By `performance.now()`. */
  readonly at: number;
  readonly households: Map<HouseholdId, Dated>;
  /** Counts of days; the one that was asked for last stands last. */
  readonly cubes: Map<Day, Cube>;
};

/** Days whose counts are kept: today's and some that somebody compares it with. */
const mostDays = 8;
/** With more than so many touched, reading everything is quicker. */
const mostTouched = 100;
/** Well below the two days after which touched households are forgotten. */
const longestMs = 86_400_000;
const everyHousehold = '00000000-0000-0000-0000-000000000000';
/** Households counted before others have their turn. */
const countedAtOnce = 2_000;

type Kept = { cells(asOf: Day, programmeId: ProgrammeId | null): Promise<Cell[]> };

function createKept(db: Database): Kept {
  // Questions wait for each other: one reading serves them all, and nothing changes under a count.
  let last: Promise<Network | null> = Promise.resolve(null);

  async function after(before: Network | null): Promise<Network> {
    const fresh = before !== null && performance.now() - before.at < longestMs ? before : null;
    const network = await inTransaction(
      db,
      async (tx) => (fresh && (await readTouched(tx, fresh))) ?? readAll(tx),
      { isolationLevel: 'repeatable read' },
    );
    if (fresh === null)
      await db.orm.execute(sql`delete from facts_touched where at < now() - interval '2 days'`);
    return network;
  }

  return {
    async cells(asOf, programmeId) {
      const answer = last.then(async (before) => {
        const network = await after(before);
        return { network, cells: (await cubeOf(network, asOf)).cells(programmeId) };
      });
      // What failed, half done, is begun anew.
      last = answer.then(
        ({ network }) => network,
        () => null,
      );
      return (await answer).cells;
    },
  };
}

const snapshotOf = async (tx: Tx): Promise<Snapshot> => {
  const [row] = await tx.execute<{ snapshot: Snapshot }>(sql`select pg_current_snapshot()::text as snapshot`);
  return row?.snapshot ?? '';
};

async function readAll(tx: Tx): Promise<Network> {
  const snapshot = await snapshotOf(tx);
  const households = new Map<HouseholdId, Dated>();
  for await (const part of allDated(tx)) for (const [id, dated] of part) households.set(id, dated);
  return { snapshot, at: performance.now(), households, cubes: new Map() };
}

/** The same network with what was touched since; null when that is too much. */
async function readTouched(tx: Tx, { snapshot, households, cubes }: Network): Promise<Network | null> {
  const now = await snapshotOf(tx);
  const touched = await tx.execute<{ id: HouseholdId }>(sql`
    select distinct household_id as id from facts_touched
    where xid >= pg_snapshot_xmin(${snapshot}::pg_snapshot)
      and not pg_visible_in_snapshot(xid, ${snapshot}::pg_snapshot)
    limit ${mostTouched + 1}`);
  if (touched.length > mostTouched || touched.some(({ id }) => id === everyHousehold)) return null;
  const changes: [HouseholdId, Dated | undefined][] = [];
  for (const { id } of touched) changes.push([id, await datedOfOne(tx, id)]);
  for (const [day, cube] of cubes) {
    const tell = factsOn(day);
    for (const [id, dated] of changes) {
      cube.remove(tell(households.get(id)));
      cube.add(tell(dated));
    }
  }
  for (const [id, dated] of changes) {
    if (dated) households.set(id, dated);
    else households.delete(id);
  }
  return { snapshot: now, at: performance.now(), households, cubes };
}

async function cubeOf({ households, cubes }: Network, day: Day): Promise<Cube> {
  const cube = cubes.get(day) ?? (await count(households, day));
  cubes.delete(day);
  cubes.set(day, cube);
  for (const oldest of cubes.keys()) if (cubes.size > mostDays) cubes.delete(oldest);
  return cube;
}

async function count(households: ReadonlyMap<HouseholdId, Dated>, day: Day): Promise<Cube> {
  const cube = createCube();
  const tell = factsOn(day);
  let counted = 0;
  for (const dated of households.values()) {
    cube.add(tell(dated));
    counted += 1;
    if (counted % countedAtOnce === 0) await setImmediate();
  }
  return cube;
}

const keptOf = new WeakMap<Database['sql'], Kept>();

/** The counts of a day, as the database has them now. */
export function cellsOn(db: Database, asOf: Day, programmeId: ProgrammeId | null): Promise<Cell[]> {
  const kept = keptOf.get(db.sql) ?? createKept(db);
  keptOf.set(db.sql, kept);
  return kept.cells(asOf, programmeId);
}
