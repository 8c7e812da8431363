/** When commits are spaced apart. */
import { expect, test } from 'vitest';
import { createPace } from '../../server/sync/pace.ts';

test('with time to spare an edit waits for nothing', () => {
  const pace = createPace(() => 0.5);
  pace.began();
  expect(pace.waitMs()).toBeLessThanOrEqual(0);
  expect(pace.isBusy()).toBe(false);
});

test('a process that is always at work spaces its commits apart, by forty milliseconds at most', async () => {
  const pace = createPace(() => 1);
  await expect
    .poll(
      () => {
        pace.began();
        return pace.waitMs();
      },
      { interval: 20 },
    )
    .toBeGreaterThan(35);
  pace.began();
  expect(pace.waitMs()).toBeLessThanOrEqual(40);
  expect(pace.isBusy()).toBe(true);
});
