/**
 * Trama's own Postgres, for whoever gives no DATABASE_URL: made on the first start, adopted if it is still running
 * from before, stopped with us.
 *
 *   start ── pid file? ──no──────────────► spawn ─► answers? ─► hold ─► running ─► stop (fast shutdown)
 *               └─yes─ answers? ──yes─ adopt ─────────────────────┘
 *                        └─no─ its process alive? ─yes─ wait (it starts, recovers or ends)
 *                                 └─no─ clear the stale file ─► spawn
 */
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
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
const graceMs = 1_000;
/** Recovery after a power cut reads the log since the last checkpoint: minutes at worst. */
const startDeadlineMs = 180_000;

export type EmbeddedOptions = {
  /** DATA_DIR: the cluster goes into its folder `pgdata`. */
  readonly dataDir: string;
  readonly log?: (message: string) => void;
  /** Postgres settings beyond its own defaults, which are the durable ones. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Postgres went away without our asking: nothing can be saved, so whoever composed the program should end it. */
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
  const { connection, address, adopted } = await startOrAdopt(pgdata, spawn);
  try {
    await connection.hold();
    await connection.ensureDatabase(databaseName);
    await removeUnfinished(home);
  } catch (error) {
    await connection.close();
    throw error;
  }
  log(adopted ? `Took over the Postgres running in ${pgdata}` : `Started Postgres in ${pgdata}`);
  let held = true;
  connection.keepHold(() => {
    held = false;
    options.onLost?.();
  });

  let stopping: Promise<void> | undefined;
  return {
    url: urlOf(address),
    adopted,
    stop() {
      // What we lost may be another Trama's by now: it isn't ours to end.
      stopping ??= connection.close().then(() => (held ? stopPostmaster(pgdata) : undefined));
      return stopping;
    },
  };
}

type Running = { connection: ClusterConnection; address: PidFile; adopted: boolean };

/** Follows the diagram above until something answers. Two starts at once end with one Postgres, and both connected. */
async function startOrAdopt(pgdata: string, spawn: () => Promise<Postmaster>): Promise<Running> {
  const deadline = Date.now() + startDeadlineMs;
  let ours: Postmaster | undefined;
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
        throw new DatabaseRefused(`Postgres could not start in ${pgdata}: ${failure}`);
      }
    }
    if (!alive && address !== undefined) await clearStalePidFile(pgdata, address);
    if (!alive) ours ??= await spawn();
    await sleep(pollMs);
  }
  throw new DatabaseRefused(`Postgres in ${pgdata} didn't answer within ${startDeadlineMs / 1000} s.`);
}

function urlOf({ socketFolder, port }: PidFile): string {
  const url = new URL(`postgres://${role}@localhost:${port}/${databaseName}`);
  url.searchParams.set('host', socketFolder);
  return url.href;
}
