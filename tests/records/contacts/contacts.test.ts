/** A7: contacts with the family, and the one task that a silence makes. */
import { expect, test } from 'vitest';
import {
  changeInterval,
  changeNetworkInterval,
  recordContact,
} from '../../../server/records/contacts/commands.ts';
import { raiseDropOutSignals } from '../../../server/records/contacts/drop-out.ts';
import { networkInterval, readContacts } from '../../../server/records/contacts/queries.ts';
import { changeStatus } from '../../../server/records/households/commands.ts';
import { recordPregnancy } from '../../../server/records/households/pregnancy.ts';
import { readHouseholdTasks } from '../../../server/records/tasks/queries.ts';
import type { Actor } from '../../../shared/access.ts';
import { addDays, dayOf } from '../../../shared/dates.ts';
import { ContactId, newId } from '../../../shared/ids.ts';
import type { ContactDraft } from '../../../shared/records/contacts.ts';
import type { HouseholdStatus } from '../../../shared/records/households.ts';
import { freshDatabase } from '../../support/database.ts';
import { act, join, type MadeHousehold, makeHousehold, makeWorker } from '../../support/households.ts';
import { must, worldOn } from '../../support/people.ts';

const db = await freshDatabase();
const world = worldOn(db);
const today = dayOf(world.now());
const later = (days: number) => ({ ...world, now: () => new Date(Date.now() + days * 86_400_000) });

const record = (
  of: MadeHousehold,
  given: Partial<ContactDraft> = {},
  { by = of.tutor, days = 0 }: { by?: Actor; days?: number } = {},
) =>
  act(later(days), by, (context) =>
    recordContact(context, {
      householdId: of.id,
      id: newId(ContactId),
      on: addDays(today, days),
      channel: 'phone',
      reached: true,
      note: '',
      ...given,
    }),
  );
const move = (of: MadeHousehold, status: HouseholdStatus) =>
  must(
    act(world, of.tutor, (context) =>
      changeStatus(context, { householdId: of.id, status, reason: 'così è deciso' }),
    ),
  );
const tasksOf = async (of: MadeHousehold) =>
  (await must(readHouseholdTasks(db.orm, of.tutor, of.id, world.now()))).tasks;

test('A7: refused: a contact told by a stranger, or of a day to come', async () => {
  const household = await makeHousehold(world);
  const stranger = await makeWorker(world, 'mediator');
  expect(await record(household, {}, { by: stranger })).toEqual({ ok: false, code: 'not-available' });
  expect(await record(household, { on: addDays(today, 1) })).toMatchObject({
    fields: [{ path: 'on', code: 'future' }],
  });
});

test('A7: refused: a signal in the first days, where work is suspended or closed, or after a loss', async () => {
  const [young, suspended, closed, lost] = [
    await makeHousehold(world),
    await makeHousehold(world),
    await makeHousehold(world),
    await makeHousehold(world),
  ];
  await move(suspended, 'enrolled');
  await move(suspended, 'suspended');
  await move(closed, 'closed');
  await raiseDropOutSignals(later(29));
  expect(await tasksOf(young)).toEqual([]);
  await must(
    act(later(20), lost.tutor, (context) =>
      recordPregnancy(context, {
        householdId: lost.id,
        memberId: lost.motherId,
        pregnancy: {
          lmp: null,
          dueDate: addDays(today, 90),
          ended: { on: addDays(today, 20), outcome: 'loss' },
        },
        child: null,
      }),
    ),
  );
  await raiseDropOutSignals(later(49));
  for (const household of [suspended, closed, lost]) expect(await tasksOf(household)).toEqual([]);
  await raiseDropOutSignals(later(50));
  expect(await tasksOf(lost)).toHaveLength(1);
});

test('A7: a silence makes one task, for the mediator; one who isn’t reached doesn’t end it, one who is does', async () => {
  const household = await makeHousehold(world);
  const mediator = await makeWorker(world, 'mediator');
  await join(world, household, mediator);
  await must(record(household, {}, { days: 5, by: mediator }));
  await raiseDropOutSignals(later(34));
  expect(await tasksOf(household)).toEqual([]);
  await Promise.all([raiseDropOutSignals(later(35)), raiseDropOutSignals(later(35))]);
  await raiseDropOutSignals(later(36));
  const [task, ...more] = await tasksOf(household);
  expect(more).toEqual([]);
  expect(task).toMatchObject({
    owner: { id: mediator.personId },
    source: { kind: 'drop-out' },
    status: 'assigned',
  });
  const tried = await must(record(household, { reached: false }, { days: 37, by: mediator }));
  expect(tried.signal).toMatchObject({ taskId: task?.id, silentSince: addDays(today, 5) });
  const reached = await must(record(household, {}, { days: 38, by: mediator }));
  expect(reached).toMatchObject({ signal: null, lastReached: addDays(today, 38) });
  expect((await tasksOf(household))[0]).toMatchObject({ status: 'done' });
  await raiseDropOutSignals(later(68));
  expect(await tasksOf(household)).toHaveLength(2);
});

test('A7: the interval is data: a household’s own, or the network’s; without a mediator it is the tutor’s', async () => {
  const household = await makeHousehold(world);
  expect((await must(readContacts(db.orm, household.tutor, household.id))).days).toBe(30);
  const changed = await must(
    act(world, household.tutor, (context) =>
      changeInterval(context, { householdId: household.id, days: 10 }),
    ),
  );
  expect(changed).toMatchObject({ days: 10, ownDays: 10 });
  await raiseDropOutSignals(later(10));
  expect((await tasksOf(household))[0]).toMatchObject({ owner: { id: household.tutor.personId } });
  const usual = await must(
    act(world, household.tutor, (context) =>
      changeInterval(context, { householdId: household.id, days: null }),
    ),
  );
  expect(usual).toMatchObject({ days: 30, ownDays: null });
});

test('A7: the network’s interval is set once for every household that has none of its own', async () => {
  const [common, own] = [await makeHousehold(world), await makeHousehold(world)];
  const coordinator = await makeWorker(world, 'coordinator');
  await must(act(world, own.tutor, (context) => changeInterval(context, { householdId: own.id, days: 90 })));
  const { days } = await networkInterval(db.orm);
  const set = (to: number) =>
    must(act(world, coordinator, (context) => changeNetworkInterval(context, { days: to })));
  await set(21);
  expect(await networkInterval(db.orm)).toEqual({ days: 21 });
  expect(await must(readContacts(db.orm, common.tutor, common.id))).toMatchObject({
    days: 21,
    ownDays: null,
  });
  expect(await must(readContacts(db.orm, own.tutor, own.id))).toMatchObject({ days: 90, ownDays: 90 });
  await set(days);
});
