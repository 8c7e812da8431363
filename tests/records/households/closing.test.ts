/** C3: a household that closes asks nobody for anything; taken in again, it brings back nothing wrong. */
import { expect, test } from 'vitest';
import type { World } from '../../../server/command.ts';
import { makeWindowTask } from '../../../server/records/calendar/commands.ts';
import { readCalendar } from '../../../server/records/calendar/queries.ts';
import { recordPregnancy } from '../../../server/records/households/pregnancy.ts';
import { requestMediation } from '../../../server/records/mediation/commands.ts';
import { readMediationOf } from '../../../server/records/mediation/queries.ts';
import { answerPact } from '../../../server/records/pacts/signing.ts';
import { requestReferral } from '../../../server/records/referrals/commands.ts';
import { readReferrals } from '../../../server/records/referrals/queries.ts';
import { readHouseholdTasks } from '../../../server/records/tasks/queries.ts';
import { rules } from '../../../server/rules.ts';
import { addDays } from '../../../shared/dates.ts';
import { MediationId, newId, ReferralId, SignatureId, TaskId } from '../../../shared/ids.ts';
import { isTaskOpen } from '../../../shared/records/tasks.ts';
import { moveTo, today } from '../../support/charge.ts';
import { freshDatabase } from '../../support/database.ts';
import { act, type MadeHousehold, makeHousehold, makeTask, taskFor } from '../../support/households.ts';
import { makeFamily, proposed } from '../../support/pacts.ts';
import { makeBody, must, worldOn } from '../../support/people.ts';
import { ask } from '../../support/shelter.ts';

const db = await freshDatabase();
const world = worldOn(db);
const inDays = (days: number): World => ({
  ...world,
  now: () => new Date(Date.now() + days * 86_400_000),
});
const body = await makeBody(world);
const walkAllRules = async (at: World): Promise<void> => {
  for (const { run } of rules) await run(at);
};
const tasksOf = async ({ id, tutor }: MadeHousehold) =>
  (await must(readHouseholdTasks(db.orm, tutor, id, world.now()))).tasks;
const openTasks = async (household: MadeHousehold) =>
  (await tasksOf(household)).filter(({ status }) => isTaskOpen(status)).map(({ title }) => title);

const pregnant = (at: World, { id: householdId, motherId, tutor }: MadeHousehold, loss = false) =>
  must(
    act(at, tutor, (context) =>
      recordPregnancy(context, {
        householdId,
        memberId: motherId,
        pregnancy: {
          lmp: addDays(today, -150),
          dueDate: null,
          ended: loss ? { on: today, outcome: 'loss' } : null,
        },
        child: null,
      }),
    ),
  );
async function windowTask(at: World, { id: householdId, tutor }: MadeHousehold) {
  const { windows } = await must(readCalendar(db.orm, tutor, householdId, at.now()));
  const open = windows.find(({ state }) => state === 'open') ?? expect.fail('a window is open');
  const { rule, memberId, reference } = open;
  const title = 'Accompagnarla alla visita';
  return must(
    act(at, tutor, (context) =>
      makeWindowTask(context, {
        householdId,
        rule,
        memberId,
        reference,
        id: newId(TaskId),
        title,
        ownerId: tutor.personId,
      }),
    ),
  );
}
const refer = (at: World, { id: householdId, tutor }: MadeHousehold) =>
  must(
    act(at, tutor, (context) =>
      requestReferral(context, {
        householdId,
        id: newId(ReferralId),
        right: 'health',
        service: 'family_clinic',
        bodyId: body.id,
        memberId: null,
        goalId: null,
        note: '',
      }),
    ),
  );
const told = (household: MadeHousehold, ...kinds: string[]) =>
  db.sql<{ kind: string }[]>`
    select kind from activity where household_id = ${household.id} and kind in ${db.sql(kinds)}`;

