import { beforeEach, expect, test } from 'vitest';
import { since } from '../../../server/activity/log.ts';
import { sessionRoutes } from '../../../server/auth/routes.ts';
import { createAccount } from '../../../server/records/people/commands.ts';
import { personBriefs } from '../../../server/records/people/queries.ts';
import { personRoutes } from '../../../server/records/people/routes.ts';
import { newId, PersonId } from '../../../shared/ids.ts';
import type { AccountDraft } from '../../../shared/records/people.ts';
import { type Client, signedInClient, signIn, startApp } from '../../support/app.ts';
import { freshDatabase } from '../../support/database.ts';
import { makeFamilyAccount, makeHousehold } from '../../support/households.ts';
import { asRule, type MadePerson, makeBody, makePerson, worldOn } from '../../support/people.ts';

const db = await freshDatabase();
const world = worldOn(db);
const testApp = await startApp(world, { routes: (auth) => [...sessionRoutes(auth), ...personRoutes(auth)] });

const { app } = testApp;

let anna: MadePerson;
let admin: MadePerson;
let asAdmin: Client;
beforeEach(async () => {
  anna = await makePerson(world, { name: 'Anna Ferraro' });
  admin = await makePerson(world, { name: 'Rosa Gallo', function: 'admin' });
  asAdmin = await signIn(app, admin);
});

const draft = (given: Partial<AccountDraft> = {}): AccountDraft => ({
  name: 'Anna Ferraro',
  email: `${crypto.randomUUID()}@example.org`,
  function: 'social',
  bodyId: null,
  title: '',
  languages: [],
  screenLanguage: 'it',
  householdId: null,
  ...given,
});
const make = (given: Partial<AccountDraft>) =>
  asRule(world, (occasion) =>
    createAccount(occasion, {
      ...draft(given),
      id: newId(PersonId),
      password: 'una parola lunga',
    }),
  );

test('X18: two accounts can’t have one e-mail, whatever its capitals, even at the same moment', async () => {
  expect(await make({ email: anna.email.toUpperCase() })).toEqual({ ok: false, code: 'already-exists' });
  const email = `${crypto.randomUUID()}@example.org`;
  const made = await Promise.all(Array.from({ length: 5 }, () => make({ email })));
  expect(made.filter(({ ok }) => ok)).toHaveLength(1);
});

test('X18: nobody but the administration sees or changes accounts', async () => {
  const client = await signIn(app, anna);
  expect((await client.call('GET', '/api/accounts')).status).toBe(404);
  expect((await client.call('PATCH', `/api/accounts/${anna.id}`, { function: 'admin' })).status).toBe(404);
  expect((await client.call('PATCH', `/api/accounts/${admin.id}`, { active: false })).status).toBe(404);
});

test('X18: the administrator can’t close their own account nor give up their own administration', async () => {
  for (const change of [{ active: false }, { function: 'social' }]) {
    expect(await asAdmin.call('PATCH', `/api/accounts/${admin.id}`, change)).toMatchObject({
      status: 403,
      body: { code: 'not-yours-to-do' },
    });
  }
  expect(
    (await asAdmin.call('PATCH', `/api/accounts/${admin.id}`, { title: 'amministrazione' })).status,
  ).toBe(200);
});

test('X18: an account is never made a family’s, nor given a body that isn’t there', async () => {
  expect(
    (await asAdmin.call('PATCH', `/api/accounts/${anna.id}`, { function: 'family' })).body,
  ).toMatchObject({ code: 'invalid' });
  expect(
    (await asAdmin.call('PATCH', `/api/accounts/${anna.id}`, { bodyId: crypto.randomUUID() })).body,
  ).toMatchObject({ code: 'invalid', fields: [{ path: 'bodyId' }] });
  expect((await asAdmin.call('PATCH', `/api/accounts/${crypto.randomUUID()}`, { title: 'x' })).status).toBe(
    404,
  );
});

