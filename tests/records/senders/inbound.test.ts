/** Registered senders and what they send without a session: key, origin, limits, retries (D1, D2). */
import { expect, test } from 'vitest';
import { allRoutes } from '../../../server/app/routes.ts';
import { newId, ReportId, SenderId } from '../../../shared/ids.ts';
import { origin, signedInClient, startApp } from '../../support/app.ts';
import { freshDatabase } from '../../support/database.ts';
import { makePerson, worldOn } from '../../support/people.ts';
import { contentOf } from '../../support/reports.ts';

const db = await freshDatabase();
const world = worldOn(db);
const testApp = await startApp(world, {
  routes: (auth) => allRoutes({ auth, origin, demo: null }),
  limitAddresses: true,
});
const operator = await signedInClient(testApp, await makePerson(world, { function: 'call_centre' }));
const social = await signedInClient(testApp, await makePerson(world));

async function register(): Promise<{ id: SenderId; key: string }> {
  const draft = { id: newId(SenderId), name: 'Ospedale San Basilio', kind: 'hospital', bodyId: null };
  const { status, body } = await operator.call('POST', '/api/senders', draft);
  expect(status).toBe(200);
  return body as { id: SenderId; key: string };
}
const message = (given: object = {}) => ({
  ...{ id: newId(ReportId), name: 'Carla Venturoli', content: contentOf() },
  ...given,
});
/** As a program would: no cookie, no Origin. */
async function send(body: object, headers: Record<string, string> = {}, query = '') {
  const response = await testApp.app.request(`/api/inbound/reports${query}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

test('D1: refused: senders are registered by nobody but the call centre and the administration', async () => {
  const draft = { id: newId(SenderId), name: 'Io', kind: 'parish', bodyId: null };
  expect((await social.call('POST', '/api/senders', draft)).status).toBe(404);
  const herself = { ...draft, kind: 'woman_herself' };
  expect((await operator.call('POST', '/api/senders', herself)).status).toBe(422);
});

test('D1: refused: a report without a key, with a wrong one, with one that ended, or with a session in its place', async () => {
  const { id, key } = await register();
  expect((await send(message())).status).toBe(401);
  expect((await send(message({ key: `${key}x` }))).status).toBe(401);
  const cookie = { cookie: operator.cookie };
  expect((await send(message(), cookie)).status).toBe(401);
  await operator.call('POST', `/api/senders/${id}/end`);
  expect((await send(message({ key }))).status).toBe(401);
});

test('D1: refused: every other change without a listed Origin, session or not', async () => {
  const response = await testApp.app.request('/api/reports', {
    method: 'POST',
    headers: { cookie: operator.cookie, 'content-type': 'application/json' },
    body: '{}',
  });
  expect(response.status).toBe(403);
});

test('D1: a key in the body or the header sends one report, however often it is retried; only its hash is kept', async () => {
  const { id, key } = await register();
  const report = message();
  const answers = await Promise.all([
    send({ ...report, key }),
    send(report, { authorization: `Bearer ${key}` }),
    send({ ...report, key }),
  ]);
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
  expect(new Set(answers.map(({ body }) => body.number)).size).toBe(1);
  const [row] = await db.sql`select sender_id, sender_name, channel from report where id = ${report.id}`;
  expect(row).toEqual({
    sender_id: id,
    sender_name: 'Ospedale San Basilio, Carla Venturoli',
    channel: 'api',
  });
  const stored = await db.sql`select s::text as text from sender s`;
  expect(JSON.stringify(stored)).not.toContain(key);
  const other = await register();
  expect((await send({ ...report, key: other.key })).status).toBe(404);
});

test('D2: refused: a woman who writes for herself is told where to go in her language, and only counted', async () => {
  const { key } = await register();
  const herself = message({ key, aboutMyself: true, content: contentOf({ name: 'Amina Sconosciuta' }) });
  const { status, body } = await send(herself, {}, '?language=ar');
  expect(status).toBe(422);
  expect(JSON.stringify(body)).toMatch(/1522/);
  expect(JSON.stringify(body)).toMatch(/اتصلي/);
  await send(herself);
  const counted = await db.sql`select * from redirection`;
  expect(counted).toHaveLength(1);
  const dump = await db.sql`select r::text as text from report r`;
  expect(JSON.stringify(dump)).not.toMatch(/Amina/);
});

test('D1: refused: more reports than a sender’s key may send in an hour, while others go on', async () => {
  const { key } = await register();
  const other = await register();
  const statuses: number[] = [];
  for (let n = 0; n < 61; n++) statuses.push((await send(message({ key, content: {} }))).status);
  // What isn't a report doesn't count against the sender.
  expect(new Set(statuses)).toEqual(new Set([422]));
  const report = message({ key });
  const sent = await Promise.all(Array.from({ length: 62 }, () => send(report)));
  expect(sent.filter(({ status }) => status === 200)).toHaveLength(60);
  expect(sent.find(({ status }) => status === 429)?.body.retryAfterSeconds).toBeGreaterThan(0);
  expect((await send(message({ key: other.key }))).status).toBe(200);
  for (let n = 0; n < 120; n++) await send(message({ key: 'guess' }));
  expect((await send(message({ key: other.key }))).status).toBe(429);
});
