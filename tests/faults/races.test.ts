/** Short version of the racing commands. */
import { expect, test } from 'vitest';
import { races } from './races.ts';
import { shortRuns } from './short.ts';

const run = await shortRuns();

test('records with authority are exact: of proposals, answers and accepted invitations at the same moment, one wins', async () => {
  const { counts } = await run(races, 20_264, 1);
  expect(counts).toMatchObject({ proposals: 5, answers: 5, invitations: 5 });
}, 120_000);
