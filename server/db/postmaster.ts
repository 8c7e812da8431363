/**
 * The running Postgres (its first process is called the postmaster) seen from outside: which process it is, whether
 * it truly is ours, starting it, stopping it. Its pid file survives a kill and its pid may be reused, so the file is
 * only ever a hint: what counts is a process, no zombie, working in the data folder.
 */
import { execFile, spawn } from 'node:child_process';
import { open, readdir, readFile, readlink, rm, rmdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { cleanEnvironment } from './cluster.ts';
import { type PostgresAccount, spawnAs } from './postgres-account.ts';
import { DatabaseRefused } from './refusal.ts';

const run = promisify(execFile);
const pollMs = 20;

export type PidFile = { readonly pid: number; readonly port: number; readonly socketFolder: string };

/** What the last postmaster wrote about itself; undefined when it ended well, or has only begun to write. */
export async function readPidFile(pgdata: string): Promise<PidFile | undefined> {
  const text = await readFile(join(pgdata, 'postmaster.pid'), 'utf8').catch(() => '');
  // Its lines: pid, data folder, start time, port, socket folder, listen address, shared memory key, status.
  const [pid, , , port, socketFolder] = text.split('\n');
  if (!pid || !port || !socketFolder) return undefined;
  return { pid: Number(pid), port: Number(port), socketFolder };
}

/** Is that process alive, no zombie, a Postgres, and at work in this data folder (where an administrator's shell may be too)? */
export async function worksIn(pid: number, pgdata: string): Promise<boolean> {
  if (process.platform !== 'linux') return listedAsWorkingIn(pid, pgdata);
  try {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
    const [, program, state] = /^\d+ \((.*)\) (.)/s.exec(stat) ?? [];
    if (program !== 'postgres' || state === 'Z' || state === 'X') return false;
    return (await readlink(`/proc/${pid}/cwd`)) === pgdata;
  } catch {
    return false; // gone, or not ours to look at: then it isn't our Postgres
  }
}

/**
 * Clears up after a postmaster that was killed: sees the processes it left behind end, then removes its pid file. They
 * end by themselves when they next wait for a client; one that waits for a lock of a process gone meanwhile never does,
 * so after `patienceMs` they are killed, which loses no more than the crash did: only the log on disk counts now.
 */
export async function clearStalePidFile(pgdata: string, stale: PidFile, patienceMs = 500): Promise<void> {
  const began = Date.now();
  for (;;) {
    const left = await processesIn(pgdata);
    const now = await readPidFile(pgdata);
    if (now?.pid !== stale.pid) return; // another start was quicker
    if (left.length === 0) break;
    if (Date.now() > began + 15_000) {
      throw new DatabaseRefused(
        `Processes of a Postgres that was killed are still at work in ${pgdata}: ${left.join(', ')}. End them and start again.`,
      );
    }
    if (Date.now() > began + patienceMs) for (const pid of left) signal(pid, 'SIGKILL');
    await sleep(pollMs);
  }
  // The socket's own lock names the same pid, which a zombie may still bear. The pid file last: it is what sends us here.
  const socket = join(stale.socketFolder, `.s.PGSQL.${stale.port}`);
  for (const left of [`${socket}.lock`, socket, join(pgdata, 'postmaster.pid')])
    await rm(left, { force: true });
}

export type Postmaster = {
  /** Undefined while it runs; afterwards, why it ended. */
  ended(): string | undefined;
};

/**
 * Starts Postgres on a Unix socket only. It is a session of its own, so that Ctrl-C reaches Trama alone, and outlives
 * us if we are killed: the next start adopts it. What it says goes to `logFile`.
 */
export async function spawnPostmaster(options: {
  program: string;
  pgdata: string;
  socketFolder: string;
  logFile: string;
  account: PostgresAccount;
  settings: Readonly<Record<string, string>>;
}): Promise<Postmaster> {
  const settings = Object.entries({
    ...options.settings,
    listen_addresses: '',
    unix_socket_directories: options.socketFolder,
    unix_socket_permissions: '0700',
    // Rows hold families' stories: the log tells which statement failed by its error, never with its values.
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
  }).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const log = await open(options.logFile, 'a', 0o600);
  let ended: string | undefined;
  const child = spawn(options.program, ['-D', options.pgdata, ...settings], {
    cwd: '/',
    detached: true,
    env: cleanEnvironment(),
    stdio: ['ignore', log.fd, log.fd],
    ...spawnAs(options.account),
  });
  child.on('error', (error) => {
    ended = error.message;
  });
  child.on('exit', (code, signal) => {
    ended = `it ended with ${signal ?? `code ${code}`}; see ${options.logFile}`;
  });
  child.unref();
  await log.close();
  return { ended: () => ended };
}

/** Fast shutdown: open transactions roll back, everything committed is on disk. By force after `patienceMs`. */
export async function stopPostmaster(pgdata: string, patienceMs = 30_000): Promise<void> {
  const running = await readPidFile(pgdata);
  if (running === undefined || !(await worksIn(running.pid, pgdata))) return;
  signal(running.pid, 'SIGINT');
  const deadline = Date.now() + patienceMs;
  let forced = false;
  while (await worksIn(running.pid, pgdata)) {
    if (!forced && Date.now() > deadline) {
      signal(running.pid, 'SIGQUIT'); // the next start recovers from its log
      forced = true;
    }
    await sleep(pollMs);
  }
  await rmdir(running.socketFolder).catch(() => undefined); // it stays if something else is in it
}

function signal(pid: number, name: 'SIGINT' | 'SIGQUIT' | 'SIGKILL'): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error; // ESRCH: it ended just now
  }
}

/** Every process at work in the data folder. Only Linux can tell; elsewhere Postgres's own check must do. */
async function processesIn(pgdata: string): Promise<number[]> {
  if (process.platform !== 'linux') return [];
  const pids = (await readdir('/proc')).map(Number).filter((pid) => pid > 0);
  const works = await Promise.all(pids.map((pid) => worksIn(pid, pgdata)));
  return pids.filter((_, index) => works[index]);
}

/** Without /proc: we start Postgres with its data folder on the command line. */
async function listedAsWorkingIn(pid: number, pgdata: string): Promise<boolean> {
  const listed = await run('ps', ['-o', 'stat=,command=', '-p', String(pid)]).catch(() => ({ stdout: '' }));
  return listed.stdout.includes(pgdata) && !listed.stdout.trimStart().startsWith('Z');
}
