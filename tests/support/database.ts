/** A database of one's own for each test file: empty of rows, every migration applied, real Postgres. */
import { randomBytes } from 'node:crypto';
import { afterAll, inject } from 'vitest';
import { connect, type Database } from '../../server/db/connect.ts';
import { templateName, urlOf } from './database-names.ts';

/** With its address, for tests that start a program of their own on it. */
export type TestDatabase = Database & { readonly url: string };

/**
 * Call it at the top of a test file (`const db = await freshDatabase();`): the database is closed and dropped after
 * the file's last test. `from: 'nothing'` leaves the migrations out.
 */
export async function freshDatabase({
  from = 'template',
}: {
  from?: 'template' | 'nothing';
} = {}): Promise<TestDatabase> {
  const postgresUrl = inject('postgresUrl');
  const name = `test_${randomBytes(8).toString('hex')}`;
  const template = from === 'template' ? templateName : 'template0';
  await asAdmin(postgresUrl, `create database ${name} template ${template} strategy file_copy`);
  const url = urlOf(postgresUrl, name);
  const db = connect(url, { max: 10 });
  afterAll(async () => {
    await db.close();
    await asAdmin(postgresUrl, `drop database ${name} with (force)`);
  });
  return { ...db, url };
}

async function asAdmin(postgresUrl: string, statement: string): Promise<void> {
  const admin = connect(postgresUrl, { max: 1 });
  try {
    await admin.sql.unsafe(statement);
  } finally {
    await admin.close();
  }
}
