import { beforeEach, expect, test } from 'vitest';
import { headSeq } from '../../server/activity/log.ts';
import { sessionRoutes } from '../../server/auth/routes.ts';
import type { FeedMessage } from '../../shared/activity.ts';
import { BodyId, HouseholdId, LeadProposalId, newId, TaskId } from '../../shared/ids.ts';
import { clientOf, signIn, startApp } from '../support/app.ts';
import { freshDatabase } from '../support/database.ts';
import { openFeed } from '../support/feed.ts';
import { happen, type MadePerson, makeBody, makePerson, worldOn } from '../support/people.ts';

const db = await freshDatabase();
const world = worldOn(db);
const { app, feed } = await startApp(world, { routes: sessionRoutes, heartbeatMs: 200 });

let anna: MadePerson;
beforeEach(async () => {
  anna = await makePerson(world);
});

const bodyAdded = () => ({ kind: 'body.added', bodyId: newId(BodyId) }) as const;
const seqsOf = (messages: readonly FeedMessage[]) => messages.map(({ seq }) => seq);

test('whoever isn’t signed in gets no feed', async () => {
  const { status, body } = await clientOf(app).call('GET', '/api/feed');
  expect([status, body]).toMatchObject([401, { code: 'signed-out' }]);
  expect(feed.connections()).toBe(0);
});

test('a made-up position is refused', async () => {
  const client = await signIn(app, anna);
  for (const since of ['-1', 'x', '1.5']) {
    expect((await client.call('GET', `/api/feed?since=${since}`)).status).toBe(422);
  }
});

test('a feed without a last event id begins now, and says where', async () => {
  const client = await signIn(app, anna);
  await happen(world, bodyAdded());
  const reader = await openFeed(app, client.cookie);
  const ready = await reader.next('ready');
  expect(ready).toEqual({
    event: 'ready',
    id: String(await headSeq(db.orm)),
    data: { seq: await headSeq(db.orm) },
  });
  await happen(world, bodyAdded());
  expect(await reader.message()).toMatchObject({ seq: Number(ready.id) + 1, kind: 'body.added' });
  reader.close();
});

test('X14: a message says that something happened and to what, and nothing of its content', async () => {
  const client = await signIn(app, anna);
  const reader = await openFeed(app, client.cookie);
  await reader.next('ready');
  const taskId = newId(TaskId);
  const householdId = newId(HouseholdId);
  const reason = 'la madre è in ospedale';
  await happen(
    world,
    { kind: 'task.status-changed', taskId, from: 'assigned', to: 'declined', ownerId: anna.id, reason },
    { householdId, by: anna.id },
  );
  const message = await reader.message();
  expect(message).toEqual({
    seq: expect.any(Number),
    kind: 'task.status-changed',
    householdId,
    actorId: anna.id,
  });
  reader.close();
});

test('what isn’t theirs to hear doesn’t reach them: others’ accounts, unknown households, others’ tasks', async () => {
  const other = await makePerson(world);
  const client = await signIn(app, anna);
  const reader = await openFeed(app, client.cookie);
  await reader.next('ready');
  const householdId = newId(HouseholdId);
  const taskId = newId(TaskId);
  await happen(world, { kind: 'person.signed-in', personId: other.id });
  await happen(world, { kind: 'household.opened', code: 'H-1' }, { householdId });
  await happen(
    world,
    { kind: 'team.left', membershipId: crypto.randomUUID() as never, personId: other.id, reason: 'x' },
    { householdId },
  );
  await happen(world, { kind: 'task.assigned', taskId, ownerId: other.id }, { householdId });
  await happen(world, { kind: 'task.assigned', taskId, ownerId: anna.id }, { householdId });
  await happen(world, { kind: 'person.changed', personId: anna.id, fields: ['title'] });
  expect((await reader.messages(2)).map(({ kind }) => kind)).toEqual(['task.assigned', 'person.changed']);
  reader.close();
});

test('the administration hears of every account', async () => {
  const client = await signIn(app, await makePerson(world, { function: 'admin' }));
  const reader = await openFeed(app, client.cookie);
  await reader.next('ready');
  await happen(world, { kind: 'person.changed', personId: anna.id, fields: ['title'] });
  expect(await reader.message()).toMatchObject({ kind: 'person.changed' });
  reader.close();
});

test('X9: whoever is taken off a team is told that their access changed, and which household', async () => {
  const client = await signIn(app, anna);
  const reader = await openFeed(app, client.cookie);
  await reader.next('ready');
  const householdId = newId(HouseholdId);
  await happen(
    world,
    {
      kind: 'team.left',
      membershipId: crypto.randomUUID() as never,
      personId: anna.id,
      reason: 'changed jobs',
    },
    { householdId },
  );
  expect(await reader.message()).toEqual({
    seq: expect.any(Number),
    kind: 'access.changed',
    householdId,
    actorId: null,
  });
  reader.close();
});

