/** Folders that vanish with the test file that asked for them. */
import { execFile } from 'node:child_process';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { onTestFinished } from 'vitest';

/** Call it inside a test. Any account may enter it: as root, Postgres runs as another one. */
export async function temporaryFolder(): Promise<string> {
  const folder = await makeOpenFolder();
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** The same for whoever removes it themselves. */
export async function makeOpenFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'trama-tests-'));
  await chmod(folder, 0o755);
  return folder;
}

/** What is in `from` into `to`, with owners and rights: Postgres starts in nobody else's folder. */
export async function copyFolder(from: string, to: string): Promise<void> {
  await promisify(execFile)('cp', ['-a', `${from}/.`, to]);
}
