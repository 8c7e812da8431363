/** A4: who is in care on a day is read from the states by their days. Each step has its reason, a closure its code. */
import { expect, test } from 'vitest';
import { changeStatus } from '../../../server/records/households/change-status.ts';
import {
  inCareBetween,
  inCareOn,
  readStatusChanges,
} from '../../../server/records/status-changes/queries.ts';
import { addDays, type Day } from '../../../shared/dates.ts';
import { type HouseholdStatus, StatusStep } from '../../../shared/records/households.ts';
import { makeInCare, moveTo, today } from '../../support/charge.ts';
import { freshDatabase } from '../../support/database.ts';
import { act, makeHousehold, makeWorker } from '../../support/households.ts';
import { must, worldOn } from '../../support/people.ts';

const db = await freshDatabase();
const world = worldOn(db);

test('C3: refused: a closure without its code, a suspension without a day to look again, codes elsewhere', () => {
  const reason = 'Deciso in équipe.';
  const wrong = [
    { status: 'closed', reason },
    { status: 'suspended', reason },
    { status: 'enrolled', reason, closure: 'moved' },
    { status: 'closed', reason, closure: 'moved', reviewOn: today },
    { status: 'closed', reason, closure: 'tired' },
  ];
  for (const step of wrong) expect(StatusStep.safeParse(step).success).toBe(false);
  expect(StatusStep.safeParse({ status: 'closed', reason, closure: 'deceased' }).success).toBe(true);
});

test('C3: refused: a suspension looked at again on a day that is over; a code where nothing closes', async () => {
  const household = await makeInCare(world);
  const step = (given: { status: HouseholdStatus; reviewOn?: Day; closure?: 'moved' }) =>
    act(world, household.tutor, (context) =>
      changeStatus(context, { householdId: household.id, reason: 'Assente.', ...given }),
    );
  expect(await step({ status: 'suspended', reviewOn: today })).toMatchObject({
    fields: [{ path: 'reviewOn', code: 'past' }],
  });
  expect(await step({ status: 'suspended', closure: 'moved' })).toMatchObject({
    fields: [{ path: 'closure' }],
  });
});

test('C3: refused: of two who close at once the second; a coordinator doesn’t learn of the states', async () => {
  const household = await makeInCare(world);
  const outcomes = await Promise.all([
    moveTo(world, household, 'closed', 'moved'),
    moveTo(world, household, 'closed', 'withdrew'),
  ]);
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  const coordinator = await makeWorker(world, 'coordinator');
  expect(await readStatusChanges(db.orm, coordinator, household.id)).toMatchObject({ code: 'not-available' });
});

test('A4: refused: a family in screening or closed, among those in care; a suspended one counts', async () => {
  const households = await Promise.all([makeHousehold(world), makeInCare(world), makeInCare(world)]);
  const [screening, suspended, closed] = households;
  await must(moveTo(world, suspended, 'suspended'));
  await must(moveTo(world, closed, 'closed', 'age_limit'));
  const inCare = new Set(await inCareOn(db.orm, today));
  expect([screening, suspended, closed].map(({ id }) => inCare.has(id))).toEqual([false, true, false]);
});

test('A4: who was in care on a day, and in a period, is told by the days', async () => {
  const day = (days: number): Day => addDays(today, days);
  let now = new Date();
  const moving = { ...world, now: () => now };
  const goTo = (days: number) => {
    now = new Date(Date.parse(`${day(days)}T10:00:00Z`));
  };
  goTo(-50);
  const household = await makeHousehold(moving);
  goTo(-40);
  await must(moveTo(moving, household, 'enrolled'));
  goTo(-20);
  await must(moveTo(moving, household, 'closed', 'untraceable'));
  goTo(-5);
  await must(moveTo(moving, household, 'enrolled'));
  const wasOn = async (days: number) => (await inCareOn(db.orm, day(days))).includes(household.id);
  expect([await wasOn(-41), await wasOn(-40), await wasOn(-20), await wasOn(-6), await wasOn(0)]).toEqual([
    false,
    true,
    false,
    false,
    true,
  ]);
  const during = async (from: number, to: number) =>
    (await inCareBetween(db.orm, day(from), day(to))).includes(household.id);
  expect([
    await during(-60, -41),
    await during(-30, -25),
    await during(-19, -6),
    await during(-19, 0),
  ]).toEqual([false, true, false, true]);
  const { changes } = await must(readStatusChanges(db.orm, household.tutor, household.id));
  expect(changes.map(({ on, to, closure }) => [on, to, closure])).toEqual([
    [day(-5), 'enrolled', null],
    [day(-20), 'closed', 'untraceable'],
    [day(-40), 'enrolled', null],
    [day(-50), 'screening', null],
  ]);
});
