/** C12: wellbeing of person, family and network, before and after. */
import { expect, test } from 'vitest';
import { recordWellbeing } from '../../../server/records/wellbeing/commands.ts';
import { readWellbeing } from '../../../server/records/wellbeing/queries.ts';
import { addDays, dayOf } from '../../../shared/dates.ts';
import { newId, WellbeingId } from '../../../shared/ids.ts';
import { compareWellbeing, type WellbeingDraft } from '../../../shared/records/wellbeing.ts';
import { freshDatabase } from '../../support/database.ts';
import { act, makeFamilyAccount, makeHousehold } from '../../support/households.ts';
import { must, worldOn } from '../../support/people.ts';

const db = await freshDatabase();
const world = worldOn(db);
const household = await makeHousehold(world);
const today = dayOf(new Date());
const record = (given: Partial<WellbeingDraft>, by = household.tutor) =>
  act(world, by, (context) =>
    recordWellbeing(context, {
      householdId: household.id,
      id: newId(WellbeingId),
      on: today,
      moment: 'before',
      person: 2,
      family: 3,
      network: 1,
      note: '',
      ...given,
    }),
  );

test('C12: refused: the family, a day to come, a second beginning', async () => {
  expect(await record({}, await makeFamilyAccount(world, household))).toMatchObject({
    code: 'not-yours-to-do',
  });
  expect(await record({ on: addDays(today, 1) })).toMatchObject({ fields: [{ path: 'on' }] });
  const both = await Promise.all([record({ on: addDays(today, -90) }), record({ on: addDays(today, -90) })]);
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await record({})).toMatchObject({ code: 'already-exists' });
});

test('C12: the beginning is compared with the newest, aspect by aspect', async () => {
  const draft = { id: newId(WellbeingId), moment: 'after', person: 4, network: 3 } as const;
  expect(await must(record(draft))).toEqual(await must(record(draft)));
  const { wellbeing } = await must(readWellbeing(db.orm, household.tutor, household.id));
  expect(wellbeing).toHaveLength(2);
  expect(compareWellbeing(wellbeing)).toEqual([
    { aspect: 'person', before: 2, now: 4 },
    { aspect: 'family', before: 3, now: 3 },
    { aspect: 'network', before: 1, now: 3 },
  ]);
});
