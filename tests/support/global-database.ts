/**
 * One Postgres for a whole run of the server's tests, in a temporary folder and with fsync off: it is thrown away.
 * The migrations run once, into a template; every test file then works on its own copy (see database.ts).
 */
import { rm } from 'node:fs/promises';
import type { TestProject } from 'vitest/node';
import { connect } from '../../server/db/connect.ts';
import { startEmbeddedPostgres } from '../../server/db/embedded.ts';
import { migrate } from '../../server/db/migrate.ts';
import { templateName, urlOf } from './database-names.ts';
import { makeOpenFolder } from './temporary-folder.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Address of the run's Postgres, to make and drop databases with. */
    postgresUrl: string;
  }
}

export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const folder = await makeOpenFolder();
  const postgres = await startEmbeddedPostgres({
    dataDir: folder,
    settings: { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off', max_connections: '200' },
  });
  await makeTemplate(postgres.url);
  project.provide('postgresUrl', postgres.url);
  return async () => {
    await postgres.stop();
    await rm(folder, { recursive: true, force: true });
  };
}

async function makeTemplate(postgresUrl: string): Promise<void> {
  const admin = connect(postgresUrl, { max: 1 });
  await admin.sql.unsafe(`create database ${templateName}`);
  await admin.close();
  const template = connect(urlOf(postgresUrl, templateName), { max: 1 });
  await migrate(template);
  await template.close();
}
