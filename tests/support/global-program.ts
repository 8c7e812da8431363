/** One demo network for all browser tests: started once, loaded through the same commands people use. */
import { rm } from 'node:fs/promises';
import type { TestProject } from 'vitest/node';
import { type DemoNetwork, type Program, startDemo } from './program.ts';
import { makeOpenFolder } from './temporary-folder.ts';

declare module 'vitest' {
  interface ProvidedContext {
    demo: { readonly url: string; readonly network: DemoNetwork };
  }
}

type Started = { readonly program: Program; readonly dataDir: string };
/** Two projects of browser tests use it, each of which loads this module for itself. */
const place = globalThis as typeof globalThis & { tramaDemo?: { started: Promise<Started>; users: number } };

export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  place.tramaDemo ??= { started: start(), users: 0 };
  const shared = place.tramaDemo;
  shared.users++;
  const { program, dataDir } = await shared.started;
  project.provide('demo', { url: program.url, network: program.network });
  return async () => {
    shared.users--;
    if (shared.users > 0) return;
    await program.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
}

async function start(): Promise<Started> {
  const dataDir = await makeOpenFolder();
  return { dataDir, program: await startDemo(dataDir) };
}
