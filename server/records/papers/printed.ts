/**
 * A page as a tagged PDF, by a Chromium of the machine: no other way sets every script we have, in both directions, and
 * says in the file what is a heading and what is a table. It runs alone, without network, on a file that vanishes.
 */
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** A browser that hangs is ended. */
const deadlineMs = 45_000;
/** Each takes a hundred megabytes and a core for a second; who comes later waits. */
const mostAtOnce = 2;

export type Printer = { print(page: string): Promise<Uint8Array> };

/** `chromiumPath`: CHROMIUM_PATH. Rejects when the browser fails; nothing of the page is in the error. */
export function createPrinter(chromiumPath: string): Printer {
  let printing = 0;
  const waiting: (() => void)[] = [];

  async function takeTurn(): Promise<() => void> {
    if (printing >= mostAtOnce) await new Promise<void>((resolve) => waiting.push(resolve));
    else printing++;
    return () => {
      const next = waiting.shift();
      if (next === undefined) printing--;
      else next();
    };
  }

  return {
    async print(page) {
      const endTurn = await takeTurn();
      const folder = await mkdtemp(join(tmpdir(), 'trama-paper-'));
      try {
        const [from, to] = [join(folder, 'paper.html'), join(folder, 'paper.pdf')];
        await writeFile(from, page, { mode: 0o600 });
        await run(chromiumPath, argumentsFor(folder, pathToFileURL(from).href, to), {
          timeout: deadlineMs,
        }).catch(() => {
          throw new Error('Chromium made no PDF'); // its own message holds the command and the file
        });
        return new Uint8Array(await readFile(to));
      } finally {
        await rm(folder, { recursive: true, force: true });
        endTurn();
      }
    },
  };
}

const argumentsFor = (folder: string, from: string, to: string): string[] => [
  '--headless',
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
  // The page needs nothing from anywhere, and nothing it says may go anywhere.
  '--host-resolver-rules=MAP * ~NOTFOUND',
  `--user-data-dir=${join(folder, 'profile')}`,
  '--generate-pdf-document-outline',
  '--export-tagged-pdf',
  '--no-pdf-header-footer',
  `--print-to-pdf=${to}`,
  from,
];
