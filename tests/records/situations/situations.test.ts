/** C8, B14: what is known of a family is dated, and counted as it was known on a day. */
import { expect, test } from 'vitest';
import { readSituations, situationsAsOf } from '../../../server/records/situations/queries.ts';
import { addDays } from '../../../shared/dates.ts';
import { moveTo, recordFacts, today } from '../../support/charge.ts';
import { freshDatabase } from '../../support/database.ts';
import { join, makeHousehold, makeWorker } from '../../support/households.ts';
import { must, worldOn } from '../../support/people.ts';

const db = await freshDatabase();
const world = worldOn(db);

test('C8: refused: facts of a day to come, a poverty that began later, a beginning without poverty', async () => {
  const household = await makeHousehold(world);
  const tomorrow = addDays(today, 1);
  expect(await recordFacts(world, household, {}, { on: tomorrow })).toMatchObject({
    fields: [{ path: 'on', code: 'future' }],
  });
  const since = { severePovertySince: tomorrow };
  expect(await recordFacts(world, household, { severePoverty: 'yes', ...since })).toMatchObject({
    fields: [{ path: 'severePovertySince', code: 'future' }],
  });
  expect(await recordFacts(world, household, { severePovertySince: today })).toMatchObject({
    fields: [{ path: 'severePovertySince', code: 'not-in-poverty' }],
  });
});

test('C8: refused: the situation to whoever doesn’t write or see the case, and in a closed household', async () => {
  const household = await makeHousehold(world);
  const [mediator, coordinator] = [
    await makeWorker(world, 'mediator'),
    await makeWorker(world, 'coordinator'),
  ];
  await join(world, household, mediator);
  expect(await recordFacts(world, { ...household, tutor: mediator }, {})).toMatchObject({
    code: 'not-yours-to-do',
  });
  expect(await readSituations(db.orm, coordinator, household.id)).toMatchObject({ code: 'not-available' });
  await must(moveTo(world, household, 'closed', 'moved'));
  expect(await recordFacts(world, household, {})).toMatchObject({ code: 'wrong-state' });
});

test('C8: refused: of ten who write the same day at once, all but one', async () => {
  const household = await makeHousehold(world);
  const outcomes = await Promise.all(
    Array.from({ length: 10 }, () => recordFacts(world, household, { work: 'irregular' })),
  );
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  expect(outcomes.filter((outcome) => !outcome.ok && outcome.code === 'changed-meanwhile')).toHaveLength(9);
});

test('C8: the newest of a day or earlier is the situation as of that day; nothing before the first', async () => {
  const household = await makeHousehold(world);
  const [first, later] = [addDays(today, -100), addDays(today, -10)];
  await must(
    recordFacts(world, household, { severePoverty: 'yes', severePovertySince: first }, { on: first }),
  );
  await must(recordFacts(world, household, { severePoverty: 'no' }, { on: later }));
  await must(
    recordFacts(
      world,
      household,
      { isee: { state: 'known', cents: 481_200, on: first } },
      { on: later, version: 1 },
    ),
  );
  const asOf = async (days: number) =>
    (await situationsAsOf(db.orm, [household.id], addDays(today, days))).get(household.id);
  expect(await asOf(-101)).toBeUndefined();
  expect(await asOf(-11)).toMatchObject({ on: first, severePoverty: 'yes', severePovertySince: first });
  expect(await asOf(0)).toMatchObject({ on: later, isee: { state: 'known', cents: 481_200, on: first } });
  const { situations } = await must(readSituations(db.orm, household.tutor, household.id));
  expect(situations.map(({ on, version }) => [on, version])).toEqual([
    [later, 2],
    [first, 1],
  ]);
});
