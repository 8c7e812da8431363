/**
 * The database that is there already, for programs that only look at it: beside a Trama at work as well as without one,
 * and never making anything new.
 */
import { existsSync } from 'node:fs';
import { realpath } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { findHome } from './cluster.ts';
import { connect, type Database } from './connect.ts';
import { startEmbeddedPostgres, urlOf } from './embedded.ts';
import { accountForPostgres } from './postgres-account.ts';
import { readPidFile, worksIn } from './postmaster.ts';
import { DatabaseRefused } from './refusal.ts';

export type Whereabouts = { readonly databaseUrl: string | null; readonly dataDir: string };

/** An embedded Postgres that doesn't run is started, and ended by `close`. Throws `DatabaseRefused` when there is none. */
export async function openExistingDatabase({ databaseUrl, dataDir }: Whereabouts): Promise<Database> {
  if (databaseUrl !== null) return connect(databaseUrl, { max: 2 });
  const folder = await findCluster(dataDir);
  const running = await readPidFile(folder);
  if (running !== undefined && (await worksIn(running.pid, folder)))
    return connect(urlOf(running), { max: 2 });
  const postgres = await startEmbeddedPostgres({ dataDir });
  const db = connect(postgres.url, { max: 2 });
  return {
    ...db,
    async close() {
      await db.close();
      await postgres.stop();
    },
  };
}

async function findCluster(dataDir: string): Promise<string> {
  if (existsSync(resolve(dataDir))) {
    const folder = join(await findHome(dataDir, await accountForPostgres()), 'pgdata');
    if (existsSync(folder)) return realpath(folder);
  }
  throw new DatabaseRefused(
    `There is no database in ${dataDir}. Set DATA_DIR to its folder, or DATABASE_URL.`,
  );
}
