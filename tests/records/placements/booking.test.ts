/** D3, D4, D5: home support comes first, and no place is ever given twice. */
import { expect, test } from 'vitest';
import { isExclusionViolation } from '../../../server/db/connect.ts';
import { beginHomeSupport, endHomeSupport } from '../../../server/records/home-supports/commands.ts';
import { readOpenPlacements, readShelter } from '../../../server/records/placements/queries.ts';
import { requestPlacement } from '../../../server/records/placements/request.ts';
import { arrive, cancel, exit, extend } from '../../../server/records/placements/stay.ts';
import { changeStructure } from '../../../server/records/structures/commands.ts';
import { readStructures } from '../../../server/records/structures/queries.ts';
import { HomeSupportId, newId } from '../../../shared/ids.ts';
import type { HomeSupportDraft } from '../../../shared/records/home-supports.ts';
import type { PlacementDraft } from '../../../shared/records/placements.ts';
import { freshDatabase } from '../../support/database.ts';
import { act, join, makeHousehold, makeWorker, motherDraft } from '../../support/households.ts';
import { makeBody, must, worldOn } from '../../support/people.ts';
import { ask, book, dayIn, makeStay, makeStructure, requestDraft, terms } from '../../support/shelter.ts';

const db = await freshDatabase();
const world = worldOn(db);
const operator = await makeWorker(world, 'call_centre');
const household = await makeHousehold(world);
const parish = await makeBody(world, { kind: 'parish', sector: 'third_sector', public: false });

const supportDraft = (given: Partial<HomeSupportDraft> = {}): HomeSupportDraft => ({
  id: newId(HomeSupportId),
  kind: 'volunteer_visits',
  bodyId: parish.id,
  from: dayIn(world, -20),
  note: '',
  ...given,
});
const begin = (given: HomeSupportDraft, by = household.tutor) =>
  act(world, by, (context) => beginHomeSupport(context, { householdId: household.id, ...given }));
const request = (given: PlacementDraft, by = household.tutor) =>
  act(world, by, (context) => requestPlacement(context, { householdId: household.id, ...given }));

test('D3: refused: a place is asked for without a home support that was tried, or an emergency that is stated', async () => {
  const draft = requestDraft(world, household, { emergency: null });
  expect(await request(draft)).toMatchObject({ fields: [{ code: 'home-support-first' }] });
  const planned = await must(begin(supportDraft({ from: dayIn(world, 5) })));
  expect(await request({ ...draft, homeSupportId: planned.id })).toMatchObject({
    fields: [{ code: 'home-support-first' }],
  });
  const elsewhere = newId(HomeSupportId);
  expect(await request({ ...draft, homeSupportId: elsewhere })).toMatchObject({
    fields: [{ code: 'unknown' }],
  });
  expect(await begin(supportDraft({ from: dayIn(world, 400) }))).toMatchObject({
    fields: [{ code: 'too-far' }],
  });
  const mediator = await makeWorker(world, 'mediator');
  await join(world, household, mediator);
  expect(await request(draft, mediator)).toMatchObject({ code: 'not-yours-to-do' });
  expect(await request(draft, operator)).toMatchObject({ code: 'not-available' });
  const row = { household_id: household.id, member_ids: [household.motherId], expected: 0, cause: 'other' };
  const bare = db.sql`insert into placement ${db.sql({
    ...row,
    id: draft.id,
    urgency: 'now',
    wanted_from: dayIn(world, 0),
    concealed: false,
    status: 'requested',
    requested_by: household.tutor.personId,
    requested_on: dayIn(world, 0),
    changed_at: new Date(),
  })}`;
  await expect(bare).rejects.toThrow('placement_tries_home_support_first');
});

test('D3: a support that goes on or ended opens the way; it ends once, with an outcome', async () => {
  const support = await must(begin(supportDraft()));
  const placement = await must(
    request(requestDraft(world, household, { emergency: null, homeSupportId: support.id })),
  );
  expect(placement).toMatchObject({
    status: 'requested',
    homeSupport: { id: support.id },
    steps: ['cancel', 'conceal'],
  });
  const end = (version: number, until = dayIn(world, 0)) =>
    act(world, household.tutor, (context) =>
      endHomeSupport(context, {
        householdId: household.id,
        homeSupportId: support.id,
        until,
        outcome: 'not_enough',
        version,
      }),
    );
  expect(await end(support.version, dayIn(world, -30))).toMatchObject({ fields: [{ code: 'before-start' }] });
  expect(await end(support.version, dayIn(world, 1))).toMatchObject({ fields: [{ code: 'future' }] });
  const ended = await must(end(support.version));
  expect(await end(ended.version)).toMatchObject({ code: 'wrong-state' });
  const { homeSupports } = await must(readShelter(db.orm, household.tutor, household.id, world.now()));
  expect(homeSupports.find(({ id }) => id === support.id)).toMatchObject({ outcome: 'not_enough' });
});

