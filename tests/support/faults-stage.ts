/** The stage of a long run: a Postgres of its own with its durable defaults, in a folder that vanishes afterwards. */
import { randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { connect, type Database } from '../../server/db/connect.ts';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../../server/db/embedded.ts';
import { migrate } from '../../server/db/migrate.ts';
import type { Stage } from '../faults/proof.ts';
import { urlOf } from './database-names.ts';
import { makeOpenFolder } from './temporary-folder.ts';

export type OpenStage = Stage & { close(): Promise<void> };

export async function openStage({ size, minutes }: Pick<Stage, 'size' | 'minutes'>): Promise<OpenStage> {
  const folders: string[] = [];
  const databases: Database[] = [];
  let postgres: Promise<EmbeddedPostgres> | undefined;

  async function folder(): Promise<string> {
    const made = await makeOpenFolder();
    folders.push(made);
    return made;
  }

  return {
    size,
    minutes,
    folder,
    async database() {
      postgres ??= folder().then((dataDir) => startEmbeddedPostgres({ dataDir }));
      const made = await makeDatabase((await postgres).url);
      databases.push(made.db);
      return made;
    },
    async close() {
      for (const db of databases) await db.close();
      await (await postgres)?.stop();
      for (const path of folders) await rm(path, { recursive: true, force: true });
    },
  };
}

/** A new database with every migration applied, on the server with this address. */
export async function makeDatabase(serverUrl: string): Promise<{ db: Database; url: string }> {
  const admin = connect(serverUrl, { max: 1 });
  const name = `faults_${randomBytes(8).toString('hex')}`;
  await admin.sql.unsafe(`create database ${name}`);
  await admin.close();
  const url = urlOf(serverUrl, name);
  const db = connect(url, { max: 10 });
  await migrate(db);
  return { db, url };
}

/** The stage of `npm test`: on the database of the test file, with folders that it removes. */
export const stageOn = (db: Database & { readonly url: string }, folder: () => Promise<string>): Stage => ({
  size: 'short',
  minutes: undefined,
  database: async () => ({ db, url: db.url }),
  folder,
});