test('C3: closing ends what was only asked, keeps what was agreed, and taken in again nothing of it comes back', async () => {
  const family = await makeFamily(world);
  const { household, mother } = family;
  await pregnant(world, household);
  await must(moveTo(world, household, 'enrolled'));
  await windowTask(world, household);
  await makeTask(
    world,
    household,
    taskFor(household.tutor, { title: 'Un accordo', due: addDays(today, 300) }),
  );
  await refer(world, household);
  await must(
    act(world, household.tutor, (context) =>
      requestMediation(context, {
        ...{
          householdId: household.id,
          id: newId(MediationId),
          language: 'ar' as const,
          aim: 'trust' as const,
        },
        ...{ mode: 'in_person' as const, at: null, place: 'In sede', note: 'Per capirsi.' },
      }),
    ),
  );
  await ask(world, household);
  const pact = await proposed(world, family);
  await walkAllRules(inDays(40)); // the silence is noticed
  expect(await told(household, 'contact.silence-noticed')).toHaveLength(1);

  await must(moveTo(inDays(40), household, 'closed', 'moved'));
  expect(await openTasks(household)).toEqual(expect.arrayContaining(['Un accordo']));
  expect((await tasksOf(household)).filter(({ source }) => source.kind === 'drop-out')).toMatchObject([
    { status: 'cancelled' },
  ]);
  expect(await openTasks(household)).not.toContain('Accompagnarla alla visita');
  const { requests } = await must(readMediationOf(db.orm, household.tutor, household.id));
  expect(requests).toMatchObject([{ status: 'cancelled' }]);
  const states = await db.sql`
    select (select status from placement where household_id = ${household.id}) as place,
      (select status from pact where household_id = ${household.id}) as pact,
      (select status from referral where household_id = ${household.id}) as referral`;
  expect([...states]).toEqual([{ place: 'cancelled', pact: 'draft', referral: 'requested' }]);

  const before = await tasksOf(household);
  const escalated = await told(household, 'referral.escalated');
  await walkAllRules(inDays(100));
  expect(await tasksOf(household)).toHaveLength(before.length);
  await must(moveTo(inDays(120), household, 'enrolled'));
  await walkAllRules(inDays(121));
  expect(await tasksOf(household)).toHaveLength(before.length); // neither silence nor waits of the closed days count
  expect(await told(household, 'referral.escalated')).toHaveLength(escalated.length);
  const { referrals } = await must(readReferrals(db.orm, household.tutor, household.id));
  expect((referrals[0]?.answerBy ?? today) > addDays(today, 120)).toBe(true);
  const stale = act(world, mother, (context) =>
    answerPact(context, {
      householdId: household.id,
      pactId: pact.id,
      id: newId(SignatureId),
      party: 'beneficiary',
      answer: 'signed',
      hash: pact.hash ?? '',
      language: 'ar',
      words: null,
      dissent: false,
      device: null,
    }),
  );
  expect(await stale).toMatchObject({ code: 'wrong-state' });
});

test('A3: refused: anything a rule would ask for after a loss, of all rules there are', async () => {
  const long = inDays(-60);
  const [lost, control] = [await makeHousehold(long), await makeHousehold(long)];
  for (const household of [lost, control]) {
    await pregnant(long, household);
    await windowTask(world, household);
    await refer(inDays(-40), household);
    const due = addDays(today, -5);
    await makeTask(inDays(-30), household, taskFor(household.tutor, { title: 'Portarla in ospedale', due }));
  }
  await pregnant(world, lost, true);
  const asks = ['contact.silence-noticed', 'referral.escalated', 'task.escalated', 'task.assigned'];
  const before = await told(lost, ...asks);
  const others = await told(control, ...asks);
  for (const days of [0, 1, 29]) await walkAllRules(inDays(days));
  expect(await told(lost, ...asks)).toHaveLength(before.length);
  expect((await told(control, ...asks)).length).toBeGreaterThanOrEqual(others.length + 4);
  expect(await openTasks(lost)).not.toContain('Accompagnarla alla visita');
  const { windows, earliness } = await must(readCalendar(db.orm, lost.tutor, lost.id, world.now()));
  expect([windows, earliness]).toEqual([[], null]);
});
