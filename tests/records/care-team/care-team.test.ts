/** B4: dated membership in the role of one's function; zones opened by name end with it. */
import { expect, test } from 'vitest';
import { isExclusionViolation } from '../../../server/db/connect.ts';
import { addToTeam, endMembership } from '../../../server/records/care-team/commands.ts';
import { loadRelation } from '../../../server/records/care-team/relation.ts';
import { readHousehold } from '../../../server/records/households/page.ts';
import { closeZone, openZone } from '../../../server/records/zones/commands.ts';
import type { Actor } from '../../../shared/access.ts';
import { freshDatabase } from '../../support/database.ts';
import {
  act,
  giveLead,
  join,
  type MadeHousehold,
  makeFamilyAccount,
  makeHousehold,
  makeService,
  makeWorker,
} from '../../support/households.ts';
import { must, worldOn } from '../../support/people.ts';

const db = await freshDatabase();
const world = worldOn(db);

const add = (household: MadeHousehold, by: Actor, person: Actor) =>
  act(world, by, (context) =>
    addToTeam(context, { householdId: household.id, personId: person.personId, reason: null }),
  );

const memberships = async (household: MadeHousehold) =>
  (await must(readHousehold(db.orm, household.tutor, household.id))).careTeam;

const end = async (household: MadeHousehold, by: Actor, person: Actor) => {
  const found = (await memberships(household)).find((member) => member.person.id === person.personId);
  const membershipId = found ? found.id : expect.fail('not in the team');
  return act(world, by, (context) =>
    endMembership(context, { householdId: household.id, membershipId, reason: 'Ha cambiato servizio.' }),
  );
};

test('B4: refused: whoever is neither tutor nor regia changes the team', async () => {
  const household = await makeHousehold(world);
  const { worker } = await makeService(world);
  await join(world, household, worker);
  expect(await add(household, worker, await makeWorker(world, 'mediator'))).toEqual({
    ok: false,
    code: 'not-yours-to-do',
  });
});

test.each(['family', 'desk', 'call_centre', 'coordinator', 'auditor', 'admin'] as const)(
  'B4: refused: %s joins a team',
  async (function_) => {
    const household = await makeHousehold(world);
    const person =
      function_ === 'family' ? await makeFamilyAccount(world, household) : await makeWorker(world, function_);
    expect(await add(household, household.tutor, person)).toMatchObject({
      fields: [{ code: 'cannot-join' }],
    });
  },
);

test('B4: a member joins in the role of their function, once, and leaves dated', async () => {
  const household = await makeHousehold(world);
  const mediator = await makeWorker(world, 'mediator');
  const [first, second] = [
    await must(add(household, household.tutor, mediator)),
    await must(add(household, household.tutor, mediator)),
  ];
  expect(first).toEqual(second);
  expect(first.role).toBe('mediator');
  await must(end(household, household.tutor, mediator));
  expect(
    (await memberships(household)).find(({ person }) => person.id === mediator.personId)?.to,
  ).not.toBeNull();
  expect(await readHousehold(db.orm, mediator, household.id)).toMatchObject({ code: 'not-available' });
  expect(await end(household, household.tutor, mediator)).toEqual({ ok: false, code: 'wrong-state' });
});

test('B4: the tutor and the named person of the regia leave by a handover only', async () => {
  const household = await makeHousehold(world);
  const lead = await makeService(world);
  await giveLead(world, household, lead);
  expect(await end(household, household.tutor, lead.worker)).toEqual({ ok: false, code: 'wrong-state' });
  expect(await end(household, lead.worker, household.tutor)).toEqual({ ok: false, code: 'wrong-state' });
});

test('B4: refused: the same person in the team twice on the same days, by the database itself', async () => {
  const household = await makeHousehold(world);
  const mediator = await makeWorker(world, 'mediator');
  await join(world, household, mediator);
  const again = db.sql`
    insert into team_membership (id, household_id, person_id, role, since, until)
    values (gen_random_uuid(), ${household.id}, ${mediator.personId}, 'mediator', '2020-01-01', '2099-01-01')`;
  expect(isExclusionViolation(await again.catch((error: unknown) => error))).toBe(true);
});

test('X8: a zone is opened by who writes in it, to people of the team, and closes with the membership', async () => {
  const household = await makeHousehold(world);
  const [nurse, mediator, stranger] = [
    await makeWorker(world, 'health'),
    await makeWorker(world, 'mediator'),
    await makeWorker(world, 'mediator'),
  ];
  await join(world, household, nurse);
  await join(world, household, mediator);
  const zone = { householdId: household.id, zone: 'health-notes' as const };
  const open = (by: Actor, to: Actor) =>
    act(world, by, (context) =>
      openZone(context, { ...zone, personId: to.personId, reason: 'Traduce la visita.' }),
    );
  const namedFor = async () => (await loadRelation(db.orm, mediator, household.id))?.namedFor;

  expect(await open(household.tutor, mediator)).toEqual({ ok: false, code: 'not-yours-to-do' });
  expect(await open(stranger, mediator)).toEqual({ ok: false, code: 'not-available' });
  expect(await open(nurse, stranger)).toMatchObject({ fields: [{ code: 'not-in-team' }] });
  await must(open(nurse, mediator));
  await must(open(nurse, mediator));
  expect(await namedFor()).toEqual(['health-notes']);
  await must(act(world, nurse, (context) => closeZone(context, { ...zone, personId: mediator.personId })));
  expect(await namedFor()).toEqual([]);
  await must(open(nurse, mediator));
  await must(end(household, household.tutor, mediator));
  expect(await namedFor()).toEqual([]);
});

test('X8: the regia writes protection notes only when it is named for them', async () => {
  const household = await makeHousehold(world);
  const lead = await makeService(world);
  await giveLead(world, household, lead);
  const protection = await makeWorker(world, 'protection');
  await join(world, household, protection);
  const kinds = async () =>
    (await must(readHousehold(db.orm, lead.worker, household.id))).documents.map(({ kind }) => kind);
  expect(await kinds()).not.toContain('protection-notes');
  await must(
    act(world, protection, (context) =>
      openZone(context, {
        householdId: household.id,
        zone: 'protection-notes',
        personId: lead.worker.personId,
        reason: 'Rischio rivisto insieme.',
      }),
    ),
  );
  expect(await kinds()).toContain('protection-notes');
});
