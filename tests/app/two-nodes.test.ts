/** The whole server twice, on one Postgres and one Redis, as deploy/compose.yaml runs it. */
import { once } from 'node:events';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { WebSocket } from 'ws';
import { readConfig } from '../../server/config.ts';
import { type RunningServer, startServer } from '../../server/start.ts';
import type { Actor } from '../../shared/access.ts';
import { schemaVersion } from '../../shared/documents/kinds.ts';
import type { HouseholdId } from '../../shared/ids.ts';
import { CloseCode, schemaParameter } from '../../shared/sync/protocol.ts';
import { freshDatabase } from '../support/database.ts';
import { openFeed } from '../support/feed.ts';
import { join, makeHousehold, makeWorker } from '../support/households.ts';
import { password, worldOn } from '../support/people.ts';
import { startRedis } from '../support/redis-server.ts';

const db = await freshDatabase({ from: 'nothing' });
const world = worldOn(db);
const redis = await startRedis();
afterAll(() => redis.kill());

const origin = 'http://trama.test';
const config = readConfig({
  PORT: '0',
  HOST: '127.0.0.1',
  DATABASE_URL: db.url,
  REDIS_URL: redis.url,
  PUBLIC_ORIGIN: origin,
  LOG_LEVEL: 'silent',
});

const start = (): Promise<RunningServer> =>
  startServer(config, { say: () => undefined, onLost: () => undefined });

const metric = async ({ url }: RunningServer, name: string): Promise<number> => {
  const text = await (await fetch(`${url}/metrics`)).text();
  return Number(new RegExp(`^trama_${name} (\\S+)$`, 'm').exec(text)?.[1]);
};

async function isConnected(server: RunningServer, expected: boolean): Promise<void> {
  while ((await metric(server, 'bus_connected')) !== Number(expected));
}

let first: RunningServer;
let second: RunningServer;
beforeAll(async () => {
  [first, second] = await Promise.all([start(), start()]);
  for (const node of [first, second]) await isConnected(node, true);
  return async () => {
    await Promise.all([first.close(), second.close()]);
  };
});

const callOf =
  ({ url }: RunningServer, cookie = '') =>
  (method: string, path: string, body?: unknown): Promise<Response> =>
    fetch(url + path, {
      method,
      headers: { origin, 'content-type': 'application/json', cookie },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });

/** Signs in at one node and answers the cookie, which is good at both. */
async function signInAt(node: RunningServer, { personId }: Actor): Promise<string> {
  const [row] = await db.sql<{ email: string }[]>`select email from person where id = ${personId}`;
  const response = await callOf(node)('POST', '/api/session', { email: row?.email, password });
  expect(response.status).toBe(200);
  return response.headers.getSetCookie()[0]?.split(';')[0] ?? '';
}

/** The household's plan, open at this node; answers its close code and when it came. */
async function openPlan({ url }: RunningServer, cookie: string, householdId: HouseholdId) {
  const [row] = await db.sql`
    select id from document where household_id = ${householdId} and kind = 'care-plan'`;
  const address = `${url.replace('http', 'ws')}/sync/${row?.id}?${schemaParameter}=${schemaVersion}`;
  const socket = new WebSocket(address, { headers: { cookie }, origin });
  onTestFinished(() => socket.terminate());
  const closed = once(socket, 'close').then(([code]) => ({ code: Number(code), at: performance.now() }));
  await once(socket, 'open');
  socket.send(new Uint8Array([0, 0, 1, 0])); // step 1 of a replica that has nothing
  await once(socket, 'message');
  return { closed };
}

test('X6: two nodes start at once on an empty database: each migration runs once, both are ready', async () => {
  for (const { url } of [first, second]) expect((await fetch(`${url}/readyz`)).status).toBe(200);
  const applied = await db.sql<{ name: string }[]>`select name from schema_migration`;
  expect(new Set(applied.map(({ name }) => name)).size).toBe(applied.length);
});

test.each([
  ['the bus alive', 1_000],
  ['the bus dead', 5_000],
] as const)(
  'X9: two nodes, %s: being taken off a team at one closes the plan at the other within %i ms, and the feed tells',
  async (state, withinMs) => {
    const household = await makeHousehold(world);
    const worker = await makeWorker(world, 'health');
    await join(world, household, worker);
    const cookies = { tutor: await signInAt(first, household.tutor), worker: await signInAt(first, worker) };
    const plan = await openPlan(second, cookies.worker, household.id);
    const request = (path: string, init: RequestInit) => fetch(second.url + path, init);
    const feed = await openFeed({ request }, cookies.worker);
    await feed.next('ready');
    if (state === 'the bus dead') {
      onTestFinished(redis.start);
      await redis.kill();
      for (const node of [first, second]) await isConnected(node, false);
    }
    const [membership] = await db.sql`select id from team_membership where person_id = ${worker.personId}`;
    const path = `/api/households/${household.id}/team/${membership?.id}/end`;
    expect((await callOf(first, cookies.tutor)('POST', path, { reason: 'Cambia servizio.' })).status).toBe(
      200,
    );
    const answeredAt = performance.now();
    const { code, at } = await plan.closed;
    expect(code).toBe(CloseCode.notAvailable);
    expect(at - answeredAt).toBeLessThan(withinMs);
    let told = await feed.message();
    while (told.kind !== 'access.changed') told = await feed.message();
    expect(told.householdId).toBe(household.id);
    feed.close();
  },
);