test('D4: refused: days that can’t be, a closed structure, one that doesn’t take them, and whoever books nothing', async () => {
  const child = {
    ...motherDraft,
    name: 'Adam',
    relation: 'child' as const,
    birth: dayIn(world, -5000),
    indexPerson: false,
  };
  const family = await makeHousehold(world, { members: [motherDraft, child] });
  const [mine] = await db.sql<{ ids: PlacementDraft['memberIds'] }[]>`
    select array_agg(id) as ids from member where household_id = ${family.id}`;
  const placement = await ask(world, family, { memberIds: mine?.ids ?? [] });
  expect(placement.persons).toBe(2);
  const structure = await makeStructure(world, operator);
  const young = await makeStructure(world, operator, { childAgeMax: 6 });
  const id = structure.body.id;
  const at = (days: Parameters<typeof book>[4]) => book(world, operator, placement, id, days);
  expect(await at({ from: dayIn(world, -1) })).toMatchObject({ fields: [{ code: 'before-request' }] });
  expect(await at({ until: dayIn(world, 0) })).toMatchObject({ fields: [{ code: 'before-start' }] });
  expect(await at({ until: dayIn(world, 900) })).toMatchObject({
    fields: [{ path: 'until', code: 'too-far' }],
  });
  expect(await at({ reviewOn: dayIn(world, -3) })).toMatchObject({ fields: [{ path: 'reviewOn' }] });
  expect(await book(world, operator, placement, young.body.id)).toMatchObject({
    fields: [{ code: 'not-for-them' }],
  });
  expect(await book(world, family.tutor, placement, id)).toMatchObject({ code: 'not-yours-to-do' });
  const stranger = await makeWorker(world, 'protection');
  expect(await book(world, stranger, placement, id)).toMatchObject({ code: 'not-available' });
  const { version } = structure;
  await must(
    act(world, operator, (context) =>
      changeStructure(context, { structureId: id, version, ...terms({ open: false }) }),
    ),
  );
  expect(await at({})).toMatchObject({ fields: [{ code: 'closed' }] });
});

test('D4: refused: a full structure is place-taken, and says which others are free on those days', async () => {
  const small = await makeStructure(world, operator, { capacity: 2, others: 1 });
  const other = await makeStructure(world, operator, { capacity: 1, name: 'Appartamenti Il Ponte' });
  const [first, second] = [await makeHousehold(world), await makeHousehold(world)];
  await must(book(world, operator, await ask(world, first), small.body.id, { until: null }));
  const asked = await ask(world, second);
  const late = { from: dayIn(world, 300), until: dayIn(world, 310) };
  const full = await book(world, operator, asked, small.body.id, late);
  expect(full).toMatchObject({ code: 'place-taken' });
  expect(!full.ok && full.fields?.map(({ message }) => message)).toContain(other.body.id);
  const { structures } = await must(
    readStructures(db.orm, operator, world.now(), { from: dayIn(world, -1), days: 3 }),
  );
  expect(structures.find(({ body }) => body.id === small.body.id)?.free).toEqual([1, 0, 0]);
  const fewer = act(world, operator, (context) =>
    changeStructure(context, {
      structureId: small.body.id,
      version: small.version,
      ...terms({ capacity: 1, others: 1 }),
    }),
  );
  expect(await fewer).toMatchObject({ fields: [{ code: 'below-taken' }] });
});

