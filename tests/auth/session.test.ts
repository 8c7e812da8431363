import { createHash } from 'node:crypto';
import { beforeEach, expect, test, vi } from 'vitest';
import { since } from '../../server/activity/log.ts';
import { sessionRoutes } from '../../server/auth/routes.ts';
import { personRoutes } from '../../server/records/people/routes.ts';
import { clientOf, cookieOf, origin, signIn, startApp } from '../support/app.ts';
import { freshDatabase } from '../support/database.ts';
import { type MadePerson, makeBody, makePerson, password, worldOn } from '../support/people.ts';

const argon2 = vi.hoisted(() => {
  // Files of one worker share their modules: what another one imported knows the real thing only.
  vi.resetModules();
  return { verified: 0 };
});
vi.mock('@node-rs/argon2', async (original) => {
  // Counts, and otherwise leaves the real thing alone: time can't be compared reliably, work can.
  const real = await original<typeof import('@node-rs/argon2')>();
  return {
    ...real,
    verify: (...given: Parameters<typeof real.verify>) => {
      argon2.verified += 1;
      return real.verify(...given);
    },
  };
});

const db = await freshDatabase();
const world = worldOn(db);
const { app, auth } = await startApp(world, {
  routes: (given) => [...sessionRoutes(given), ...personRoutes(given)],
});
const nobody = clientOf(app);

let anna: MadePerson;
beforeEach(async () => {
  const body = await makeBody(world);
  anna = await makePerson(world, { bodyId: body.id });
  argon2.verified = 0;
});

const tryPassword = (email: string, tried: string) =>
  nobody.call('POST', '/api/session', { email, password: tried });

test('X18: a wrong e-mail, a wrong password and a closed account answer alike, and each costs one hash', async () => {
  const closed = await makePerson(world);
  await db.sql`update person set active = false where id = ${closed.id}`;
  const answers = [
    await tryPassword('nobody@example.org', password),
    await tryPassword(anna.email, 'not the password'),
    await tryPassword(closed.email, password),
  ];
  expect(argon2.verified).toBe(3);
  expect(answers.map(({ status }) => status)).toEqual([401, 401, 401]);
  expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
  expect(answers[0]?.body).toMatchObject({ code: 'wrong-credentials' });
  expect(answers.flatMap(({ headers }) => headers.getSetCookie())).toEqual([]);
});

test('X18: an account without a password can’t be entered, not even with an empty one', async () => {
  await db.sql`update person set password_hash = null where id = ${anna.id}`;
  expect((await tryPassword(anna.email, '')).status).toBe(401);
  expect(argon2.verified).toBe(1);
});

test('X18: after ten wrong passwords an e-mail must wait, known or not, and is told how long', async () => {
  for (const email of [anna.email, 'unknown-to-us@example.org']) {
    for (let n = 0; n < 10; n += 1) expect((await tryPassword(email, 'wrong')).status).toBe(401);
    const { status, body, headers } = await tryPassword(email, 'wrong');
    expect([status, body]).toMatchObject([429, { code: 'slow-down', retryAfterSeconds: expect.any(Number) }]);
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
  }
  expect((await tryPassword(anna.email, password)).status).toBe(429);
}, 60_000);

test('X18: simultaneous guesses count too', async () => {
  const answers = await Promise.all(Array.from({ length: 20 }, () => tryPassword(anna.email, 'wrong')));
  expect(answers.filter(({ status }) => status === 401)).toHaveLength(10);
});

test('X18: one address that tries many accounts must wait, unless limits are off', async () => {
  const limited = await startApp(world, { routes: sessionRoutes, limitAddresses: true });
  const from = (address: string) =>
    clientOf(limited.app).call(
      'POST',
      '/api/session',
      { email: `${crypto.randomUUID()}@example.org`, password: 'x' },
      { 'x-forwarded-for': `10.9.9.9, ${address}` },
    );
  const answers = await Promise.all(Array.from({ length: 61 }, () => from('192.0.2.1')));
  expect(answers.filter(({ status }) => status === 429)).toHaveLength(1);
  expect((await from('192.0.2.2')).status).toBe(401);
}, 60_000);

test('X18: without the list’s Origin nobody signs in, not even with the right password', async () => {
  for (const wrong of [
    'https://elsewhere.example',
    `${origin}.elsewhere.example`,
    `${origin}/`,
    'null',
    '',
  ]) {
    const { status, body } = await nobody.call(
      'POST',
      '/api/session',
      { email: anna.email, password },
      { origin: wrong },
    );
    expect([status, body]).toMatchObject([403, { code: 'wrong-origin' }]);
  }
  expect(argon2.verified).toBe(0);
});

test('X18: signing in answers who one is and a cookie that scripts can’t read; the e-mail’s capitals don’t matter', async () => {
  const { status, body, headers } = await tryPassword(` ${anna.email.toUpperCase()} `, password);
  expect([status, body]).toMatchObject([
    200,
    { id: anna.id, email: anna.email, function: 'social', body: { name: 'Servizio sociale Nord' } },
  ]);
  const cookie = headers.getSetCookie().join();
  expect(cookie).toMatch(/^trama_session=\w{40}; HttpOnly; Max-Age=\d+; Path=\/; SameSite=Lax$/);
  const mine = await clientOf(app, cookieOf(headers)).call('GET', '/api/session');
  expect([mine.status, mine.body]).toEqual([200, body]);
  expect(JSON.stringify(mine.body)).not.toContain('argon2');
});

