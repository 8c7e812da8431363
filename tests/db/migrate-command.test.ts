import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { freshDatabase } from '../support/database.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const command = fileURLToPath(new URL('../../server/db/migrate-command.ts', import.meta.url));
const db = await freshDatabase({ from: 'nothing' });

test('the migrate command says in one line why a DATA_DIR cannot be used, and fails', async () => {
  const dataDir = join(await temporaryFolder(), 'a-file');
  await writeFile(dataDir, '');
  const failure = await migrateWith({ DATA_DIR: dataDir }).catch((error: unknown) => error);
  expect(failure).toMatchObject({
    code: 1,
    stderr: expect.stringMatching(/^DATA_DIR .* is not a folder.*\n$/),
  });
});

test('the migrate command brings the database of DATABASE_URL up to date, then has nothing to do', async () => {
  await migrateWith({ DATABASE_URL: db.url });
  const recorded = await db.sql`select name from schema_migration order by name`;
  const again = await migrateWith({ DATABASE_URL: db.url });
  expect(again.stdout).toBe('nothing to apply\n');
  expect(await db.sql`select name from schema_migration order by name`).toEqual(recorded);
});

test('without DATABASE_URL the migrate command makes the embedded database in DATA_DIR and stops it again', async () => {
  const dataDir = await temporaryFolder();
  await migrateWith({ DATA_DIR: dataDir });
  const again = await migrateWith({ DATA_DIR: dataDir });
  expect(again.stdout).toMatch(/^Started Postgres in .*\nnothing to apply\n$/);
});

const migrateWith = (environment: Record<string, string>) =>
  promisify(execFile)(process.execPath, [command], { env: { PATH: process.env.PATH, ...environment } });
