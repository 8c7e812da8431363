/** X14: mail about what isn't read: counts and a link, when its reader wants it, and never about nothing. */
import { beforeEach, expect, test } from 'vitest';
import type { World } from '../../../server/command.ts';
import { letterRoutes } from '../../../server/records/letters/routes.ts';
import { changeWish, markAllRead } from '../../../server/records/notifications/commands.ts';
import { tellOfActivity } from '../../../server/records/notifications/follow-log.ts';
import { lastMoment, mailNews } from '../../../server/records/notifications/mail.ts';
import { readWish } from '../../../server/records/notifications/queries.ts';
import { notificationRoutes } from '../../../server/records/notifications/routes.ts';
import type { Actor } from '../../../shared/access.ts';
import { instantOf } from '../../../shared/dates.ts';
import type { MailPace } from '../../../shared/records/notifications.ts';
import { clientOf, signedInClient, startApp } from '../../support/app.ts';
import { freshDatabase } from '../../support/database.ts';
import { openFeed } from '../../support/feed.ts';
import {
  act,
  join,
  makeFamilyAccount,
  makeHousehold,
  makeTask,
  makeWorker,
  taskFor,
} from '../../support/households.ts';
import { makePerson, must, worldOn } from '../../support/people.ts';

const db = await freshDatabase();
const world = worldOn(db);
const household = await makeHousehold(world);
const hours = (count: number): World => ({ ...world, now: () => new Date(Date.now() + count * 3_600_000) });
const served = await startApp(world, {
  routes: () => [
    ...notificationRoutes('yes'),
    ...letterRoutes({ origin: 'https://trama.test', isDemo: false }),
  ],
});

async function colleague(pace?: MailPace, hour = 8): Promise<Actor> {
  const worker = await makeWorker(world, 'social');
  await join(world, household, worker);
  if (pace !== undefined) {
    const wish = { pace, hour, weekday: 1, version: 0 };
    await must(act(world, worker, (context) => changeWish(context, wish)));
  }
  await makeTask(world, household, taskFor(worker));
  await tellOfActivity(world);
  return worker;
}
const letters = (actor: Actor) =>
  db.sql<{ template: string; data: Record<string, unknown> }[]>`
    select template, data from letter where person_id = ${actor.personId} order by posted_at, id`;

beforeEach(async () => {
  await db.sql`delete from letter`;
  await db.sql`delete from notification`;
});

test('X14: nothing is mailed to who wants none, to a family by itself, of what is read, or twice of the same', async () => {
  const [silent, reader, usual] = [await colleague('none'), await colleague('daily'), await colleague()];
  const family = await makeFamilyAccount(world, household);
  await makeTask(world, household, taskFor(family));
  await tellOfActivity(world);
  await must(act(world, reader, (context) => markAllRead(context, instantOf(hours(1).now()))));
  await Promise.all([mailNews(hours(25)), mailNews(hours(25)), mailNews(hours(25))]);
  await mailNews(hours(50));
  for (const actor of [silent, reader, family]) expect(await letters(actor)).toEqual([]);
  expect(await letters(usual)).toMatchObject([
    { template: 'digest', data: { unread: 2, households: 1, weekly: false } },
  ]);
});

test('X14: whoever was taken off the team meanwhile gets no mail about it', async () => {
  const worker = await colleague('daily');
  await db.sql`update team_membership set until = now() where person_id = ${worker.personId}`;
  await mailNews(hours(25));
  expect(await letters(worker)).toEqual([]);
});

test('X14: at once means one message for a burst, and another only after a rest', async () => {
  const worker = await colleague('at_once');
  await mailNews(hours(0.01));
  expect(await letters(worker)).toMatchObject([{ template: 'news' }]);
  await makeTask(world, household, taskFor(worker));
  await tellOfActivity(world);
  await mailNews(hours(0.05));
  expect(await letters(worker)).toHaveLength(1);
  await mailNews(hours(0.2));
  expect(await letters(worker)).toHaveLength(2);
});

test('X14: the hour is that of Rome, in summer and in winter, and the week has its day', () => {
  const at = (pace: 'daily' | 'weekly', hour: number, now: string) =>
    lastMoment({ pace, hour, weekday: 1 }, new Date(now)).toISOString();
  expect(at('daily', 8, '2026-01-15T07:59:00Z')).toBe('2026-01-15T07:00:00.000Z');
  expect(at('daily', 8, '2026-07-15T05:59:00Z')).toBe('2026-07-14T06:00:00.000Z');
  expect(at('daily', 0, '2026-07-15T21:59:00Z')).toBe('2026-07-14T22:00:00.000Z');
  // The night of 29 March 2026 has no two o'clock: the digest of that hour is yesterday's.
  expect(at('daily', 2, '2026-03-29T09:00:00Z')).toBe('2026-03-28T01:00:00.000Z');
  expect(at('weekly', 8, '2026-11-22T12:00:00Z')).toBe('2026-11-16T07:00:00.000Z');
});

test('X14: one click ends mail without a session; a key that is nobody’s answers alike, a page’s cookie counts for nothing', async () => {
  const worker = await colleague('daily');
  await mailNews(hours(25));
  const [letter] = await letters(worker);
  const click = (key: unknown) =>
    served.app.request(`/api/letters/unsubscribe?key=${key}`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: 'List-Unsubscribe=One-Click',
    });
  const unknown = await click(crypto.randomUUID());
  expect([unknown.status, await unknown.json()]).toEqual([200, {}]);
  expect((await click('x')).status).toBe(422);
  expect(await readWish(db.orm, worker)).toMatchObject({ pace: 'daily' });
  const ended = await click(letter?.data.unsubscribe);
  expect([ended.status, await ended.json()]).toEqual([200, {}]);
  expect(await readWish(db.orm, worker)).toMatchObject({ pace: 'none' });
});

test('X14: nobody signed out reads what somebody was told; outside a demo no letter is read', async () => {
  for (const path of ['/api/notifications', '/api/notifications/count', '/api/notifications/mail']) {
    expect((await clientOf(served.app).call('GET', path)).status).toBe(401);
  }
  const client = await signedInClient(served, await makePerson(world));
  expect((await client.call('GET', '/api/letters')).body).toMatchObject({ code: 'not-available' });
  const watch = `/api/households/${household.id}/watch`;
  expect((await client.call('GET', watch)).body).toMatchObject({ code: 'not-available' });
  expect((await client.call('PUT', watch, { level: 'everything' })).status).toBe(404);
});

test('X14: pages hear at once that something is new, and only those of whom it concerns', async () => {
  const [person, other] = [await makePerson(world), await makePerson(world)];
  await join(world, household, person.actor);
  await tellOfActivity(world);
  const [client, otherClient] = [await signedInClient(served, person), await signedInClient(served, other)];
  const [feed, otherFeed] = [
    await openFeed(served.app, client.cookie),
    await openFeed(served.app, otherClient.cookie),
  ];
  await Promise.all([feed.next('ready'), otherFeed.next('ready')]);
  let heard = 0;
  otherFeed.next('notified').then(
    () => heard++,
    () => undefined, // closed below without having heard
  );
  await makeTask(world, household, taskFor(person.actor));
  await tellOfActivity(world);
  expect(await feed.next('notified')).toMatchObject({ data: {} });
  expect((await client.call('GET', '/api/notifications/count')).body).toEqual({ unread: 2 });
  const list = await client.call('GET', '/api/notifications?only=unread');
  expect(list.body).toMatchObject({ notifications: [{ subject: { kind: 'task-assigned' } }, {}] });
  expect(heard).toBe(0);
  feed.close();
  otherFeed.close();
});
