/**
 * Trama's own Postgres, for whoever gives no DATABASE_URL: made on the first start, adopted if it is still running
 * from before, stopped with us.
 *
 *   start ── pid file? ──no──────────────► spawn ─► answers? ─► hold ─► running ─► stop (fast shutdown)
 *               └─yes─ answers? ──yes─ adopt ─────────────────────┘
 *                        └─no─ its process alive? ─yes─ wait (it starts, recovers or ends)
 *                                 └─no─ clear the stale file ─► spawn
 *
 * If it dies while we run, the same way is gone once more; the address stays, so whoever uses it only connects again.
 */
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { assert } from '../../shared/assert.ts';
import { ensureCluster, findHome, makeSocketFolder, removeUnfinished, role, sharedHome } from './cluster.ts';
import { type ClusterConnection, connectToCluster } from './cluster-hold.ts';
import { accountForPostgres } from './postgres-account.ts';
import { findPostgresBinaries } from './postgres-binaries.ts';
import {
  clearStalePidFile,
  type PidFile,
  type Postmaster,
  readPidFile,
  spawnPostmaster,
  stopPostmaster,
  worksIn,
} from './postmaster.ts';
import { DatabaseRefused } from './refusal.ts';

const databaseName = 'trama';
const pollMs = 20;
const graceMs = 500;
const mostStarts = 3;
/** Recovery after a power cut reads the log since the last checkpoint: minutes at worst. */
const startDeadlineMs = 180_000;

export type EmbeddedOptions = {
  /** DATA_DIR: the cluster goes into its folder `pgdata`. */
  readonly dataDir: string;
  readonly log?: (message: string) => void;
  /** Postgres settings beyond its own defaults, which are the durable ones. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Postgres went away and can't be had again: nothing can be saved, so whoever composed the program should end it. */
  readonly onLost?: () => void;
};

export type EmbeddedPostgres = {
  /** For `connect()`: the database `trama`, made if it wasn't there, not migrated. */
  readonly url: string;
  /** True when the Postgres of an earlier Trama was still running and this one took it over. */
  readonly adopted: boolean;
  /** Closes every connection, makes everything durable, ends Postgres. A second call is harmless. */
  stop(): Promise<void>;
};

/** Returns when it takes connections. Throws `DatabaseRefused`, with what to do about it, when it can't. */
export async function startEmbeddedPostgres(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const log = options.log ?? (() => undefined);
  const account = await accountForPostgres();
  const home = await findHome(options.dataDir, account);
  if (home.startsWith(sharedHome) && !options.dataDir.startsWith(sharedHome)) {
    log(`The database is in ${home}: its account can't enter DATA_DIR`);
  }
  const binaries = await findPostgresBinaries(account, account.kind === 'another' ? sharedHome : home);
  const settings = options.settings ?? {};
  const pgdata = await ensureCluster(home, binaries, account, settings.fsync !== 'off');

  const spawn = async () =>
    spawnPostmaster({
      program: binaries.postgres,
      pgdata,
      socketFolder: await makeSocketFolder(pgdata, account),
      logFile: join(home, 'postgres.log'),
      account,
      settings,
    });
  let { connection, address, adopted } = await startOrAdopt(pgdata, spawn);
  try {
    await connection.hold();
    await connection.ensureDatabase(databaseName);
    await removeUnfinished(home);
  } catch (error) {
    await connection.close();
    throw error;
  }
  log(adopted ? `Took over the Postgres running in ${pgdata}` : `Started Postgres in ${pgdata}`);
  const url = urlOf(address);
  let held = true;
  let stopping: Promise<void> | undefined;
  let reviving: Promise<void> = Promise.resolve();
  const revivals = createRevivalLimit();
  watch();
  return {
    url,
    adopted,
    stop() {
      // What we lost may be another Trama's by now: it isn't ours to end.
      stopping ??= reviving
        .then(() => connection.close())
        .then(() => (held ? stopPostmaster(pgdata) : undefined));
      return stopping;
    },
  };

  function watch(): void {
    connection.keepHold(() => {
      if (stopping !== undefined) return;
      reviving = revive().catch((error: unknown) => {
        log(`Postgres in ${pgdata} can't be had again: ${String(error)}`);
        held = false;
        options.onLost?.();
      });
    });
  }

  async function revive(): Promise<void> {
    const since = Date.now();
    revivals.count(since);
    await connection.close();
    ({ connection, address } = await startOrAdopt(pgdata, spawn));
    assert(urlOf(address) === url, 'a cluster keeps its address');
    watch(); // before the hold: if it goes away again meanwhile, that is seen, and mended, there
    await connection.hold().catch((error: unknown) => {
      if (error instanceof DatabaseRefused) throw error;
    });
    log(`Postgres in ${pgdata} was gone, and is back after ${Date.now() - since} ms`);
  }
}

/** Something that ends Postgres again and again needs a person: throws then. */
function createRevivalLimit({ most = 5, withinMs = 60_000 } = {}): { count(now: number): void } {
  let recent: number[] = [];
  return {
    count(now) {
      recent = [...recent.filter((at) => at > now - withinMs), now];
      if (recent.length > most) throw new DatabaseRefused(`it ended ${recent.length} times within a minute`);
    },
  };
}

type Running = { connection: ClusterConnection; address: PidFile; adopted: boolean };

/**
 * Follows the diagram above until something answers. Two starts at once end with one Postgres, and both connected. One
 * that ends at once is started again a few times: memory shared with the processes of a killed one may be held a
 * moment longer than those can be seen.
 */
async function startOrAdopt(pgdata: string, spawn: () => Promise<Postmaster>): Promise<Running> {
  const deadline = Date.now() + startDeadlineMs;
  let ours: Postmaster | undefined;
  let starts = 0;
  let failedAt: number | undefined;
  while (Date.now() < deadline) {
    const address = await readPidFile(pgdata);
    const connection = address && (await connectToCluster(address, pgdata));
    if (address && connection) return { connection, address, adopted: ours === undefined };

    const alive = address !== undefined && (await worksIn(address.pid, pgdata));
    const failure = ours?.ended();
    if (failure !== undefined && !alive) {
      // It may have given way to another start's Postgres, whose pid file is about to be whole.
      failedAt ??= Date.now();
      if (Date.now() - failedAt > graceMs) {
        if (starts >= mostStarts) {
          throw new DatabaseRefused(`Postgres could not start in ${pgdata}: ${failure}`);
        }
        failedAt = undefined;
        ours = undefined;
      }
    }
    if (!alive && address !== undefined) await clearStalePidFile(pgdata, address);
    if (!alive && ours === undefined) {
      starts++;
      ours = await spawn();
    }
    await sleep(pollMs);
  }
  throw new DatabaseRefused(`Postgres in ${pgdata} didn't answer within ${startDeadlineMs / 1000} s.`);
}

/** The address of the database in the Postgres of that pid file. */
export function urlOf({ socketFolder, port }: PidFile): string {
  const url = new URL(`postgres://${role}@localhost:${port}/${databaseName}`);
  url.searchParams.set('host', socketFolder);
  return url.href;
}
