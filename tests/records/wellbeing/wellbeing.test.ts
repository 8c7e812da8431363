/** C12: wellbeing of person, family and network, before and after. */
import { expect, test } from 'vitest';
import { recordWellbeing } from '../../../server/records/wellbeing/commands.ts';
import { correctWellbeing, withdrawWellbeing } from '../../../server/records/wellbeing/correct.ts';
import { readWellbeing } from '../../../server/records/wellbeing/queries.ts';
import { addDays, dayOf } from '../../../shared/dates.ts';
import { newId, WellbeingId } from '../../../shared/ids.ts';
import {
  compareWellbeing,
  type Wellbeing,
  type WellbeingDraft,
  type WellbeingFacts,
} from '../../../shared/records/wellbeing.ts';
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

const factsOf = ({ on, moment, person, family, network, note }: Wellbeing): WellbeingFacts => ({
  ...{ on, moment, person, family, network, note },
});
const reason = 'Era la scheda di un’altra.';

test('C12: refused: correcting or withdrawing by the family or a stranger, of an old version, of what is withdrawn, and a second beginning', async () => {
  const own = await makeHousehold(world);
  const at = { householdId: own.id, reason };
  const made = (given: Partial<WellbeingDraft>) =>
    must(
      act(world, own.tutor, (context) =>
        recordWellbeing(context, {
          ...{ householdId: own.id, id: newId(WellbeingId), on: today, note: '' },
          ...{ moment: 'during', person: 2, family: 2, network: 2, ...given },
        }),
      ),
    );
  const [first, second] = [await made({ moment: 'before' }), await made({})];
  const correct = (
    of: Wellbeing,
    given: Partial<WellbeingFacts> = {},
    { by = own.tutor, version = of.version, householdId = own.id } = {},
  ) =>
    act(world, by, (context) =>
      correctWellbeing(context, {
        ...{ ...at, householdId, wellbeingId: of.id, version, ...factsOf(of), ...given },
      }),
    );
  const withdraw = (of: Wellbeing, by = own.tutor, version = of.version) =>
    act(world, by, (context) => withdrawWellbeing(context, { ...at, wellbeingId: of.id, version }));
  const family = await makeFamilyAccount(world, own);
  for (const outcome of [await correct(second, {}, { by: family }), await withdraw(second, family)]) {
    expect(outcome).toMatchObject({ code: 'not-yours-to-do' });
  }
  expect(await withdraw(second, household.tutor)).toMatchObject({ code: 'not-available' });
  expect(await correct(second, {}, { by: household.tutor, householdId: household.id })).toMatchObject({
    code: 'not-available',
  });
  expect(await correct(second, {}, { version: 7 })).toMatchObject({ code: 'changed-meanwhile' });
  expect(await correct(second, { on: addDays(today, 1) })).toMatchObject({ fields: [{ path: 'on' }] });
  expect(await correct(second, { moment: 'before' })).toMatchObject({ code: 'already-exists' });

  const gone = await must(withdraw(first));
  expect(await withdraw(gone)).toMatchObject({ code: 'wrong-state' });
  expect(await correct(gone)).toMatchObject({ code: 'wrong-state' });
  const { wellbeing, withdrawn } = await must(readWellbeing(db.orm, own.tutor, own.id));
  expect(wellbeing).toEqual([second]);
  expect(withdrawn).toMatchObject([{ id: first.id, withdrawn: { reason, by: { id: own.tutor.personId } } }]);
  // A beginning that was withdrawn leaves room for the true one, once.
  const both = await Promise.all([
    correct(second, { moment: 'before' }),
    correct(second, { moment: 'before' }),
  ]);
  expect(both.map((outcome) => (outcome.ok ? 'done' : outcome.code)).sort()).toEqual([
    'changed-meanwhile',
    'done',
  ]);
});

test('C12: an entry is corrected with a reason, and what it said stays readable with who and when', async () => {
  const { wellbeing } = await must(readWellbeing(db.orm, household.tutor, household.id));
  const before = wellbeing.at(-1) ?? expect.fail('there is one');
  const after = await must(
    act(world, household.tutor, (context) =>
      correctWellbeing(context, {
        ...{ householdId: household.id, wellbeingId: before.id, version: before.version, reason },
        ...{ ...factsOf(before), person: 5, note: 'Rilette con lei.' },
      }),
    ),
  );
  expect(after).toMatchObject({ person: 5, note: 'Rilette con lei.', version: before.version + 1 });
  expect(after.corrections).toMatchObject([
    { was: factsOf(before), reason, by: { id: household.tutor.personId }, at: expect.any(String) },
  ]);
  const [seen] = await db.sql`
    select kind, actor_id from activity where kind = 'wellbeing.corrected' and household_id = ${household.id}`;
  expect(seen).toMatchObject({ actor_id: household.tutor.personId });
});
