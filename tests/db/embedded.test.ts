import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readFile, rename, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest';
import { z } from 'zod';
import { connect, type Database } from '../../server/db/connect.ts';
import { startEmbeddedPostgres } from '../../server/db/embedded.ts';
import { killPostmaster, postmasterPid } from '../support/postmaster.ts';
import { makeOpenFolder, temporaryFolder } from '../support/temporary-folder.ts';

const program = fileURLToPath(new URL('./embedded-program.ts', import.meta.url));
const Said = z.union([
  z.object({ url: z.string(), adopted: z.boolean() }),
  z.object({ refused: z.string() }),
]);

test('a DATA_DIR that is a file is refused by its name', async () => {
  const folder = await temporaryFolder();
  const dataDir = join(folder, 'not-a-folder');
  await writeFile(dataDir, '');
  await expect(start(dataDir)).rejects.toThrow(`DATA_DIR ${dataDir} is not a folder`);
});

test('a data folder made by another release of Postgres is refused and left as it was', async () => {
  const dataDir = await temporaryFolder();
  await mkdir(join(dataDir, 'pgdata'));
  await writeFile(join(dataDir, 'pgdata/PG_VERSION'), '12\n');
  await expect(start(dataDir)).rejects.toThrow('was made by Postgres 12');
  expect(await readFile(join(dataDir, 'pgdata/PG_VERSION'), 'utf8')).toBe('12\n');
});

test('a data folder that holds something else is refused and left as it was', async () => {
  const dataDir = await temporaryFolder();
  await mkdir(join(dataDir, 'pgdata'));
  await writeFile(join(dataDir, 'pgdata/letters.txt'), 'mine');
  await expect(start(dataDir)).rejects.toThrow('could not be made');
  expect(await readFile(join(dataDir, 'pgdata/letters.txt'), 'utf8')).toBe('mine');
});

// initdb takes most of a start: the tests about what comes later work on copies of one folder that was stopped.
const made = await makeOpenFolder();
beforeAll(async () => {
  await (await startEmbeddedPostgres({ dataDir: made, settings: { fsync: 'off' } })).stop();
});
afterAll(() => rm(made, { recursive: true, force: true }));

test('rows are still there after a stop and a start, and a second stop is harmless', async () => {
  const dataDir = await dataDirMadeBefore();
  const first = await start(dataDir);
  await withDatabase(first.url, (db) => writeRow(db, 'kept'));
  await first.stop();
  await first.stop();
  await expect(withDatabase(first.url, readRows)).rejects.toThrow();

  const second = await start(dataDir);
  expect(second.adopted).toBe(false);
  expect(await withDatabase(second.url, readRows)).toEqual(['kept']);
});

test('by default what is committed is flushed to disk', async () => {
  const { url } = await start(await dataDirMadeBefore(), {});
  const settings = await withDatabase(
    url,
    (db) => db.sql`select current_setting('fsync') as fsync, current_setting('full_page_writes') as pages,
      current_setting('synchronous_commit') as commit, current_setting('data_checksums') as checksums`,
  );
  expect([...settings]).toEqual([{ fsync: 'on', pages: 'on', commit: 'on', checksums: 'on' }]);
});

test('a data folder too deep for a socket path, reached through a link, works', async () => {
  const folder = await temporaryFolder();
  const deep = join(folder, 'a-folder-with-a-long-name'.repeat(4), 'another-with-a-long-name'.repeat(4));
  await mkdir(deep, { recursive: true });
  await symlink(deep, join(folder, 'link'));
  const first = await start(join(folder, 'link'));
  await withDatabase(first.url, (db) => writeRow(db, 'deep'));
  await first.stop();
  const second = await start(deep);
  expect(await withDatabase(second.url, readRows)).toEqual(['deep']);
});

test('a first start cut short leaves a folder the next start throws away', async () => {
  const dataDir = await temporaryFolder();
  const leftover = join(dataDir, 'pgdata.new-cut');
  await mkdir(leftover);
  await writeFile(join(leftover, 'PG_VERSION'), '18\n');
  const { url } = await start(dataDir);
  expect(await withDatabase(url, (db) => writeRow(db, 'made'))).toEqual(['made']);
  await expect(stat(leftover)).rejects.toThrow('ENOENT');
});

test('when Trama is killed its Postgres goes on, and the next start takes it over', async () => {
  const dataDir = await dataDirMadeBefore();
  const first = await startProgram(dataDir);
  const db = openDatabase(first.url);
  await writeRow(db, 'before');
  const postmaster = await postmasterPid(dataDir);
  await kill(first.child);
  await writeRow(db, 'between');

  const second = await start(dataDir);
  expect(second.adopted).toBe(true);
  expect(await postmasterPid(dataDir)).toBe(postmaster);
  expect(await withDatabase(second.url, readRows)).toEqual(['before', 'between']);
});

test('when Trama and Postgres are both killed, the next start clears the stale pid file and recovers every committed row', async () => {
  const dataDir = await dataDirMadeBefore();
  const first = await startProgram(dataDir);
  const written = await withDatabase(first.url, async (db) => {
    await writeRow(db, 'row');
    await Promise.all(Array.from({ length: 49 }, (_, n) => db.sql`insert into note values (${`row ${n}`})`));
    return readRows(db);
  });
  const killed = await postmasterPid(dataDir);
  process.kill(killed, 'SIGKILL');
  await kill(first.child);
  expect(await postmasterPid(dataDir)).toBe(killed);

  const second = await start(dataDir);
  expect(second.adopted).toBe(false);
  expect(await postmasterPid(dataDir)).not.toBe(killed);
  expect(await withDatabase(second.url, readRows)).toEqual(written);
  expect(written).toHaveLength(50);
});

