/** One demo network for all browser tests: started once, loaded through the same commands people use. */
import { rm } from 'node:fs/promises';
import type { TestProject } from 'vitest/node';
import { type DemoNetwork, startDemo } from './program.ts';
import { makeOpenFolder } from './temporary-folder.ts';

declare module 'vitest' {
  interface ProvidedContext {
    demo: { readonly url: string; readonly network: DemoNetwork };
  }
}

export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = await makeOpenFolder();
  const program = await startDemo(dataDir);
  project.provide('demo', { url: program.url, network: program.network });
  return async () => {
    await program.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
}