test('X18: over https the cookie is Secure', async () => {
  const { createAuth } = await import('../../server/auth/auth.ts');
  const secure = createAuth(world, { secure: true, limitAddresses: false });
  const opened = await secure.signIn({ email: anna.email, password }, { address: '::1', cookies: null });
  expect(opened).toMatchObject({ ok: true, value: { cookie: expect.stringContaining('; Secure') } });
});

test('X18: the database holds no session id that could be used', async () => {
  const client = await signIn(app, anna);
  const id = client.cookie.split('=')[1] ?? '';
  const rows = await db.sql`select id_hash from session where person_id = ${anna.id}`;
  expect(rows).toEqual([{ id_hash: new Uint8Array(createHash('sha256').update(id).digest()) }]);
  const hex = createHash('sha256').update(id).digest('hex');
  expect((await clientOf(app, `trama_session=${hex}`).call('GET', '/api/session')).status).toBe(401);
});

test('X18: a session planted before signing in is not the one after, and no longer works', async () => {
  const planted = await signIn(app, anna);
  const { headers } = await planted.call('POST', '/api/session', { email: anna.email, password });
  expect(cookieOf(headers)).not.toBe(planted.cookie);
  expect((await planted.call('GET', '/api/session')).status).toBe(401);
  expect((await clientOf(app, cookieOf(headers)).call('GET', '/api/session')).status).toBe(200);

  const invented = clientOf(app, `trama_session=${'a'.repeat(40)}`);
  const answer = await invented.call('POST', '/api/session', { email: anna.email, password });
  expect(cookieOf(answer.headers)).not.toContain('aaaa');
});

test('X9: signing out ends this session alone, steps the access epoch and clears the cookie', async () => {
  const [desk, phone] = [await signIn(app, anna), await signIn(app, anna)];
  const epoch = async () =>
    (await db.sql`select access_epoch from person where id = ${anna.id}`)[0]?.access_epoch;
  expect(await epoch()).toBe(0);
  const { status, headers } = await desk.call('DELETE', '/api/session');
  expect(status).toBe(200);
  expect(headers.getSetCookie().join()).toMatch(/^trama_session=; .*Max-Age=0/);
  expect((await desk.call('GET', '/api/session')).body).toMatchObject({ code: 'signed-out' });
  expect((await phone.call('GET', '/api/session')).status).toBe(200);
  expect(await epoch()).toBe(1);
});

test('X9: signing out everywhere ends every session of this person and of nobody else', async () => {
  const other = await signIn(app, await makePerson(world));
  const [desk, phone] = [await signIn(app, anna), await signIn(app, anna)];
  expect((await desk.call('DELETE', '/api/session?everywhere=yes')).status).toBe(422);
  expect((await desk.call('DELETE', '/api/session?everywhere=true')).status).toBe(200);
  for (const client of [desk, phone]) expect((await client.call('GET', '/api/session')).status).toBe(401);
  expect((await other.call('GET', '/api/session')).status).toBe(200);
});

test('X9: closing an account ends its sessions at once', async () => {
  const admin = await signIn(app, await makePerson(world, { function: 'admin' }));
  const client = await signIn(app, anna);
  const { status } = await admin.call('PATCH', `/api/accounts/${anna.id}`, { active: false });
  expect(status).toBe(200);
  expect((await client.call('GET', '/api/session')).status).toBe(401);
  expect(await db.sql`select from session where person_id = ${anna.id}`).toHaveLength(0);
});

test('X18: a session ends when unused, lasts longer by use, and never beyond thirty days', async () => {
  const client = await signIn(app, anna);
  await db.sql`update session set expires_at = now() + interval '5 hours' where person_id = ${anna.id}`;
  await client.call('GET', '/api/session');
  const hoursLeft = async () =>
    (
      await db.sql`select round(extract(epoch from expires_at - now()) / 3600)::int as hours
        from session where person_id = ${anna.id}`
    )[0]?.hours;
  expect(await hoursLeft()).toBe(12);

  await db.sql`update session set created_at = now() - interval '29 days 22 hours',
    expires_at = now() + interval '1 hour' where person_id = ${anna.id}`;
  await client.call('GET', '/api/session');
  expect(await hoursLeft()).toBe(2);

  await db.sql`update session set expires_at = now() - interval '1 second' where person_id = ${anna.id}`;
  expect((await client.call('GET', '/api/session')).status).toBe(401);
  await auth.forgetExpired();
});

test('X10: signing in and out are in the log', async () => {
  const client = await signIn(app, anna);
  await client.call('DELETE', '/api/session');
  const mine = (await since(db.orm, 0, 10_000)).filter(({ actorId }) => actorId === anna.id);
  expect(mine.map(({ event }) => event)).toEqual([
    { kind: 'person.signed-in', personId: anna.id },
    { kind: 'person.signed-out', personId: anna.id, everywhere: false },
  ]);
});
