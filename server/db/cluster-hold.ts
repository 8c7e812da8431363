/**
 * One Trama per data folder. The hold is an advisory lock of a connection kept open for nothing else: it is let go the
 * moment our process ends, however it ends, and there is no lock file to go stale.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import postgres, { type Sql } from 'postgres';
import { role } from './cluster.ts';
import { longStartup, ownSocket } from './lost-connections.ts';
import { type PidFile, worksIn } from './postmaster.ts';
import { DatabaseRefused } from './refusal.ts';

/** Any constant will do; this is "hold" in ASCII. */
const holdLock = 0x686f6c64;

export type ClusterConnection = {
  /** Throws `DatabaseRefused` when another Trama has the hold. */
  hold(): Promise<void>;
  ensureDatabase(name: string): Promise<void>;
  /**
   * From now on, a connection that breaks is mended and the hold taken again (Postgres restarts itself when one of its
   * processes dies). `onLost` is called once if it can't: Postgres is gone, or another Trama took the hold.
   */
  keepHold(onLost: () => void): void;
  /** Lets go. */
  close(): Promise<void>;
};

/** Connects to the Postgres of that pid file. Undefined when nothing answers there, or it serves another folder. */
export async function connectToCluster(
  { pid, socketFolder, port }: PidFile,
  pgdata: string,
): Promise<ClusterConnection | undefined> {
  let whenClosed = (): void => undefined;
  const sql = postgres({
    host: socketFolder,
    port,
    user: role,
    database: 'postgres',
    max: 1,
    max_lifetime: null, // a renewed connection would lose the hold
    fetch_types: false,
    connect_timeout: 5,
    ...ownSocket,
    connection: longStartup,
    backoff: () => 0.1,
    onclose: () => whenClosed(),
    onnotice: () => undefined,
  });
  try {
    const [row] = await sql`select current_setting('data_directory') as folder`;
    if (row?.folder === pgdata) {
      return clusterConnection(sql, { pid, pgdata }, (listener) => {
        whenClosed = listener;
      });
    }
  } catch {
    // Nobody listens, or it is still starting: the caller looks at the process before it decides.
  }
  await sql.end({ timeout: 0 });
  return undefined;
}

function clusterConnection(
  sql: Sql,
  { pid, pgdata }: { pid: number; pgdata: string },
  whenClosed: (listener: () => void) => void,
): ClusterConnection {
  return {
    hold: () => hold(sql, pgdata),
    async ensureDatabase(name) {
      const found = await sql`select 1 from pg_database where datname = ${name}`;
      if (found.length === 0) await sql`create database ${sql(name)}`;
    },
    keepHold(onLost) {
      const regain = oneAtATime(() => regainHold(sql, pid, pgdata).catch(onLost));
      whenClosed(() => void regain());
    },
    close() {
      whenClosed(() => undefined);
      return sql.end({ timeout: 1 });
    },
  };
}

async function hold(sql: Sql, pgdata: string): Promise<void> {
  // A Trama killed a moment ago is still being noticed by its Postgres.
  const deadline = Date.now() + 2_000;
  while (!(await tryHold(sql))) {
    if (Date.now() > deadline) {
      throw new DatabaseRefused(
        `Another Trama is already using ${pgdata}. Stop it, or give this one a DATA_DIR of its own.`,
      );
    }
    await sleep(50);
  }
}

async function tryHold(sql: Sql): Promise<boolean> {
  const [row] = await sql`select pg_try_advisory_lock(${holdLock}) as held`;
  return row?.held === true;
}

async function regainHold(sql: Sql, pid: number, pgdata: string): Promise<void> {
  for (;;) {
    try {
      return await hold(sql, pgdata);
    } catch (error) {
      if (error instanceof DatabaseRefused || !(await worksIn(pid, pgdata))) throw error;
      await sleep(200); // it is alive: it recovers, however long that takes
    }
  }
}

/** Each failed try closes a connection again: while one round is under way, no other begins. */
function oneAtATime(work: () => Promise<void>): () => Promise<void> {
  let underWay: Promise<void> | undefined;
  return () => {
    underWay ??= work().finally(() => {
      underWay = undefined;
    });
    return underWay;
  };
}
