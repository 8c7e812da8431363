/** D6: stays are reviewed, extended and ended; who comes back, and who lives in structures, is seen. */
import { expect, test } from 'vitest';
import type { World } from '../../../server/command.ts';
import { readOpenPlacements, readShelter } from '../../../server/records/placements/queries.ts';
import { setChronicityRule } from '../../../server/records/placements/request.ts';
import { askForStayReviews } from '../../../server/records/placements/review-tasks.ts';
import { exit, extend, review } from '../../../server/records/placements/stay.ts';
import { addDays, Day } from '../../../shared/dates.ts';
import { chronicityOf } from '../../../shared/records/placements.ts';
import { freshDatabase } from '../../support/database.ts';
import { act, giveLead, makeHousehold, makeService, makeWorker } from '../../support/households.ts';
import { must, worldOn } from '../../support/people.ts';
import { dayIn, makeStay, makeStructure } from '../../support/shelter.ts';

const db = await freshDatabase();
const world = worldOn(db);
const operator = await makeWorker(world, 'call_centre');
const daysAgo = (days: number): World => ({ ...world, now: () => new Date(Date.now() - days * 86_400_000) });
const { body } = await makeStructure(world, operator, { capacity: 40 });

const tasksOf = (householdId: string) =>
  db.sql`select owner_id, source from task where household_id = ${householdId}`;

test('D6: a review that is due makes one task for the regia, whatever many nodes look', async () => {
  const past = daysAgo(40);
  const household = await makeHousehold(past);
  const service = await makeService(past);
  await giveLead(past, household, service);
  const stay = await makeStay(past, operator, household, body.id, {
    until: dayIn(world, 30),
    reviewOn: dayIn(world, 0),
  });
  expect(await askForStayReviews(daysAgo(1))).toBe(0);
  await Promise.all([1, 2, 3, 4].map(() => askForStayReviews(world)));
  await askForStayReviews(world);
  expect(await tasksOf(household.id)).toEqual([
    { owner_id: service.worker.personId, source: { kind: 'stay-review', placementId: stay.id } },
  ]);
  const { placements } = await must(readOpenPlacements(db.orm, operator, world.now()));
  expect(placements.find(({ id }) => id === stay.id)).toMatchObject({ reviewDue: true });

  const id = crypto.randomUUID();
  const reviewed = (given: Partial<Parameters<typeof review>[1]> = {}) =>
    act(world, service.worker, (context) =>
      review(context, {
        placementId: stay.id,
        version: stay.version,
        id,
        on: dayIn(world, 0),
        note: 'Sta meglio.',
        next: dayIn(world, 15),
        ...given,
      }),
    );
  expect(await reviewed({ on: dayIn(world, 1) })).toMatchObject({ fields: [{ code: 'future' }] });
  expect(await reviewed({ on: dayIn(world, -41) })).toMatchObject({ fields: [{ code: 'before-start' }] });
  expect(await reviewed({ next: dayIn(world, 0) })).toMatchObject({ fields: [{ path: 'next' }] });
  const done = await must(reviewed());
  expect(done).toMatchObject({ reviewDue: false, reviewOn: dayIn(world, 15), reviews: [{ id }] });
  expect(await askForStayReviews(world)).toBe(0);
});

test('D6: refused: a stay is not extended backwards, and nobody outside lengthens or ends it', async () => {
  const household = await makeHousehold(world);
  const stay = await makeStay(world, operator, household, body.id, { until: dayIn(world, 10) });
  const longer = (by: typeof operator, until: Day) =>
    act(world, by, (context) =>
      extend(context, {
        placementId: stay.id,
        version: stay.version,
        id: crypto.randomUUID(),
        until,
        reason: 'In attesa della casa.',
      }),
    );
  expect(await longer(household.tutor, dayIn(world, 5))).toMatchObject({ fields: [{ code: 'not-later' }] });
  expect(await longer(await makeWorker(world, 'social'), dayIn(world, 20))).toMatchObject({
    code: 'not-available',
  });
  expect(await must(longer(household.tutor, dayIn(world, 20)))).toMatchObject({
    until: dayIn(world, 20),
    extensions: [{ until: dayIn(world, 20), reason: 'In attesa della casa.' }],
  });
});

test('D6: who comes back is marked, and the third entry alerts the regia and the call centre, nobody else', async () => {
  const past = daysAgo(300);
  const household = await makeHousehold(past);
  const service = await makeService(past);
  await giveLead(past, household, service);
  for (const ago of [200, 100]) {
    const then = daysAgo(ago);
    const stay = await makeStay(then, operator, household, body.id, { until: dayIn(then, 30) });
    const leaving = { placementId: stay.id, version: stay.version, on: dayIn(world, 10 - ago) };
    await must(
      act(daysAgo(ago - 20), operator, (context) =>
        exit(context, { ...leaving, reason: 'relatives_or_friends', words: 'Dalla zia.' }),
      ),
    );
  }
  const before = await must(readShelter(db.orm, service.worker, household.id, world.now()));
  expect(before.chronicity).toMatchObject({ nights: 20, entries: 2, alert: false });
  const third = await makeStay(world, operator, household, body.id);
  expect(third).toMatchObject({ reEntry: true, chronicity: { entries: 3, alert: true } });
  const ofTutor = await must(readShelter(db.orm, household.tutor, household.id, world.now()));
  expect([ofTutor.chronicity, ofTutor.placements[0]?.chronicity]).toEqual([null, null]);
  expect(ofTutor.placements.map(({ reEntry }) => reEntry)).toEqual([true, true, false]);
  const coordinator = await makeWorker(world, 'coordinator');
  await must(act(world, coordinator, (context) => setChronicityRule(context, { nights: 365, entries: 5 })));
  const later = await must(readShelter(db.orm, service.worker, household.id, world.now()));
  expect(later.chronicity).toMatchObject({ alert: false, rule: { entries: 5 } });
});

test('D6: nights count within the last 24 months, up to today, and a structure may have a limit of its own', () => {
  const today = Day.parse('2026-11-21');
  const rule = { nights: 365, entries: 3 };
  const stay = (from: number, until: number | null, alertNights: number | null = null) => ({
    from: addDays(today, from),
    until: until === null ? null : addDays(today, until),
    alertNights,
  });
  expect(chronicityOf([stay(-1000, -800)], rule, today)).toMatchObject({
    nights: 0,
    entries: 0,
    alert: false,
  });
  expect(chronicityOf([stay(-1000, -366)], rule, today)).toMatchObject({ nights: 364, alert: false });
  expect(chronicityOf([stay(-1000, -365)], rule, today)).toMatchObject({ nights: 365, alert: true });
  expect(chronicityOf([stay(-180, null, 180)], rule, today)).toMatchObject({
    tooLongHere: true,
    alert: true,
  });
  expect(chronicityOf([stay(-180, -1, 180)], rule, today)).toMatchObject({
    tooLongHere: false,
    alert: false,
  });
});
