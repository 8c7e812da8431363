/**
 * The folder Postgres keeps its files in: `<home>/pgdata`. Here it is found or made; running it is postmaster.ts.
 */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmod,
  chown,
  lstat,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  realpath,
  rename,
  rm,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { canUse, type PostgresAccount, spawnAs } from './postgres-account.ts';
import type { PostgresBinaries } from './postgres-binaries.ts';
import { DatabaseRefused } from './refusal.ts';

const run = promisify(execFile);

/** Where root may keep things for accounts that can't reach root's own folders. */
export const sharedHome = '/var/lib/trama';

/** The one role, owner of everything; only the account that runs Postgres (and root) can reach its socket. */
export const role = 'trama';

/**
 * The folder to keep the cluster in: `dataDir`, or as root, when the database account can't enter it (root's own home
 * is 0700), a folder of its own under /var/lib/trama. One that holds a cluster already is never left for another.
 */
export async function findHome(dataDir: string, account: PostgresAccount): Promise<string> {
  const wanted = await makeFolder(resolve(dataDir));
  if (account.kind === 'ourselves') return usable(wanted, account);
  const elsewhere = join(sharedHome, `${basename(wanted)}-${shortHash(wanted)}`);
  if (await isCluster(join(wanted, 'pgdata'))) return usable(wanted, account);
  if (!(await isCluster(join(elsewhere, 'pgdata'))) && (await canUse(account, wanted, 'x'))) return wanted;
  await makeFolder(elsewhere);
  await chmod(sharedHome, 0o755);
  await chmod(elsewhere, 0o755);
  return usable(elsewhere, account);
}

/** Finds the cluster in `home` or makes one (`durable`: flushed to disk), and returns its real path. Throws `DatabaseRefused` if it isn't ours to use. */
export async function ensureCluster(
  home: string,
  binaries: PostgresBinaries,
  account: PostgresAccount,
  durable: boolean,
): Promise<string> {
  const folder = join(home, 'pgdata');
  if (!(await isCluster(folder))) await initialise(home, folder, binaries, account, durable);
  const major = (await readFile(join(folder, 'PG_VERSION'), 'utf8')).trim();
  if (major !== binaries.major) {
    throw new DatabaseRefused(
      `${folder} was made by Postgres ${major}, and this Trama brings Postgres ${binaries.major}. Run the Trama that made it, export, and import here.`,
    );
  }
  return realpath(folder);
}

/**
 * A folder for the socket, named after the cluster: a socket's path can't pass about 107 bytes, and data folders lie
 * deep. Only the database account can enter it, which is all the password there is.
 */
export async function makeSocketFolder(pgdata: string, account: PostgresAccount): Promise<string> {
  const parent = tmpdir().length < 70 && (await canUse(account, tmpdir(), 'x')) ? tmpdir() : '/tmp';
  const folder = join(parent, `trama-${shortHash(pgdata)}`);
  await mkdir(folder, { mode: 0o700 }).catch(ignoreExisting);
  const found = await lstat(folder);
  const owners = account.kind === 'another' ? [0, account.uid] : [process.getuid?.()];
  if (!found.isDirectory() || !owners.includes(found.uid)) {
    throw new DatabaseRefused(
      `${folder} belongs to someone else; Trama needs it for the database's socket. Remove it.`,
    );
  }
  await giveTo(account, folder);
  return folder;
}

/** Leftovers of starts that were cut short; call it only while holding the cluster. */
export async function removeUnfinished(home: string): Promise<void> {
  const names = (await readdir(home)).filter((name) => name.startsWith('pgdata.new-'));
  await Promise.all(names.map((name) => rm(join(home, name), { recursive: true, force: true })));
}

/** initdb is not atomic but a rename is: `pgdata` exists only when it is whole. */
async function initialise(
  home: string,
  folder: string,
  binaries: PostgresBinaries,
  account: PostgresAccount,
  durable: boolean,
): Promise<void> {
  const unfinished = await mkdtemp(join(home, 'pgdata.new-'));
  await giveTo(account, unfinished);
  // C.UTF-8 from Postgres itself sorts alike on every machine; a query that shows names asks for an ICU collation.
  const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  const options = ['-D', unfinished, '-U', role, '--auth=trust', '--no-instructions', ...locale];
  try {
    await run(binaries.initdb, durable ? options : [...options, '--no-sync'], {
      cwd: '/',
      env: cleanEnvironment(),
      ...spawnAs(account),
    });
    await rename(unfinished, folder);
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true });
    if (await isCluster(folder)) return; // another start was quicker
    throw new DatabaseRefused(`The database could not be made in ${folder}: ${String(error)}`, {
      cause: error,
    });
  }
}

/** Postgres programs read PG* variables that are meant for other databases of this machine. */
export const cleanEnvironment = (): NodeJS.ProcessEnv => ({ PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' });

async function usable(folder: string, account: PostgresAccount): Promise<string> {
  if (await canUse(account, folder, account.kind === 'ourselves' ? 'w' : 'x')) return folder;
  const who = account.kind === 'ourselves' ? 'this user' : `the account ${account.name}`;
  throw new DatabaseRefused(
    `DATA_DIR ${folder} can't be used by ${who}. Change its permissions or choose another DATA_DIR.`,
  );
}

async function makeFolder(folder: string): Promise<string> {
  try {
    await mkdir(folder, { recursive: true });
    return await realpath(folder);
  } catch (error) {
    throw new DatabaseRefused(`DATA_DIR ${folder} is not a folder and can't be made one: ${String(error)}`, {
      cause: error,
    });
  }
}

async function giveTo(account: PostgresAccount, folder: string): Promise<void> {
  if (account.kind === 'another') await chown(folder, account.uid, account.gid);
  await chmod(folder, 0o700);
}

const isCluster = (folder: string): Promise<boolean> =>
  lstat(join(folder, 'PG_VERSION')).then(
    () => true,
    () => false,
  );

function ignoreExisting(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EEXIST') throw error;
}

const shortHash = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 12);
