/** Short version of the partition histories, and the seeds that once found something. */
import { expect, test } from 'vitest';
import { createRandom } from '../support/faults-random.ts';
import { histories, historiesOnForgetfulLog } from './histories.ts';
import { findingsOf, newSummary, runProof, type Stage } from './proof.ts';

const nowhere = async (): Promise<never> => {
  throw new Error('histories need no database and no folder');
};
const stage: Stage = { size: 'short', minutes: undefined, database: nowhere, folder: nowhere };

test('replicas agree: three nodes, eight pages, a bad bus, broken sockets and crashes; five seconds later all are equal', async () => {
  const summary = await runProof(histories, {
    stage,
    summary: newSummary(histories, 20_261_121),
    rounds: 30,
  });
  expect(findingsOf(histories, summary)).toEqual([]);
  expect(summary.counts.crashes).toBeGreaterThan(2);
}, 120_000);

test('the same histories find out a log that answers for what it does not store', async () => {
  const control = historiesOnForgetfulLog;
  const summary = await runProof(control, { stage, summary: newSummary(control, 1), rounds: 2 });
  expect(findingsOf(control, summary).join()).toContain("isn't stored");
}, 60_000);

const found: readonly (readonly [what: string, seed: number, round: number])[] = [
  ['a page that came to a node that was behind was refused', 1, 2],
  ['whoever was asked again missed what others wrote meanwhile', 3, 8],
  ['whoever was asked again waited for structs that never came', 3, 27],
  ['a mark that the server had tidied away by itself was taken away, acked and not stored', 20_261_122, 43],
  ['whoever was asked again missed words, once more', 20_261_122, 165],
  ['a reload forgot what was owed to a page that was asked again', 4, 146],
];

test.each(found)(
  'regression: %s (seed %i, round %i)',
  async (_what, seed, index) => {
    const open = await histories.open(stage);
    expect((await open.round(createRandom(seed).fork(index), index)).findings).toEqual([]);
  },
  60_000,
);
