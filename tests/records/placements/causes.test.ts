/** D5: why a family needs a place is one of the network's coded causes, or it isn't taken. */
import { expect, test } from 'vitest';
import { readShelter } from '../../../server/records/placements/queries.ts';
import { PlacementCause, PlacementDraft } from '../../../shared/records/placements.ts';
import { freshDatabase } from '../../support/database.ts';
import { makeHousehold } from '../../support/households.ts';
import { must, worldOn } from '../../support/people.ts';
import { ask, requestDraft } from '../../support/shelter.ts';

const db = await freshDatabase();
const world = worldOn(db);

test('D5: refused: a cause that isn’t in the list, by the contract and by the database', async () => {
  const household = await makeHousehold(world);
  const draft = { ...requestDraft(world, household), cause: 'poverty' };
  expect(PlacementDraft.safeParse(draft).error?.issues[0]?.path).toEqual(['cause']);
  const { id } = await ask(world, household, {});
  await expect(db.sql`update placement set cause = 'poverty' where id = ${id}`).rejects.toThrow(/cause/);
});

test.each(PlacementCause.options)('D5: %s is kept as it was coded', async (cause) => {
  const household = await makeHousehold(world);
  const { id } = await ask(world, household, { cause });
  const { placements } = await must(readShelter(db.orm, household.tutor, household.id, world.now()));
  expect(placements.find((placement) => placement.id === id)).toMatchObject({ cause });
});
