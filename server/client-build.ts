/** Builds the client into dist/ when it isn't there or its sources are newer, so that starting takes one command. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));

/** Where the built client is. */
export const clientFolder = join(root, 'dist');

/** Thrown when there is no client to serve and none can be built: the message says what to do. */
export class ClientMissing extends Error {
  override name = 'ClientMissing';
}

/** What a build is made from. */
const sources = ['client', 'shared', 'vite.config.ts', 'package-lock.json'];

/** Builds when needed. In production the builder may be left out: then a dist/ that is there is served as it is. */
export async function ensureClientBuilt(say: (line: string) => void): Promise<void> {
  const builtMs = await changedMs(join(clientFolder, 'index.html'));
  const newest = Math.max(...(await Promise.all(sources.map((name) => newestMs(join(root, name))))));
  if (builtMs !== null && builtMs >= newest) return;
  const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
  if ((await changedMs(vite)) === null) {
    if (builtMs !== null) return;
    throw new ClientMissing(
      'There is no built client in dist/ and vite, which builds it, is not installed. Run `npm ci` and `npm run build`, or bring a built dist/.',
    );
  }
  say('Building the client …');
  const build = spawn(process.execPath, [vite, 'build', '--logLevel', 'warn'], {
    cwd: root,
    stdio: 'inherit',
  });
  const [code] = await once(build, 'exit');
  if (code !== 0) throw new ClientMissing('The client could not be built: see above.');
}

async function changedMs(path: string): Promise<number | null> {
  const found = await stat(path).catch(() => null);
  return found?.mtimeMs ?? null;
}

/** The newest change of a file, or of any file below a folder; 0 when it isn't there. */
async function newestMs(path: string): Promise<number> {
  const found = await stat(path).catch(() => null);
  if (found === null) return 0;
  if (!found.isDirectory()) return found.mtimeMs;
  const names = await readdir(path);
  return Math.max(0, ...(await Promise.all(names.map((name) => newestMs(join(path, name))))));
}
