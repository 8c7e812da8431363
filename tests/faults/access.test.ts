/** Short version of losing access at random moments. */
import { expect, test } from 'vitest';
import { access } from './access.ts';
import { shortRuns } from './short.ts';

const run = await shortRuns();

test('losing access takes effect: at random moments, in every way; nothing typed afterwards arrives, and the socket closes', async () => {
  const { counts } = await run(access, 20_265, 5);
  expect(counts.losses).toBe(5);
}, 120_000);
