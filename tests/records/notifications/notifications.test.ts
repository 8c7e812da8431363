/** X14: people are told what concerns them, each thing once, and never of a household they can't see. */
import { expect, test } from 'vitest';
import type { World } from '../../../server/command.ts';
import { endMembership } from '../../../server/records/care-team/commands.ts';
import {
  cancelConference,
  changeConference,
  scheduleConference,
} from '../../../server/records/conferences/commands.ts';
import {
  changeWatch,
  changeWish,
  forgetNotifications,
  markAllRead,
  markNotifications,
} from '../../../server/records/notifications/commands.ts';
import { tellOfActivity } from '../../../server/records/notifications/follow-log.ts';
import { countUnread, readNotifications, readWish } from '../../../server/records/notifications/queries.ts';
import { escalateOverdueTasks } from '../../../server/records/tasks/escalation.ts';
import type { Actor } from '../../../shared/access.ts';
import { addDays, dayOf, instantOf } from '../../../shared/dates.ts';
import { freshDatabase } from '../../support/database.ts';
import {
  act,
  conferenceWith,
  giveLead,
  join,
  makeGoal,
  makeHousehold,
  makeService,
  makeTask,
  makeWorker,
  propose,
  taskFor,
} from '../../support/households.ts';
import { makePerson, must, worldOn } from '../../support/people.ts';

const db = await freshDatabase();
const world = worldOn(db);
const days = (count: number): World => ({
  ...world,
  now: () => new Date(Date.now() + count * 86_400_000),
});

/** Kinds of what this person finds, newest first. */
async function toldTo(actor: Actor, only: 'all' | 'unread' = 'all'): Promise<string[]> {
  await tellOfActivity(world);
  return (await readNotifications(db.orm, actor, only)).map(({ subject }) => subject.kind);
}

test('X14: whoever isn’t of the team is told nothing of it, whatever names them', async () => {
  const household = await makeHousehold(world);
  const lead = await makeService(world);
  const stranger = await makeWorker(world, 'social');
  await giveLead(world, household, lead);
  const draft = conferenceWith(household, lead.worker);
  await must(
    act(world, household.tutor, (context) =>
      scheduleConference(context, { householdId: household.id, ...draft }),
    ),
  );
  await db.sql`insert into conference_invitee (conference_id, person_id) values (${draft.id}, ${stranger.personId})`;
  expect(await toldTo(stranger)).toEqual([]);
  const [row] = await db.sql`select 1 from notification where person_id = ${stranger.personId}`;
  expect(row).toBeUndefined();
});

test('X14: what waits unread vanishes with the place on the team, from the list and from the count', async () => {
  const household = await makeHousehold(world);
  const worker = await makeWorker(world, 'health');
  await join(world, household, worker);
  await makeTask(world, household, taskFor(worker));
  expect(await toldTo(worker)).toEqual(['task-assigned', 'team-joined']);
  expect(await countUnread(db.orm, worker)).toBe(2);
  const [membership] = await db.sql`
    select id from team_membership where household_id = ${household.id} and person_id = ${worker.personId}`;
  await must(
    act(world, household.tutor, (context) =>
      endMembership(context, {
        householdId: household.id,
        membershipId: membership?.id,
        reason: 'Ha cambiato servizio.',
      }),
    ),
  );
  expect(await toldTo(worker)).toEqual([]);
  expect(await countUnread(db.orm, worker)).toBe(0);
});

test('X14: nobody is told of what they did themselves, and a closed account of nothing', async () => {
  const household = await makeHousehold(world);
  const leaver = await makePerson(world);
  await join(world, household, leaver.actor);
  await makeTask(world, household, taskFor(household.tutor));
  await makeTask(world, household, taskFor(leaver.actor));
  await db.sql`update person set active = false where id = ${leaver.id}`;
  expect(await toldTo(household.tutor)).not.toContain('task-assigned');
  const rows = await db.sql`select kind from notification where person_id = ${leaver.id}`;
  expect(rows).toEqual([]);
});

test('X14: marking what is others’ changes nothing, and “all” leaves what came meanwhile', async () => {
  const household = await makeHousehold(world);
  const [worker, other] = [await makeWorker(world, 'social'), await makeWorker(world, 'social')];
  await join(world, household, worker);
  await toldTo(worker);
  const [first] = await readNotifications(db.orm, worker, 'unread');
  if (first === undefined) return expect.fail('was told of the team');
  const ids = [first.id];
  await must(act(world, other, (context) => markNotifications(context, { ids, read: true })));
  expect(await toldTo(worker, 'unread')).toEqual(['team-joined']);
  await makeTask(world, household, taskFor(worker));
  await tellOfActivity(world);
  await must(act(world, worker, (context) => markAllRead(context, first.at)));
  expect(await toldTo(worker, 'unread')).toEqual(['task-assigned']);
  await must(act(world, worker, (context) => markNotifications(context, { ids, read: false })));
  expect(await countUnread(db.orm, worker)).toBe(2);
});

test('X14: one’s wish for mail, changed on two pages at once, is kept once', async () => {
  const worker = await makeWorker(world, 'social');
  const wish = { pace: 'weekly', hour: 7, weekday: 5, version: 0 } as const;
  const answers = await Promise.all(
    [wish, { ...wish, hour: 9 }].map((given) => act(world, worker, (context) => changeWish(context, given))),
  );
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(answers).toContainEqual(expect.objectContaining({ code: 'changed-meanwhile' }));
  expect(await readWish(db.orm, worker)).toMatchObject({ pace: 'weekly', version: 1 });
});