test('X9: changing what an account may do steps its access epoch and says which fields; no change, no event', async () => {
  const body = await makeBody(world);
  const change = { function: 'education', bodyId: body.id, title: 'educatrice' };
  const { status, body: changed } = await asAdmin.call('PATCH', `/api/accounts/${anna.id}`, change);
  expect([status, changed]).toMatchObject([
    200,
    { function: 'education', body: { id: body.id }, title: 'educatrice' },
  ]);
  await asAdmin.call('PATCH', `/api/accounts/${anna.id}`, change);
  const [row] = await db.sql`select access_epoch from person where id = ${anna.id}`;
  expect(row?.access_epoch).toBe(1);
  const events = (await since(db.orm, 0, 10_000))
    .map(({ event }) => event)
    .filter(({ kind }) => kind === 'person.changed');
  expect(events.filter((event) => 'personId' in event && event.personId === anna.id)).toEqual([
    { kind: 'person.changed', personId: anna.id, fields: ['function', 'bodyId', 'title'] },
  ]);
});

test('a closed account keeps its name where it acted, and is no colleague any more', async () => {
  await asAdmin.call('PATCH', `/api/accounts/${anna.id}`, { active: false });
  expect((await personBriefs(db.orm, [anna.id])).get(anna.id)?.name).toBe('Anna Ferraro');
  const { body } = await asAdmin.call('GET', '/api/people');
  expect(JSON.stringify(body)).not.toContain(anna.id);
});

test('the directory of colleagues finds by words without accents, function and body, and no family', async () => {
  const body = await makeBody(world);
  const zoe = await makePerson(world, {
    name: 'Zoë D’Agostino',
    title: 'psicologa',
    function: 'health',
    bodyId: body.id,
    languages: ['it', 'fr'],
  });
  const family = await makeFamilyAccount(world, await makeHousehold(world));
  const client = await signIn(app, anna);
  const find = async (query: string) => {
    const { body: found } = await client.call('GET', `/api/people?${query}`);
    return (found as { people: { id: string }[] }).people;
  };
  expect(await find('q=zoe')).toEqual([
    {
      id: zoe.id,
      name: 'Zoë D’Agostino',
      function: 'health',
      title: 'psicologa',
      body: { id: body.id, name: body.name, kind: body.kind, sector: body.sector, public: true },
      languages: ['it', 'fr'],
    },
  ]);
  expect(await find('q=PSICO%20zoe')).toHaveLength(1);
  expect(await find('q=zoe&function=social')).toHaveLength(0);
  expect(await find(`bodyId=${body.id}`)).toHaveLength(1);
  expect(await find('q=%25')).toHaveLength(0);
  expect((await find('')).map(({ id }) => id)).not.toContain(family.personId);
  const mother = await signedInClient(testApp, await emailOf(family.personId));
  expect((await mother.call('GET', '/api/people')).body).toEqual({ people: [] });
});

test('D7: a worker of a shelter whose address is secret is shown without it', async () => {
  const shelter = await makeBody(world, {
    kind: 'shelter',
    sector: 'protection',
    name: 'Casa segreta',
    public: false,
  });
  const worker = await makePerson(world, { name: 'Ilaria Neri', function: 'protection', bodyId: shelter.id });
  const client = await signIn(app, anna);
  const { body } = await client.call('GET', '/api/people?q=ilaria');
  expect(body).toMatchObject({ people: [{ id: worker.id, body: null }] });
  expect((await personBriefs(db.orm, [worker.id])).get(worker.id)?.body).toBeNull();
});

test('X16: everybody changes their own screen language, to one that exists', async () => {
  const client = await signIn(app, anna);
  expect((await client.call('PATCH', '/api/me', { screenLanguage: 'de' })).status).toBe(422);
  expect((await client.call('PATCH', '/api/me', { screenLanguage: 'ar' })).status).toBe(200);
  expect((await client.call('GET', '/api/session')).body).toMatchObject({ screenLanguage: 'ar' });
});

async function emailOf(id: PersonId): Promise<{ email: string }> {
  const [row] = await db.sql<{ email: string }[]>`select email from person where id = ${id}`;
  return { email: row?.email ?? '' };
}
