/** Short versions of the kill loops; each has rounds with the negative control, which must lose something. */
import { expect, test } from 'vitest';
import { killApp, killPostgres } from './kills.ts';
import { shortRuns } from './short.ts';

const run = await shortRuns();

test('seen is saved: the app killed in the middle of typing loses no word that was seen or called saved; the control does', async () => {
  const { counts } = await run(killApp, 20_261, 3);
  expect(counts.kills).toBe(2);
  expect(counts.checked).toBeGreaterThan(20);
  expect(counts.lostByControl).toBeGreaterThan(0);
}, 120_000);

test('seen is saved: Postgres killed in the middle of typing loses no word either; the control does', async () => {
  const { counts } = await run(killPostgres, 20_262, 3);
  expect(counts.kills).toBe(2);
  expect(counts.lostByControl).toBeGreaterThan(0);
}, 120_000);
