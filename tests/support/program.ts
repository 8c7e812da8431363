/** The whole program as people start it: a child process with its own port and data folder, that can be killed. */
import { type ChildProcess, spawn } from 'node:child_process';
import type { z } from 'zod';
import type { demoEndpoints } from '../../shared/records/demo.ts';
import { end, freePort } from './child-process.ts';

export type DemoNetwork = z.infer<typeof demoEndpoints.get.response>;

export type Program = {
  readonly url: string;
  readonly dataDir: string;
  /** What /api/demo tells: accounts and households. */
  readonly network: DemoNetwork;
  /** Ends the server as a power cut would; its database goes on, as it would when only the program dies. */
  kill(): Promise<void>;
  /** Starts it again on the same port and data. */
  restart(): Promise<void>;
  /** Asks it to stop and waits. A second call does nothing. */
  stop(): Promise<void>;
};

/**
 * Starts the demo on a free port and waits until it is ready. `dataDir` empty: the network is loaded first, or one of so
 * many `households` is generated, which takes a minute or two for ten thousand. `settings`: more of its environment.
 */
export async function startDemo(
  dataDir: string,
  households?: number,
  settings: Readonly<Record<string, string>> = {},
): Promise<Program> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  let child = await launch(port, dataDir, url, households, settings);
  const network = (await (await fetch(`${url}/api/demo`)).json()) as DemoNetwork; // our own route, typed by its schema
  return {
    url,
    dataDir,
    network,
    kill: () => end(child, 'SIGKILL'),
    restart: async () => {
      child = await launch(port, dataDir, url, households, settings);
    },
    stop: () => end(child, 'SIGTERM'),
  };
}

async function launch(
  port: number,
  dataDir: string,
  url: string,
  households: number | undefined,
  settings: Readonly<Record<string, string>>,
): Promise<ChildProcess> {
  const size = households === undefined ? [] : ['--households', String(households)];
  const child = spawn(process.execPath, ['server/demo/start.ts', ...size], {
    env: {
      ...process.env,
      PORT: String(port),
      DATA_DIR: dataDir,
      PUBLIC_ORIGIN: url,
      LIMITS: 'off',
      LOG_LEVEL: 'warn',
      ...settings,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk) => (said = (said + chunk).slice(-4000)));
  await untilReady(url, households === undefined ? 120_000 : 900_000, () => {
    if (child.exitCode !== null)
      throw new Error(`the program ended with ${child.exitCode} before it was ready:\n${said}`);
  });
  return child;
}

async function untilReady(url: string, withinMs: number, check: () => void): Promise<void> {
  const giveUpAt = Date.now() + withinMs;
  while (Date.now() < giveUpAt) {
    check();
    const ready = await fetch(`${url}/readyz`).then(
      (response) => response.status === 200,
      () => false,
    );
    if (ready) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${url} was not ready in time`);
}
