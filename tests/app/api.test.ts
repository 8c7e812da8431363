import { expect, test } from 'vitest';
import { z } from 'zod';
import { sessionRoutes } from '../../server/auth/routes.ts';
import { type Route, serve, servePublic } from '../../server/route.ts';
import { BrokenInvariant } from '../../shared/assert.ts';
import { endpoint } from '../../shared/endpoint.ts';
import { HouseholdId } from '../../shared/ids.ts';
import { ok, refuse } from '../../shared/outcome.ts';
import { nothing } from '../../shared/records/shapes.ts';
import { clientOf, origin, signIn, startApp } from '../support/app.ts';
import { freshDatabase } from '../support/database.ts';
import { makePerson, worldOn } from '../support/people.ts';

const shape = { params: nothing, query: nothing, body: nothing, response: z.object({}) } as const;

const note = endpoint({
  ...shape,
  method: 'POST',
  path: '/api/test/notes',
  summary: 'A test.',
  policy: { kind: 'public' },
  query: z.strictObject({ loud: z.enum(['true', 'false']).optional() }),
  body: z.strictObject({
    words: z.string().min(3),
    lines: z.array(z.strictObject({ n: z.int() })).default([]),
  }),
  response: z.object({ words: z.string() }),
});
const forAdmins = endpoint({
  ...shape,
  method: 'POST',
  path: '/api/test/admin/:householdId',
  summary: 'A test.',
  policy: { kind: 'functions', functions: ['admin'] },
  params: z.strictObject({ householdId: HouseholdId }),
  body: z.strictObject({ secretField: z.string() }),
});
const ofHousehold = endpoint({
  ...shape,
  method: 'GET',
  path: '/api/test/households/:householdId',
  summary: 'A test.',
  policy: { kind: 'household', action: 'case.see' },
  params: z.strictObject({ householdId: HouseholdId }),
});
const breaks = endpoint({
  ...shape,
  method: 'GET',
  path: '/api/test/breaks',
  summary: 'A test.',
  policy: { kind: 'public' },
});
const saysTooMuch = endpoint({ ...breaks, path: '/api/test/says-too-much' });

const routes: Route[] = [
  servePublic(note, async (_world, { body }) =>
    body.words === 'already there' ? refuse('already-exists') : ok({ words: body.words }),
  ),
  serve(forAdmins, async () => ok({})),
  serve(ofHousehold, async () => ok({})),
  servePublic(breaks, async () => {
    throw new BrokenInvariant('the mother is called Nawal');
  }),
  servePublic(saysTooMuch, async () => {
    const leaking: Record<string, never> = {};
    return ok(Object.assign(leaking, { passwordHash: 'x' }));
  }),
];

const db = await freshDatabase();
const world = worldOn(db);
const { app } = await startApp(world, { routes: (auth) => [...sessionRoutes(auth), ...routes] });
const nobody = clientOf(app);
const post = (body: unknown, headers: Record<string, string> = {}) =>
  nobody.call('POST', '/api/test/notes', body, headers);

const notAvailable = { type: 'about:blank', title: 'Not available.', status: 404, code: 'not-available' };

test('an address that is no route answers as what may not be seen does', async () => {
  const social = await signIn(app, await makePerson(world));
  const unknown = crypto.randomUUID();
  const answers = [
    await nobody.call('GET', '/api/nothing/here'),
    await nobody.call('PUT', '/api/test/notes', {}),
    await social.call('GET', `/api/test/households/${unknown}`),
    await social.call('GET', '/api/test/households/not-an-id'),
    await social.call('POST', `/api/test/admin/${unknown}`, { secretField: 'x' }),
    await social.call('POST', `/api/test/admin/${unknown}`, { wrong: 'x' }),
    await social.call('POST', `/api/test/admin/${unknown}`, 'not json'),
  ];
  for (const { status, body, headers } of answers) {
    expect([status, body]).toEqual([404, notAvailable]);
    expect(headers.get('content-type')).toBe('application/problem+json');
  }
});

test('whoever isn’t signed in learns nothing of what a route takes', async () => {
  const answers = [
    await nobody.call('POST', `/api/test/admin/${crypto.randomUUID()}`, { wrong: 'x' }),
    await nobody.call('POST', '/api/test/admin/not-an-id', 'not json'),
    await nobody.call('GET', `/api/test/households/${crypto.randomUUID()}`),
  ];
  expect(answers.map(({ status, body }) => [status, (body as { code: string }).code])).toEqual(
    answers.map(() => [401, 'signed-out']),
  );
});

