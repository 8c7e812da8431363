/** One demo network for all browser tests: started once, loaded through the same commands people use. */
import { rm } from 'node:fs/promises';
import type { TestProject } from 'vitest/node';
import { type DemoNetwork, type Program, startDemo } from './program.ts';
import { copyFolder, makeOpenFolder } from './temporary-folder.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** `asLoaded`: the data folder as it was before any test, for whoever needs a program of their own. */
    demo: { readonly url: string; readonly network: DemoNetwork; readonly asLoaded: string };
  }
}

type Started = { readonly program: Program; readonly dataDir: string; readonly asLoaded: string };
/** Two projects of browser tests use it, each of which loads this module for itself. */
const place = globalThis as typeof globalThis & { tramaDemo?: { started: Promise<Started>; users: number } };

export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  place.tramaDemo ??= { started: start(), users: 0 };
  const shared = place.tramaDemo;
  shared.users++;
  const { program, dataDir, asLoaded } = await shared.started;
  project.provide('demo', { url: program.url, network: program.network, asLoaded });
  return async () => {
    shared.users--;
    if (shared.users > 0) return;
    await program.stop();
    for (const folder of [dataDir, asLoaded]) await rm(folder, { recursive: true, force: true });
  };
}

async function start(): Promise<Started> {
  const dataDir = await makeOpenFolder();
  const asLoaded = await makeOpenFolder();
  // Loading takes most of a minute; starting what was loaded takes seconds.
  const program = await startDemo(dataDir);
  await program.stop();
  await copyFolder(dataDir, asLoaded);
  await program.restart();
  return { dataDir, asLoaded, program };
}
