/** The peers: each in a process of its own, with its persistence on and its own defaults. No one has to sign in. */
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { access, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { writeVarUint } from '../load/cursor.ts';
import type { Seat } from '../load/plan.ts';
import { type Program, startProgram } from './program.ts';
import type { BenchServer, ServerName } from './server.ts';

/** Hocuspocus stores a document 2 s after its last change. */
const storesWithinMs = 2_500;
const peersFolder = fileURLToPath(new URL('../peers/', import.meta.url));

type Peer = {
  readonly name: ServerName;
  readonly program: string;
  readonly saving: string;
  readonly seat: (document: string) => Seat;
};

const hocuspocus: Peer = {
  name: 'hocuspocus',
  program: 'hocuspocus.mjs',
  saving: 'shows first; the whole document to SQLite 2 to 10 s later',
  seat(document) {
    const name = varString(document);
    // Kind 2 (auth), 0 (a token), the token, the provider's version.
    const auth = Buffer.concat([name, Buffer.from([2, 0]), varString('none'), varString('4.7.0')]);
    return { path: '/', headers: {}, prefix: name.toString('base64'), hello: [auth.toString('base64')] };
  },
};

const yWebsocket: Peer = {
  name: 'y-websocket',
  program: 'y-websocket.mjs',
  saving: 'shows first; each update to leveldb meanwhile, without waiting for the disk',
  seat: (document) => ({ path: `/${document}`, headers: {}, prefix: '', hello: [] }),
};

export const startHocuspocus = (): Promise<BenchServer> => startPeer(hocuspocus);
export const startYWebsocket = (): Promise<BenchServer> => startPeer(yWebsocket);

/** Installs the peers' package from its lock file, unless it is there. */
export async function installPeers(say: (line: string) => void): Promise<void> {
  const isThere = await access(join(peersFolder, 'node_modules', '@hocuspocus')).then(
    () => true,
    () => false,
  );
  if (isThere) return;
  say('Installing the peers (tests/bench/peers) …');
  const child = spawn('npm', ['ci', '--no-audit', '--no-fund'], { cwd: peersFolder, stdio: 'inherit' });
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`the peers could not be installed: npm ended with ${code}`);
}

async function startPeer({ name, program: file, saving, seat }: Peer): Promise<BenchServer> {
  const folder = await mkdtemp(join(tmpdir(), 'trama-bench-'));
  const start = (): Promise<Program> => startProgram(join(peersFolder, file), [folder], { cwd: peersFolder });
  let program: Program | undefined = await start();

  const running = (): Program => {
    if (program === undefined) throw new Error(`${name} does not run`);
    return program;
  };
  const end = async (signal: 'SIGKILL' | 'SIGTERM'): Promise<void> => {
    await program?.end(signal);
    program = undefined;
  };

  return {
    name,
    saving,
    port: () => running().port,
    processes: () => [{ name: 'server', pid: running().pid, tree: false }],
    async makeRooms(rooms, seatsEach) {
      const documents = Array.from({ length: rooms }, () => randomUUID());
      return documents.flatMap((document) => Array.from({ length: seatsEach }, () => seat(document)));
    },
    async settled() {
      await sleep(storesWithinMs);
    },
    filling: { editsPerFrame: 1, waitsForAck: false },
    ask: (options) => running().ask(options),
    kill: () => end('SIGKILL'),
    stop: () => end('SIGTERM'),
    async start() {
      program = await start();
    },
    async close() {
      await end('SIGKILL'); // its folder goes too
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function varString(text: string): Buffer {
  const bytes = Buffer.from(text);
  const head = Buffer.alloc(5);
  return Buffer.concat([head.subarray(0, writeVarUint(head, 0, bytes.length)), bytes]);
}
