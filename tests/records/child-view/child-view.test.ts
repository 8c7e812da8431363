/** B15: one child across health, social and education. */
import { expect, test } from 'vitest';
import { readChildren } from '../../../server/records/child-view/queries.ts';
import { scheduleConference } from '../../../server/records/conferences/commands.ts';
import { addMember } from '../../../server/records/households/commands.ts';
import { requestReferral, updateReferral } from '../../../server/records/referrals/commands.ts';
import { assert } from '../../../shared/assert.ts';
import { addDays, dayOf } from '../../../shared/dates.ts';
import { MemberId, newId, ReferralId } from '../../../shared/ids.ts';
import type { ChildView } from '../../../shared/records/child-view.ts';
import { recordFacts, withInfant } from '../../support/charge.ts';
import { freshDatabase } from '../../support/database.ts';
import {
  act,
  conferenceWith,
  join,
  makeFamilyAccount,
  makeGoal,
  makeHousehold,
  makeTask,
  makeWorker,
  motherDraft,
  taskFor,
} from '../../support/households.ts';
import { makeBody, must, worldOn } from '../../support/people.ts';

const db = await freshDatabase();
const world = worldOn(db);
const today = dayOf(world.now());
const household = await makeHousehold(world, {
  members: [{ ...motherDraft, pregnancy: { lmp: null, dueDate: addDays(today, 60), ended: null } }],
});
const health = await makeWorker(world, 'health');
await join(world, household, health);
const body = await makeBody(world);
const child = { ...motherDraft, relation: 'child' as const, indexPerson: false, pregnancy: null };
const [salma, adam] = [newId(MemberId), newId(MemberId)];
for (const [id, name, days] of [
  [salma, 'Salma', -400],
  [adam, 'Adam', -3000],
] as const) {
  const { pregnancy: _, indexPerson: __, ...draft } = child;
  await must(
    act(world, household.tutor, (context) =>
      addMember(context, {
        householdId: household.id,
        ...draft,
        indexPerson: false,
        pregnancy: null,
        id,
        name,
        birth: addDays(today, days),
      }),
    ),
  );
}
const refer = (service: 'paediatrician' | 'nursery', right: 'health' | 'education') =>
  must(
    act(world, household.tutor, (context) =>
      requestReferral(context, {
        householdId: household.id,
        id: newId(ReferralId),
        right,
        service,
        bodyId: body.id,
        memberId: salma,
        goalId: null,
        note: '',
      }),
    ),
  );
const view = async (): Promise<ChildView[]> =>
  (await must(readChildren(db.orm, household.tutor, household.id, world.now()))).children;
const column = (child: ChildView | undefined, sector: string) => {
  const found = child?.columns.find((each) => each.sector === sector);
  assert(found, 'there are three columns');
  return found;
};

test('B15: refused: the child’s view, to the family’s account and to strangers', async () => {
  for (const actor of [await makeFamilyAccount(world, household), await makeWorker(world, 'health')]) {
    expect(await readChildren(db.orm, actor, household.id, world.now())).toEqual({
      ok: false,
      code: 'not-available',
    });
  }
});

test('B15: goals, referrals, tasks, people and what is missing stand by sector, for each child and the pregnancy', async () => {
  const own = await makeGoal(world, household, {
    right: 'education',
    beneficiaryId: salma,
    title: 'Al nido',
  });
  await makeGoal(world, household, { right: 'health', title: 'Bilanci di salute' });
  await makeGoal(world, household, { right: 'home' });
  await makeTask(world, household, taskFor(household.tutor, { goalId: own.id }));
  const [doctor] = [await refer('paediatrician', 'health'), await refer('nursery', 'education')];
  const before = await view();
  expect(before.map(({ subject }) => [subject.kind, subject.memberId])).toEqual([
    ['child', adam],
    ['child', salma],
    ['pregnancy', household.motherId],
  ]);
  const hers = before[1];
  expect(column(hers, 'education')).toMatchObject({
    goals: [{ title: 'Al nido', shared: false }],
    referrals: [{ service: 'nursery', status: 'requested', late: false }],
    tasks: [{ owner: { id: household.tutor.personId } }],
    people: [],
    missing: [
      { what: 'nursery', asked: true },
      { what: 'somebody', asked: false },
    ],
  });
  expect(column(hers, 'health')).toMatchObject({
    goals: [{ title: 'Bilanci di salute', shared: true }],
    people: [{ person: { id: health.personId } }],
    missing: [{ what: 'paediatrician', asked: true }],
  });
  expect(column(before[0], 'education').missing.map(({ what }) => what)).not.toContain('nursery'); // eight years old
  expect(column(before[2], 'health').missing).toContainEqual({ what: 'family_clinic', asked: false });
  await must(
    act(world, household.tutor, (context) =>
      updateReferral(context, {
        householdId: household.id,
        referralId: doctor.id,
        status: 'accepted',
        outcome: null,
        version: doctor.version,
      }),
    ),
  );
  expect(column((await view())[1], 'health').missing).toEqual([]);
});

test('B15: a conference is a child’s when its title or agenda has the name', async () => {
  await must(
    act(world, household.tutor, (context) =>
      scheduleConference(context, {
        householdId: household.id,
        ...conferenceWith(household, health, {
          agenda: [{ id: 'a1', title: 'Il nido di Salma', minutes: null, askedById: null }],
        }),
      }),
    ),
  );
  const [first, second] = await view();
  expect([first?.conferences.length, second?.conferences.length]).toEqual([0, 1]);
});

test('B15: the situation tells what is missing in health: the registration, and the paediatrician unless there is one', async () => {
  const family = await makeHousehold(world, { members: withInfant });
  const missing = async () => {
    const { children } = await must(readChildren(db.orm, family.tutor, family.id, world.now()));
    return column(children[0], 'health').missing.map(({ what }) => what);
  };
  await must(recordFacts(world, family, { healthRegistration: 'none', paediatrician: 'no' }));
  expect(await missing()).toEqual(expect.arrayContaining(['health_registration', 'paediatrician']));
  await must(recordFacts(world, family, { healthRegistration: 'stp', paediatrician: 'yes' }, { version: 1 }));
  expect(await missing()).not.toContain('health_registration');
  expect(await missing()).not.toContain('paediatrician');
});
