import { beforeAll, expect, test } from 'vitest';
import { firstBrokenLink } from '../../../server/activity/chain.ts';
import { sessionRoutes } from '../../../server/auth/routes.ts';
import { invitationRoutes } from '../../../server/records/invitations/routes.ts';
import { type Client, clientOf, cookieOf, signIn, startApp } from '../../support/app.ts';
import { freshDatabase } from '../../support/database.ts';
import { makeBody, makePerson, worldOn } from '../../support/people.ts';

const db = await freshDatabase();
const world = worldOn(db);
const publicOrigin = 'https://trama.example.org';
const { app } = await startApp(world, {
  routes: (auth) => [...sessionRoutes(auth), ...invitationRoutes(auth, publicOrigin)],
});
const nobody = clientOf(app);

let admin: Client;
beforeAll(async () => {
  admin = await signIn(app, await makePerson(world, { function: 'admin' }));
});

const draft = (given: Record<string, unknown> = {}) => ({
  email: `${crypto.randomUUID()}@example.org`,
  name: 'Giulia Marchetti',
  function: 'health',
  bodyId: null,
  title: 'ostetrica',
  screenLanguage: 'it',
  ...given,
});
const acceptance = {
  name: 'Giulia Marchetti',
  password: 'una parola lunga abbastanza',
  languages: ['it', 'fr'],
  screenLanguage: 'fr',
};

type Invited = { invitation: { id: string; email: string }; link: string };
async function invite(given: Record<string, unknown> = {}): Promise<Invited & { path: string }> {
  const { status, body } = await admin.call('POST', '/api/invitations', draft(given));
  expect(status).toBe(200);
  const invited = body as Invited;
  return { ...invited, path: `/api/invitations/by-token/${invited.link.split('/').at(-1)}` };
}
const ended = { status: 410, body: { code: 'link-ended' } };

test('X18: only the administration invites, lists and withdraws', async () => {
  const social = await signIn(app, await makePerson(world, { function: 'social' }));
  expect((await social.call('POST', '/api/invitations', draft())).status).toBe(404);
  expect((await social.call('GET', '/api/invitations')).status).toBe(404);
  expect((await social.call('DELETE', `/api/invitations/${crypto.randomUUID()}`)).status).toBe(404);
  expect(await db.sql`select from invitation`).toHaveLength(0);
});

test('X18: nobody is invited as a family, to a body that isn’t there, or with an e-mail that has an account', async () => {
  const taken = await makePerson(world);
  expect(await admin.call('POST', '/api/invitations', draft({ function: 'family' }))).toMatchObject({
    status: 422,
    body: { fields: [{ path: 'function' }] },
  });
  expect(await admin.call('POST', '/api/invitations', draft({ bodyId: crypto.randomUUID() }))).toMatchObject({
    status: 422,
    body: { fields: [{ path: 'bodyId', code: 'unknown' }] },
  });
  expect(
    await admin.call('POST', '/api/invitations', draft({ email: taken.email.toUpperCase() })),
  ).toMatchObject({ status: 409, body: { code: 'already-exists' } });
});

test('X18: a link that never was, was withdrawn, has expired or was used answers alike', async () => {
  const withdrawn = await invite();
  await admin.call('DELETE', `/api/invitations/${withdrawn.invitation.id}`);
  const expired = await invite();
  await db.sql`update invitation set created_at = now() - interval '8 days', expires_at = now() - interval '1 day'
    where id = ${expired.invitation.id}`;
  const used = await invite();
  expect((await nobody.call('POST', `${used.path}/accept`, acceptance)).status).toBe(200);

  const paths = [withdrawn.path, expired.path, used.path, `/api/invitations/by-token/${'x'.repeat(43)}`];
  const answers = await Promise.all(
    paths.flatMap((path) => [nobody.call('GET', path), nobody.call('POST', `${path}/accept`, acceptance)]),
  );
  for (const answer of answers) expect(answer).toMatchObject(ended);
  expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
});

test('X18: the database keeps no token, and the list tells no link', async () => {
  const { link, invitation } = await invite();
  const token = link.split('/').at(-1) ?? '';
  expect(link).toBe(`${publicOrigin}/invitations/${token}`);
  expect(token.length).toBeGreaterThanOrEqual(43);
  const rows = await db.sql`select row_to_json(i)::text as row from invitation i where id = ${invitation.id}`;
  expect(rows[0]?.row).not.toContain(token);
  const { body } = await admin.call('GET', '/api/invitations');
  expect(JSON.stringify(body)).not.toContain(token);
  expect(body).toMatchObject({ invitations: expect.arrayContaining([{ ...invitation, state: 'waiting' }]) });
});

test('X18: a short password is refused and the link still works', async () => {
  const { path } = await invite();
  const short = await nobody.call('POST', `${path}/accept`, { ...acceptance, password: 'short' });
  expect(short).toMatchObject({ status: 422, body: { fields: [{ path: 'password', code: 'too_small' }] } });
  expect((await nobody.call('GET', path)).status).toBe(200);
});

test('X18: accepting makes the account as invited and signs in', async () => {
  const body = await makeBody(world, { kind: 'family_clinic', sector: 'health', name: 'Consultorio Nord' });
  const { path, invitation } = await invite({ bodyId: body.id });
  expect((await nobody.call('GET', path)).body).toEqual({
    email: invitation.email,
    name: 'Giulia Marchetti',
    function: 'health',
    screenLanguage: 'it',
  });
  const accepted = await nobody.call('POST', `${path}/accept`, acceptance);
  expect([accepted.status, accepted.body]).toEqual([200, {}]);
  const client = clientOf(app, cookieOf(accepted.headers));
  expect((await client.call('GET', '/api/session')).body).toMatchObject({
    email: invitation.email,
    function: 'health',
    title: 'ostetrica',
    screenLanguage: 'fr',
    body: { name: 'Consultorio Nord' },
  });
  const again = await nobody.call('POST', '/api/session', {
    email: invitation.email,
    password: acceptance.password,
  });
  expect(again.status).toBe(200);
  const { body: list } = await admin.call('GET', '/api/invitations');
  const { invitations } = list as { invitations: { id: string; state: string }[] };
  expect(invitations.find(({ id }) => id === invitation.id)?.state).toBe('accepted');
  expect((await admin.call('DELETE', `/api/invitations/${invitation.id}`)).body).toMatchObject({
    code: 'wrong-state',
  });
});

test('X18: of twenty who accept at the same moment one succeeds, and one account is made', async () => {
  const { path, invitation } = await invite();
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => nobody.call('POST', `${path}/accept`, acceptance)),
  );
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  expect(answers.filter(({ status }) => status === 410)).toHaveLength(19);
  const people = await db.sql`select id from person where email = ${invitation.email}`;
  expect(people).toHaveLength(1);
  expect(await db.sql`select from session where person_id = ${people[0]?.id}`).toHaveLength(1);
});

test('X18: of accepting and withdrawing at the same moment one succeeds', async () => {
  for (let n = 0; n < 10; n += 1) {
    const { path, invitation } = await invite();
    const [accepted, withdrawn] = await Promise.all([
      nobody.call('POST', `${path}/accept`, acceptance),
      admin.call('DELETE', `/api/invitations/${invitation.id}`),
    ]);
    expect([accepted.status, withdrawn.status].filter((status) => status === 200)).toHaveLength(1);
  }
  expect(await firstBrokenLink(db.orm)).toBeNull();
});