test('D4: refused: twenty bookings of the same moment never give more places than there are, round after round', {
  timeout: 120_000,
}, async () => {
  // More than there are connections to the database, so that some wait for one while others hold the row.
  const contenders = 20;
  const tutor = await makeWorker(world, 'tutor');
  const families = await Promise.all(
    Array.from({ length: contenders }, () => makeHousehold(world, { tutor })),
  );
  for (let round = 0; round < 2; round++) {
    const capacity = 3 + round;
    const { body } = await makeStructure(world, operator, { capacity });
    const asked = await Promise.all(families.map((family) => ask(world, family)));
    const answers = await Promise.all(
      asked.map((each, nth) =>
        book(world, operator, each, body.id, {
          from: dayIn(world, nth % 5),
          until: dayIn(world, 20 + (nth % 3)),
        }),
      ),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(capacity);
    expect(answers.filter((answer) => !answer.ok && answer.code === 'place-taken')).toHaveLength(
      contenders - capacity,
    );
    const [{ together } = { together: 0 }] = await db.sql<{ together: number }[]>`
      select sum(persons)::int as together from placement
      where structure_id = ${body.id} and nights @> ${dayIn(world, 10)}::date`;
    expect(together).toBe(capacity);
    const { placements } = await must(readOpenPlacements(db.orm, operator, world.now()));
    const open = placements.filter(({ household: { id } }) => families.some((family) => family.id === id));
    await Promise.all(
      open.map(({ id: placementId, version }) =>
        must(
          act(world, operator, (context) =>
            cancel(context, { placementId, version, reason: 'Finito il giro.' }),
          ),
        ),
      ),
    );
  }
});

test('D4: refused: the database itself refuses a doubled place, whatever wrote it', async () => {
  const { body } = await makeStructure(world, operator, { capacity: 1 });
  const waiting = await Promise.all(
    Array.from({ length: 6 }, async () => (await ask(world, await makeHousehold(world))).id),
  );
  const written = await Promise.allSettled(
    waiting.map(
      (id) => db.sql`update placement set status = 'booked', structure_id = ${body.id},
        starts_on = ${dayIn(world, 3)}, ends_on = ${dayIn(world, 9)} where id = ${id}`,
    ),
  );
  expect(written.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  for (const each of written) {
    if (each.status === 'rejected') expect(isExclusionViolation(each.reason, 'structure_is_full')).toBe(true);
  }
});

test('D4: of two people who book the same request, one wins', async () => {
  const { body } = await makeStructure(world, operator, { capacity: 9 });
  const placement = await ask(world, await makeHousehold(world));
  const answers = await Promise.all([1, 2, 3].map(() => book(world, operator, placement, body.id)));
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(answers.filter((answer) => !answer.ok && answer.code === 'changed-meanwhile')).toHaveLength(2);
});

test('D4: the day of leaving is free again, and a family is in one place at a time', async () => {
  const { body } = await makeStructure(world, operator, { capacity: 1 });
  const [first, second] = [await makeHousehold(world), await makeHousehold(world)];
  const stay = await makeStay(world, operator, first, body.id, { until: dayIn(world, 10) });
  const after = { from: dayIn(world, 10), until: dayIn(world, 12) };
  await must(book(world, operator, await ask(world, second), body.id, after));
  const again = await ask(world, first);
  const overlapping = { from: dayIn(world, 9), until: dayIn(world, 11) };
  const { body: elsewhere } = await makeStructure(world, operator);
  expect(await book(world, operator, again, elsewhere.id, overlapping)).toMatchObject({
    fields: [{ code: 'overlaps' }],
  });
  const longer = act(world, operator, (context) =>
    extend(context, {
      placementId: stay.id,
      version: stay.version,
      id: crypto.randomUUID(),
      until: dayIn(world, 11),
      reason: 'Attesa del contratto.',
    }),
  );
  expect(await longer).toMatchObject({ code: 'place-taken' });
  const leave = (on = dayIn(world, 0)) =>
    act(world, first.tutor, (context) =>
      exit(context, { placementId: stay.id, version: stay.version, on, reason: 'own_home', words: '' }),
    );
  expect(await leave(dayIn(world, -1))).toMatchObject({ fields: [{ code: 'before-start' }] });
  expect(await leave(dayIn(world, 1))).toMatchObject({ fields: [{ code: 'future' }] });
  expect(await must(leave())).toMatchObject({ status: 'ended', exit: { reason: 'own_home' }, steps: [] });
  const early = act(world, operator, (context) =>
    arrive(context, { placementId: again.id, version: again.version, on: dayIn(world, 0), reviewOn: null }),
  );
  expect(await early).toMatchObject({ code: 'wrong-state' });
});
