/**
 * D7: a secret address stands in the one answer to whoever was named and gave a reason, and nowhere else; a concealed
 * structure's name only before those who were named. Every GET of the contract is asked by everybody around.
 */
import { Writable } from 'node:stream';
import { pino } from 'pino';
import { expect, test } from 'vitest';
import { allRoutes } from '../../../server/app/routes.ts';
import { bookPlacement } from '../../../server/records/placements/booking.ts';
import { arrive } from '../../../server/records/placements/stay.ts';
import { createAddressBox } from '../../../server/records/secret-addresses/box.ts';
import { grantAddress, storeAddress } from '../../../server/records/secret-addresses/commands.ts';
import { storeAddressOfStructure } from '../../../server/records/secret-addresses/structures.ts';
import type { Actor } from '../../../shared/access.ts';
import { contract } from '../../../shared/contract.ts';
import type { Endpoint } from '../../../shared/endpoint.ts';
import { origin, startApp } from '../../support/app.ts';
import { freshDatabase } from '../../support/database.ts';
import { act, makeWorker } from '../../support/households.ts';
import { openSession } from '../../support/open-session.ts';
import { must, worldOn } from '../../support/people.ts';
import { ask, dayIn, makeStructure } from '../../support/shelter.ts';
import { makePlace, makeStrangers, type Standing } from '../../support/standings.ts';
import { until } from '../../support/until.ts';

const db = await freshDatabase();
const world = worldOn(db);
let logged = '';
const log = pino(
  { level: 'trace' },
  new Writable({
    write(chunk, _encoding, done) {
      logged += chunk;
      done();
    },
  }),
);
const box = createAddressBox(new Uint8Array(32).fill(3));
const { app } = await startApp(world, {
  log,
  routes: (auth) => allRoutes({ origin, demo: null, auth, addresses: box }),
});

const [homeAddress, structureAddress] = ['via Zefirelli Quattordici', 'strada Quazzolo Ventisette'];
const structureName = 'Rifugio Xilografia';
const secrets = [homeAddress, structureAddress, structureName];
/** A word of each, as somebody would search for it. */
const words = ['Zefirelli', 'Quazzolo', 'Xilografia'];

const place = await makePlace(world, 'enrolled', await makeStrangers(world));
const { household, conferenceId, standings } = place;
const of = (name: string): Standing =>
  standings.find((standing) => standing.name === name) ?? expect.fail(`nobody is ${name}`);
const [keeper, named] = [of('team: protection').actor, of('team: health').actor];
const callCentre = await makeWorker(world, 'call_centre');

const cookies = new Map<string, Promise<string>>();
function cookieOf({ personId }: Actor): Promise<string> {
  const cookie = cookies.get(personId) ?? openSession(db, personId);
  cookies.set(personId, cookie);
  return cookie;
}
async function request(actor: Actor, method: string, path: string, body?: object): Promise<string> {
  const headers = { cookie: await cookieOf(actor), origin, 'content-type': 'application/json' };
  const response = await app.request(path, { method, headers, ...(body && { body: JSON.stringify(body) }) });
  return `${response.status} ${await response.text()} ${JSON.stringify([...response.headers])}`;
}

/** What a person's feed says until it is closed. */
async function listen(actor: Actor): Promise<{ said(): string; close(): void }> {
  const gone = new AbortController();
  const response = await app.request('/api/feed', {
    headers: { cookie: await cookieOf(actor) },
    signal: gone.signal,
  });
  let text = '';
  const read = async () => {
    for await (const chunk of response.body ?? []) text += Buffer.from(chunk).toString();
  };
  read().catch(() => undefined); // cut off by us
  return { said: () => text, close: () => gone.abort() };
}

const everybody = [
  ...standings.map(({ name, actor }) => ({ name, actor })),
  { name: 'call centre', actor: callCentre },
];
const feeds = await Promise.all(everybody.map(({ actor }) => listen(actor)));