test('X14: several nodes tell each thing once', async () => {
  const household = await makeHousehold(world);
  const worker = await makeWorker(world, 'social');
  await join(world, household, worker);
  for (let count = 0; count < 6; count++) await makeTask(world, household, taskFor(worker));
  await Promise.all([1, 2, 3, 4].map(() => tellOfActivity(world)));
  expect((await toldTo(worker)).filter((kind) => kind === 'task-assigned')).toHaveLength(6);
});

test('X14: a task is told to its owner, and late to its owner and to the regia', async () => {
  const household = await makeHousehold(world);
  const lead = await makeService(world);
  const worker = await makeWorker(world, 'education');
  await giveLead(world, household, lead);
  await join(world, household, worker);
  const due = addDays(dayOf(new Date()), 1);
  const task = await makeTask(world, household, taskFor(worker, { due }));
  await escalateOverdueTasks(days(3));
  expect(await toldTo(worker)).toContain('task-escalated');
  expect(await toldTo(lead.worker)).toContain('task-escalated');
  const [told] = (await readNotifications(db.orm, worker, 'all')).filter(
    ({ subject }) => subject.kind === 'task-assigned',
  );
  expect(told).toMatchObject({ title: task.title, household: { code: household.code } });
  expect(told?.actor?.id).toBe(household.tutor.personId);
});

test('X14: a conference is told to who comes: asked, moved, cancelled; who is asked later hears it as new', async () => {
  const household = await makeHousehold(world);
  const [chair, early, late] = [
    await makeWorker(world, 'social'),
    await makeWorker(world, 'health'),
    await makeWorker(world, 'education'),
  ];
  for (const worker of [chair, early, late]) await join(world, household, worker);
  const draft = conferenceWith(household, chair, { invitedIds: [early.personId] });
  const of = { householdId: household.id, conferenceId: draft.id };
  const by = <T>(command: Parameters<typeof act<T>>[2]) => must(act(world, household.tutor, command));
  await by((context) => scheduleConference(context, { householdId: household.id, ...draft }));
  expect(await toldTo(chair)).toEqual(['conference-invited', 'team-joined']);
  const invitedIds = [early.personId, late.personId];
  await by((context) => changeConference(context, of, { invitedIds, version: 1 }));
  expect(await toldTo(early)).toEqual(['conference-invited', 'team-joined']);
  expect(await toldTo(late)).toEqual(['conference-invited', 'team-joined']);
  const start = instantOf(new Date(Date.now() + 9 * 86_400_000));
  await by((context) => changeConference(context, of, { start, version: 2 }));
  await by((context) => cancelConference(context, { ...of, reason: 'La madre partorisce.' }));
  expect((await toldTo(early)).slice(0, 2)).toEqual(['conference-cancelled', 'conference-changed']);
  expect(await toldTo(household.tutor)).not.toContain('conference-cancelled');
});

test('X14: a proposal of the regia reaches whom it names, though not of the team yet, and its answer who proposed', async () => {
  const household = await makeHousehold(world);
  const lead = await makeService(world);
  await propose(world, household, lead);
  expect(await toldTo(lead.worker)).toEqual(['lead-proposed']);
  const other = await makeHousehold(world);
  await giveLead(world, other, lead);
  expect(await toldTo(other.tutor)).toContain('lead-accepted');
});

test('X14: who watches nothing hears only what is due; who watches everything hears what goes on, once a day until read', async () => {
  const household = await makeHousehold(world);
  const [deaf, keen, usual] = [
    await makeWorker(world, 'social'),
    await makeWorker(world, 'health'),
    await makeWorker(world, 'education'),
  ];
  for (const worker of [deaf, keen, usual]) await join(world, household, worker);
  await tellOfActivity(world);
  const watch = (actor: Actor, level: 'everything' | 'nothing') =>
    must(act(world, actor, (context) => changeWatch(context, { householdId: household.id, level })));
  await watch(deaf, 'nothing');
  await watch(keen, 'everything');
  await makeTask(world, household, taskFor(deaf));
  await makeGoal(world, household);
  await makeGoal(world, household);
  const draft = conferenceWith(household, deaf);
  await must(
    act(world, household.tutor, (context) =>
      scheduleConference(context, { householdId: household.id, ...draft }),
    ),
  );
  expect(await toldTo(deaf)).toEqual(['task-assigned', 'team-joined']);
  expect((await toldTo(keen)).filter((kind) => kind === 'happened')).toHaveLength(3);
  expect(await toldTo(usual)).toEqual(['team-joined']);
  await must(act(world, keen, (context) => markAllRead(context, instantOf(days(1).now()))));
  await makeGoal(world, household);
  expect(await toldTo(keen, 'unread')).toEqual(['happened']);
});

test('X14: what is older than two weeks isn’t news, and what was told is forgotten in time', async () => {
  const household = await makeHousehold(world);
  const worker = await makeWorker(world, 'social');
  await join(world, household, worker);
  await tellOfActivity(days(20));
  expect(await toldTo(worker)).toEqual([]);
  await makeTask(world, household, taskFor(worker));
  await toldTo(worker);
  const before = await db.sql`select count(*)::int as count from notification`;
  expect(await forgetNotifications(days(85))).toBe(0);
  expect(await forgetNotifications(days(191))).toBe(before[0]?.count);
});
