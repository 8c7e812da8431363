/** Short version of frame fuzzing. */
import { expect, test } from 'vitest';
import { frames } from './frames.ts';
import { shortRuns } from './short.ts';

const run = await shortRuns();

test('bad bytes harm nobody: fuzzed frames of every kind, and the server goes on, serves honest pages, and stores nothing broken', async () => {
  const { counts } = await run(frames, 20_263, 1);
  expect(counts.framesTaken).toBeGreaterThan(500);
  expect(counts.honestWords).toBeGreaterThan(20);
}, 120_000);
