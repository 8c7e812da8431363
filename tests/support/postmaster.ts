/** The Postgres of a DATA_DIR as the machine sees it: a process, which may be killed. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'vitest';

/** The pid in its pid file, living or not. NaN while there is no such file. */
export async function postmasterPid(dataDir: string): Promise<number> {
  const file = await readFile(join(dataDir, 'pgdata/postmaster.pid'), 'utf8').catch(() => '');
  return Number.parseInt(file, 10);
}

/**
 * Kills it with -9 and waits until another was started in its place (which may still be recovering). Whoever only asks
 * for answers can't tell: what was connected may be answered for a moment more, and a quick restart is never seen.
 */
export async function killPostmaster(dataDir: string): Promise<void> {
  const killed = await postmasterPid(dataDir);
  process.kill(killed, 'SIGKILL');
  const isAnother = async () => {
    const pid = await postmasterPid(dataDir);
    return Number.isInteger(pid) && pid !== killed;
  };
  await expect.poll(isAnother, { timeout: 30_000 }).toBe(true);
}