const structure = await makeStructure(world, keeper, { concealed: true, name: structureName });
const structureId = structure.body.id;
const householdId = household.id;
await must(
  act(world, keeper, (context) => storeAddress(context, box, { householdId, address: homeAddress })),
);
await must(
  act(world, keeper, (context) =>
    storeAddressOfStructure(context, box, { structureId, address: structureAddress }),
  ),
);
await must(
  act(world, keeper, (context) =>
    grantAddress(context, { householdId, personId: named.personId, reason: 'La visita a casa.' }),
  ),
);
const asked = await ask(world, household);
const booked = await must(
  act(world, keeper, (context) =>
    bookPlacement(context, {
      placementId: asked.id,
      version: asked.version,
      structureId,
      from: dayIn(world, 0),
      until: dayIn(world, 9),
      reviewOn: null,
    }),
  ),
);
await must(
  act(world, keeper, (context) =>
    arrive(context, { placementId: asked.id, version: booked.version, on: dayIn(world, 0), reviewOn: null }),
  ),
);

const inPath = (path: string): string =>
  path
    .replace(':householdId', householdId)
    .replace(':conferenceId', conferenceId)
    .replace(':structureId', structureId)
    .replace(':bodyId', structureId)
    .replace(':placementId', asked.id)
    .replace(':personId', named.personId)
    .replace(':zone', 'social-notes')
    .replace(/:\w+/g, () => crypto.randomUUID());

test('D7: refused: nobody finds an address or a concealed structure in any answer, but who was named for it', {
  timeout: 120_000,
}, async () => {
  const reads = Object.values(contract)
    .flatMap((endpoints): Endpoint[] => Object.values(endpoints))
    .filter(({ method }) => method === 'GET')
    .flatMap(({ path }) =>
      /\/api\/(search|bodies|people)$/.test(path) ? words.map((word) => `${path}?q=${word}`) : [inPath(path)],
    );
  expect(reads.length).toBeGreaterThan(25);
  const found: { name: string; path: string; secret: string }[] = [];
  const waiting = everybody.flatMap(({ name, actor }) => reads.map((path) => ({ name, actor, path })));
  const lane = async (): Promise<void> => {
    for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
      const { name, actor, path } = next;
      const text = await request(actor, 'GET', path);
      for (const secret of secrets) if (text.includes(secret)) found.push({ name, path, secret });
    }
  };
  await Promise.all(Array.from({ length: 6 }, lane));
  const knows = new Set(found.map(({ name, secret }) => `${name}: ${secret}`));
  expect([...knows].sort()).toEqual([`team: health: ${structureName}`, `team: protection: ${structureName}`]);
  expect(new Set(found.map(({ path }) => path))).toEqual(
    new Set([`/api/households/${householdId}/shelter`, '/api/placements', '/api/structures']),
  );
});

test('D7: only the opening of whoever was named answers with the address', async () => {
  const openings = [
    {
      path: `/api/households/${householdId}/secret-address/openings`,
      secret: homeAddress,
      who: 'team: health',
    },
    {
      path: `/api/structures/${structureId}/secret-address/openings`,
      secret: structureAddress,
      who: 'team: protection',
    },
  ];
  for (const { path, secret, who } of openings) {
    const answered = [];
    for (const { name, actor } of everybody) {
      if ((await request(actor, 'POST', path, { reason: 'Vado a prenderla.' })).includes(secret))
        answered.push(name);
    }
    expect(answered).toEqual([who]);
    expect(await request(of(who).actor, 'POST', path, {})).toMatch(/^422 /);
  }
});

test('D7: refused: feeds, metrics, the log and every table of the database hold neither', async () => {
  await until(() => feeds.every((feed) => feed.said().includes('ready')), 10_000);
  await until(() => feeds[everybody.length - 1]?.said().includes('placement.arrived') ?? false, 10_000);
  for (const feed of feeds) feed.close();
  const metrics = await (await app.request('/metrics')).text();
  const said = [...feeds.map((feed) => feed.said()), metrics, logged].join('\n');
  expect(logged.length).toBeGreaterThan(1000);
  const tables = await db.sql<{ name: string }[]>`
    select format('%I.%I', schemaname, tablename) as name from pg_tables
    where schemaname not in ('pg_catalog', 'information_schema')`;
  expect(tables.length).toBeGreaterThan(25);
  for (const secret of secrets) {
    expect(said.includes(secret)).toBe(false);
    const hex = Buffer.from(secret).toString('hex');
    const holding = [];
    for (const { name } of tables) {
      const [row] = await db.sql.unsafe(
        `select count(*)::int as rows from ${name} each where strpos(each::text, $1) > 0 or strpos(each::text, $2) > 0`,
        [secret, hex],
      );
      if (row?.rows > 0) holding.push(name);
    }
    expect(holding).toEqual(secret === structureName ? ['public.body'] : []);
  }
});