test('B3: a service whose proposal of the regia is withdrawn is told that its access changed', async () => {
  const body = await makeBody(world);
  const asked = await makePerson(world, { bodyId: body.id });
  const reader = await openFeed(app, (await signIn(app, asked)).cookie);
  await reader.next('ready');
  const householdId = newId(HouseholdId);
  const proposalId = newId(LeadProposalId);
  const [elsewhere, here] = [newId(BodyId), body.id];
  await happen(world, { kind: 'lead.withdrawn', proposalId, bodyId: elsewhere }, { householdId });
  await happen(
    world,
    { kind: 'lead.withdrawn', proposalId, bodyId: here },
    { householdId: newId(HouseholdId) },
  );
  const message = await reader.message();
  expect(message).toMatchObject({ kind: 'access.changed', actorId: null });
  expect(message.householdId).not.toBe(householdId);
  reader.close();
});

test('a feed that resumes misses nothing and repeats nothing while 200 events are appended at once', async () => {
  const client = await signIn(app, anna);
  const head = await headSeq(db.orm);
  const seen: number[] = [];
  const appending = Promise.all(
    Array.from({ length: 8 }, async () => {
      for (let n = 0; n < 25; n += 1) await happen(world, bodyAdded());
    }),
  );
  // The connection breaks every thirty messages, wherever that is, and resumes with the last id it saw.
  while (seen.length < 200) {
    const reader = await openFeed(app, client.cookie, { lastEventId: seen.at(-1) ?? head });
    seen.push(...seqsOf(await reader.messages(Math.min(30, 200 - seen.length))));
    reader.close();
  }
  await appending;
  expect(seen).toEqual(Array.from({ length: 200 }, (_, n) => head + 1 + n));
});

test('an id from the future resumes at the present', async () => {
  const client = await signIn(app, anna);
  const reader = await openFeed(app, client.cookie, { lastEventId: 999_999_999 });
  await happen(world, bodyAdded());
  expect(await reader.message()).toMatchObject({ kind: 'body.added' });
  reader.close();
});

test('a quiet feed is kept open, and its last event id moves past what wasn’t for this reader', async () => {
  const client = await signIn(app, anna);
  const reader = await openFeed(app, client.cookie);
  await reader.next('ready');
  await happen(world, { kind: 'person.signed-in', personId: (await makePerson(world)).id });
  const head = await headSeq(db.orm);
  await expect.poll(() => reader.lastId(), { timeout: 3_000 }).toBe(String(head));
  reader.close();
});

test('X9: signing out closes the feed within two seconds, and the feeds of other sessions stay', async () => {
  const [desk, phone] = [await signIn(app, anna), await signIn(app, anna)];
  const [ofDesk, ofPhone] = [await openFeed(app, desk.cookie), await openFeed(app, phone.cookie)];
  await ofDesk.next('ready');
  await ofPhone.next('ready');
  const began = Date.now();
  await desk.call('DELETE', '/api/session');
  await ofDesk.ended;
  expect(Date.now() - began).toBeLessThan(2_000);
  await happen(world, bodyAdded());
  expect(await ofPhone.messages(2)).toMatchObject([{ kind: 'person.signed-out' }, { kind: 'body.added' }]);
  ofPhone.close();
});

test('X9: closing the account closes the feed within two seconds', async () => {
  const client = await signIn(app, anna);
  const reader = await openFeed(app, client.cookie);
  await reader.next('ready');
  await db.sql`update person set active = false where id = ${anna.id}`;
  await happen(world, { kind: 'person.closed', personId: anna.id });
  const began = Date.now();
  await reader.ended;
  expect(Date.now() - began).toBeLessThan(2_000);
});

test('a session that ends by itself closes its feed at the next heartbeat', async () => {
  const client = await signIn(app, anna);
  const reader = await openFeed(app, client.cookie);
  await reader.next('ready');
  await db.sql`update session set expires_at = now() where person_id = ${anna.id}`;
  await reader.ended;
});

test('a reader that goes away is forgotten', async () => {
  const client = await signIn(app, anna);
  const reader = await openFeed(app, client.cookie);
  await reader.next('ready');
  const before = feed.connections();
  reader.close();
  await expect.poll(() => feed.connections()).toBe(before - 1);
});

test('a reader that takes nothing is let go', async () => {
  const client = await signIn(app, anna);
  const before = feed.connections();
  const response = await app.request('/api/feed', { headers: { cookie: client.cookie } });
  await expect.poll(() => feed.connections()).toBe(before + 1);
  for (let n = 0; n < 50; n += 1) await happen(world, bodyAdded());
  await expect.poll(() => feed.connections(), { timeout: 5_000 }).toBe(before);
  await response.body?.cancel();
});
