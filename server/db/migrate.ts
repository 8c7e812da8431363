/**
 * Brings a database up to the newest migration. Files run in name order, each in its own transaction, and are
 * recorded with their sha256: a file edited after it ran is refused, because databases would silently differ.
 */
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ReservedSql } from 'postgres';
import type { Database } from './connect.ts';
import { DatabaseRefused } from './refusal.ts';

const ourMigrations = fileURLToPath(new URL('../../migrations/', import.meta.url));

/** Any constant will do, so long as every Trama uses the same: "trama" in ASCII. */
const migrationLock = 0x7472616d61;

type Migration = { readonly name: string; readonly text: string; readonly sha256: string };

/**
 * Applies what is missing and returns those names, oldest first. Two processes may call it at once: one waits for the
 * other, then finds nothing to do. Throws `DatabaseRefused` when an applied file was edited or is gone, and the
 * Postgres error (nothing of that file applied) when a file fails.
 */
export async function migrate(db: Database, folder: string = ourMigrations): Promise<string[]> {
  const migrations = await readMigrations(folder);
  const connection = await db.sql.reserve();
  try {
    await connection`select pg_advisory_lock(${migrationLock})`;
    try {
      return await applyMissing(connection, migrations);
    } finally {
      await connection`select pg_advisory_unlock(${migrationLock})`;
    }
  } finally {
    connection.release();
  }
}

async function readMigrations(folder: string): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.sql')).sort();
  return Promise.all(
    names.map(async (name) => {
      const text = await readFile(join(folder, name), 'utf8');
      return { name, text, sha256: createHash('sha256').update(text).digest('hex') };
    }),
  );
}

async function applyMissing(connection: ReservedSql, migrations: readonly Migration[]): Promise<string[]> {
  await connection`create table if not exists schema_migration (
    name text primary key, sha256 text not null, applied_at timestamptz(3) not null default now())`;
  const applied = await connection<
    { name: string; sha256: string }[]
  >`select name, sha256 from schema_migration`;
  const shaByName = new Map(applied.map(({ name, sha256 }) => [name, sha256]));
  refuseChangedHistory(shaByName, migrations);

  const missing = migrations.filter(({ name }) => !shaByName.has(name));
  for (const migration of missing) await applyOne(connection, migration);
  return missing.map(({ name }) => name);
}

function refuseChangedHistory(
  shaByName: ReadonlyMap<string, string>,
  migrations: readonly Migration[],
): void {
  const fileByName = new Map(migrations.map((migration) => [migration.name, migration]));
  for (const [name, sha256] of shaByName) {
    const file = fileByName.get(name);
    if (file === undefined) {
      throw new DatabaseRefused(
        `The database has migration ${name}, which this version of Trama doesn't. It was made by a newer version: run that one.`,
      );
    }
    if (file.sha256 !== sha256) {
      throw new DatabaseRefused(
        `Migration ${name} was edited after it ran on this database. Put the file back as it was and write a new migration.`,
      );
    }
  }
}

async function applyOne(connection: ReservedSql, { name, text, sha256 }: Migration): Promise<void> {
  await connection`begin`;
  try {
    await connection.unsafe(text);
    await connection`insert into schema_migration (name, sha256) values (${name}, ${sha256})`;
    await connection`commit`;
  } catch (error) {
    await connection`rollback`;
    throw new Error(`Migration ${name} failed, nothing of it was applied: ${String(error)}`, {
      cause: error,
    });
  }
}