test.each([
  ['another', 'https://elsewhere.example'],
  ['the same with another port', 'http://trama.test:8080'],
  ['the same over https', 'https://trama.test'],
  ['no', ''],
])('a change from %s Origin is refused before anything is read', async (_, wrong) => {
  const { status, body } = await post('not json', { origin: wrong });
  expect([status, body]).toMatchObject([403, { code: 'wrong-origin' }]);
});

test.each([
  ['text that isn’t JSON', '{"words":', {}],
  ['bytes that aren’t UTF-8', '"\ud800', { 'content-type': 'application/json' }],
  ['another content type', '{"words":"three"}', { 'content-type': 'text/plain' }],
  ['a form', 'words=three', { 'content-type': 'application/x-www-form-urlencoded' }],
])('%s is unreadable', async (_, body, headers) => {
  const answer = await post(body, headers);
  expect([answer.status, answer.body]).toMatchObject([400, { code: 'unreadable' }]);
});

test('a body over 256 KiB is refused by its declared length, and by its real one', async () => {
  const large = JSON.stringify({ words: 'x'.repeat(256 * 1024) });
  expect(await post(large)).toMatchObject({ status: 413, body: { code: 'too-large' } });
  const streamed = await app.request('/api/test/notes', {
    method: 'POST',
    headers: { origin, 'content-type': 'application/json' },
    body: new Blob([large]).stream(),
    duplex: 'half',
  } as RequestInit);
  expect(streamed.status).toBe(413);
  const justFits = JSON.stringify({ words: 'x'.repeat(256 * 1024 - 12) });
  expect(justFits.length).toBe(256 * 1024);
  expect((await post(justFits)).status).toBe(200);
});

test('what the schema doesn’t want is told field by field, unknown keys too', async () => {
  const { status, body } = await post({ words: 'no', lines: [{ n: 1 }, { n: 'two', m: 3 }], more: 1 });
  expect(status).toBe(422);
  expect(body).toMatchObject({ code: 'invalid', title: expect.any(String) });
  const { fields } = body as { fields: { path: string; code: string; message: string }[] };
  expect(fields.map(({ path, code }) => `${path} ${code}`).sort()).toEqual([
    'lines.1.m unknown',
    'lines.1.n invalid_type',
    'more unknown',
    'words too_small',
  ]);
  expect(fields.every(({ message }) => message.length > 0)).toBe(true);
});

test('a prototype key is an unknown key like any other', async () => {
  const { status, body } = await post('{"words":"three","__proto__":{"admin":true},"constructor":{}}');
  expect(status).toBe(422);
  expect(JSON.stringify(body)).toContain('constructor');
});

test('an unknown or doubled query name is invalid', async () => {
  for (const query of ['loudd=true', 'loud=true&loud=false', 'loud=']) {
    const { status, body } = await nobody.call('POST', `/api/test/notes?${query}`, { words: 'three' });
    expect([query, status, body]).toMatchObject([query, 422, { code: 'invalid' }]);
  }
});

test('a refusal of the domain has its status and code; a success is JSON that nobody stores', async () => {
  expect(await post({ words: 'already there' })).toMatchObject({
    status: 409,
    body: { code: 'already-exists' },
  });
  const { status, body, headers } = await post({ words: 'three' });
  expect([status, body]).toEqual([200, { words: 'three' }]);
  expect(headers.get('cache-control')).toBe('no-store');
});

test('a broken invariant answers 500 and tells nothing of what it was', async () => {
  const { status, body } = await nobody.call('GET', '/api/test/breaks');
  expect([status, body]).toEqual([
    500,
    { type: 'about:blank', title: 'Something broke on our side.', status: 500, code: 'broken' },
  ]);
});

test('an answer that says more than its schema is a bug that tests meet', async () => {
  expect((await nobody.call('GET', '/api/test/says-too-much')).status).toBe(500);
});

test('every answer forbids framing, sniffing and foreign scripts', async () => {
  for (const path of ['/api/test/breaks', '/healthz', '/api/nothing', '/']) {
    const { headers } = await nobody.call('GET', path);
    const policy = headers.get('content-security-policy');
    expect(policy).toContain("default-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toContain('ws://trama.test');
    expect(policy).not.toMatch(/script-src|unsafe-eval|\*/);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
  }
});
