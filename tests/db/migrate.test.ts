import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { migrate } from '../../server/db/migrate.ts';
import { freshDatabase } from '../support/database.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const db = await freshDatabase({ from: 'nothing' });

beforeEach(async () => {
  await db.sql`drop schema public cascade`;
  await db.sql`create schema public`;
});

describe('refusals', () => {
  test('a migration edited after it ran is refused by its name, and nothing newer is applied', async () => {
    const folder = await folderOf({ '0001_one.sql': 'create table one ()' });
    await migrate(db, folder);
    await writeFile(join(folder, '0001_one.sql'), 'create table one (changed int)');
    await writeFile(join(folder, '0002_two.sql'), 'create table two ()');
    await expect(migrate(db, folder)).rejects.toThrow('0001_one.sql was edited after it ran');
    expect(await tables()).toEqual(['one', 'schema_migration']);
  });

  test('a database that knows a newer migration is refused', async () => {
    await migrate(db, await folderOf({ '0001_one.sql': 'create table one ()', '0002_two.sql': 'select 1' }));
    const older = await folderOf({ '0001_one.sql': 'create table one ()' });
    await expect(migrate(db, older)).rejects.toThrow('made by a newer version');
  });

  test('a migration that fails midway leaves nothing of itself, and what came before stays', async () => {
    const folder = await folderOf({
      '0001_one.sql': 'create table one ()',
      '0002_two.sql': 'create table two (); create table one ();',
    });
    await expect(migrate(db, folder)).rejects.toThrow('0002_two.sql failed');
    expect(await tables()).toEqual(['one', 'schema_migration']);
    await writeFile(join(folder, '0002_two.sql'), 'create table two ()');
    expect(await migrate(db, folder)).toEqual(['0002_two.sql']);
  });
});

test('migrations run in the order of their names, each once', async () => {
  const folder = await folderOf({
    '0002_two.sql': 'alter table one add column two int',
    '0001_one.sql': 'create table one ()',
    'README.md': 'not a migration',
  });
  expect(await migrate(db, folder)).toEqual(['0001_one.sql', '0002_two.sql']);
  expect(await migrate(db, folder)).toEqual([]);
});

test('two migrators at once apply each migration once', async () => {
  const folder = await folderOf({
    '0001_one.sql': 'create table one (); select pg_sleep(0.2);',
    '0002_two.sql': 'create table two ()',
  });
  const applied = await Promise.all([migrate(db, folder), migrate(db, folder)]);
  expect(applied.map((names) => names.length).sort()).toEqual([0, 2]);
  const recorded = await db.sql`select name from schema_migration order by name`;
  expect(recorded.map(({ name }) => name)).toEqual(['0001_one.sql', '0002_two.sql']);
});

test("the product's own migrations bring an empty database up to date", async () => {
  const applied = await migrate(db);
  expect(applied).toEqual([...applied].sort());
  expect(await migrate(db)).toEqual([]);
});

async function folderOf(files: Record<string, string>): Promise<string> {
  const folder = await temporaryFolder();
  await Promise.all(Object.entries(files).map(([name, text]) => writeFile(join(folder, name), text)));
  return folder;
}

async function tables(): Promise<string[]> {
  const rows = await db.sql<{ name: string }[]>`
    select table_name as name from information_schema.tables where table_schema = 'public' order by 1`;
  return rows.map(({ name }) => name);
}
