/** Short version of the soak: that it runs, and that everything arrives and is whole. Seconds say nothing about memory. */
import { expect, test } from 'vitest';
import { shortRuns } from './short.ts';
import { soak } from './soak.ts';

const run = await shortRuns();

test('it stays up: documents with several writers at steady work; everybody sees the same, and everything stored is whole', async () => {
  const { counts } = await run(soak, 20_266, 1);
  expect(counts.edits).toBeGreaterThan(100);
  expect(counts.rows).toBeGreaterThan(50);
}, 120_000);