test('a pid file whose pid now belongs to another program is stale', async () => {
  const dataDir = await dataDirMadeBefore();
  const file = [process.pid, join(dataDir, 'pgdata'), 1, 5432, dataDir, '', '', 'ready', ''].join('\n');
  await writeFile(join(dataDir, 'pgdata/postmaster.pid'), file);
  const second = await start(dataDir);
  expect(second.adopted).toBe(false);
  expect(await postmasterPid(dataDir)).not.toBe(process.pid);
});

test('a second Trama on the same DATA_DIR is refused, and the first goes on', async () => {
  const dataDir = await dataDirMadeBefore();
  const first = await startProgram(dataDir);
  await expect(start(dataDir)).rejects.toThrow('Another Trama is already using');
  expect(await withDatabase(first.url, (db) => writeRow(db, 'undisturbed'))).toEqual(['undisturbed']);
});

test('of two first starts at once on an empty DATA_DIR, one runs and one is refused', async () => {
  const dataDir = await temporaryFolder();
  const both = await Promise.allSettled([startProgram(dataDir), startProgram(dataDir)]);
  const [winner] = both.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
  const refusals = both.flatMap((one) => (one.status === 'rejected' ? [String(one.reason)] : []));
  expect(refusals).toEqual([expect.stringContaining('Another Trama is already using')]);
  expect(await withDatabase(winner?.url ?? '', (db) => writeRow(db, 'one'))).toEqual(['one']);
});

test('when one process of Postgres dies and it restarts itself, Trama goes on and still holds the folder', async () => {
  const dataDir = await dataDirMadeBefore();
  const lost = vi.fn();
  const { url } = await start(dataDir, { fsync: 'off' }, lost);
  await withDatabase(url, (db) => writeRow(db, 'before'));
  await withDatabase(url, async (db) => {
    const [mine] = await db.sql<{ pid: number }[]>`select pg_backend_pid() as pid`;
    process.kill(mine?.pid ?? Number.NaN, 'SIGKILL');
  });
  await expect.poll(() => withDatabase(url, readRows).catch(() => 'restarting')).toEqual(['before']);
  await expect.poll(() => withDatabase(url, holders)).toBe(1);
  await expect(start(dataDir)).rejects.toThrow('Another Trama is already using');
  expect(lost).not.toHaveBeenCalled();
});

test('when Postgres is killed, it is started again at the same address, with what was committed', async () => {
  const dataDir = await dataDirMadeBefore();
  const lost = vi.fn();
  const { url } = await start(dataDir, {}, lost);
  const db = openDatabase(url);
  await writeRow(db, 'before');
  for (let kill = 0; kill < 2; kill++) {
    await killPostmaster(dataDir);
    await expect.poll(() => readRows(db).catch(() => 'restarting'), { timeout: 30_000 }).toEqual(['before']);
    await expect.poll(() => holders(db).catch(() => 'restarting'), { timeout: 30_000 }).toBe(1);
  }
  await expect(start(dataDir)).rejects.toThrow('Another Trama is already using');
  expect(lost).not.toHaveBeenCalled();
});

test('when Postgres can’t be started again, whoever composed the program is told', async () => {
  const dataDir = await dataDirMadeBefore();
  const lost = Promise.withResolvers<void>();
  await start(dataDir, { fsync: 'off' }, () => lost.resolve());
  const pid = await postmasterPid(dataDir);
  await rename(join(dataDir, 'pgdata/global'), join(dataDir, 'pgdata/global-gone'));
  process.kill(pid, 'SIGKILL');
  await lost.promise;
});

async function dataDirMadeBefore(): Promise<string> {
  const dataDir = await temporaryFolder();
  await promisify(execFile)('cp', ['-a', join(made, 'pgdata'), dataDir]); // -a keeps the owner, which fs.cp doesn't
  return dataDir;
}

async function start(
  dataDir: string,
  settings: Record<string, string> = { fsync: 'off' },
  onLost?: () => void,
) {
  const postgres = await startEmbeddedPostgres({
    dataDir,
    settings,
    ...(onLost === undefined ? {} : { onLost }),
  });
  onTestFinished(() => postgres.stop());
  return postgres;
}

/** Starts the program as a process of its own; throws what it was refused for. */
async function startProgram(dataDir: string): Promise<{ child: ChildProcess; url: string }> {
  const child = spawn(process.execPath, [program, dataDir], { stdio: ['ignore', 'pipe', 'inherit'] });
  onTestFinished(() => stopProgram(child));
  const [line] = await once(createInterface(child.stdout), 'line');
  const said = Said.parse(JSON.parse(String(line)));
  if ('refused' in said) throw new Error(said.refused);
  return { child, url: said.url };
}

async function stopProgram(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGTERM');
  await once(child, 'exit');
}

async function kill(child: ChildProcess): Promise<void> {
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
}

function openDatabase(url: string): Database {
  const db = connect(url, { max: 5 });
  onTestFinished(() => db.close());
  return db;
}

async function withDatabase<T>(url: string, work: (db: Database) => Promise<T>): Promise<T> {
  const db = connect(url, { max: 5 });
  try {
    return await work(db);
  } finally {
    await db.close();
  }
}

async function writeRow(db: Database, note: string): Promise<string[]> {
  await db.sql`create table if not exists note (text text)`;
  await db.sql`insert into note values (${note})`;
  return readRows(db);
}

const readRows = async (db: Database): Promise<string[]> =>
  (await db.sql<{ text: string }[]>`select text from note order by text`).map(({ text }) => text);

/** How many connections hold the cluster for a Trama. */
async function holders(db: Database): Promise<number> {
  const rows = await db.sql`select 1 from pg_locks where locktype = 'advisory' and granted`;
  return rows.length;
}
