import { once } from 'node:events';
import { beforeAll, beforeEach, expect, onTestFinished, test } from 'vitest';
import { WebSocket } from 'ws';
import { readConfig } from '../../server/config.ts';
import { type RunningServer, startServer } from '../../server/start.ts';
import type { Actor } from '../../shared/access.ts';
import type { DocumentKind } from '../../shared/documents/kinds.ts';
import { schemaVersion } from '../../shared/documents/kinds.ts';
import { CloseCode, schemaParameter } from '../../shared/sync/protocol.ts';
import { freshDatabase } from '../support/database.ts';
import { openFeed } from '../support/feed.ts';
import { join, type MadeHousehold, makeHousehold, makeWorker } from '../support/households.ts';
import { makePerson, password, worldOn } from '../support/people.ts';

const db = await freshDatabase();
const world = worldOn(db);

let server: RunningServer;
beforeAll(async () => {
  const config = readConfig({ PORT: '0', HOST: '127.0.0.1', DATABASE_URL: db.url, LOG_LEVEL: 'silent' });
  server = await startServer(config, { say: () => undefined, onLost: () => undefined });
  return () => server.close();
});

let household: MadeHousehold;
let worker: Actor;
let tutor: Page;
beforeEach(async () => {
  household = await makeHousehold(world);
  worker = await makeWorker(world, 'health');
  await join(world, household, worker);
  tutor = await openPage(household.tutor);
});

type Page = {
  readonly cookie: string;
  call(method: string, path: string, body?: unknown): Promise<Response>;
};

/** Somebody at their browser, signed in to the running server. */
async function openPage({ personId }: Actor): Promise<Page> {
  const [row] = await db.sql<{ email: string }[]>`select email from person where id = ${personId}`;
  const call = (cookie: string) => (method: string, path: string, body?: unknown) =>
    fetch(server.url + path, {
      method,
      headers: { origin: server.url, 'content-type': 'application/json', cookie },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
  const response = await call('')('POST', '/api/session', { email: row?.email, password });
  const cookie = response.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  return { cookie, call: call(cookie) };
}

/** y-websocket's first frame: kind sync, step 1, and the state vector of an empty document. */
const syncStep1OfNothing = new Uint8Array([0, 0, 1, 0]);

/** A document's socket; answers its close code when it closes. */
async function openDocument(page: Page, kind: DocumentKind): Promise<{ closed: Promise<number> }> {
  const [row] = await db.sql`select id from document where household_id = ${household.id} and kind = ${kind}`;
  const url = `${server.url.replace('http', 'ws')}/sync/${row?.id}?${schemaParameter}=${schemaVersion}`;
  const socket = new WebSocket(url, { headers: { cookie: page.cookie }, origin: server.url });
  onTestFinished(() => socket.terminate());
  const closed = once(socket, 'close').then(([code]) => Number(code));
  await once(socket, 'open');
  socket.send(syncStep1OfNothing);
  await once(socket, 'message');
  return { closed };
}

/** The code, and that it came within the two seconds the product promises. */
async function within2s(closed: Promise<number>, since: number): Promise<number> {
  const code = await closed;
  expect(Date.now() - since).toBeLessThan(2_000);
  return code;
}

test('X9: signing out closes this session’s documents, not those of another device', async () => {
  const [desk, phone] = [await openPage(worker), await openPage(worker)];
  const [ofDesk, ofPhone] = [await openDocument(desk, 'care-plan'), await openDocument(phone, 'care-plan')];
  const began = Date.now();
  await desk.call('DELETE', '/api/session');
  expect(await within2s(ofDesk.closed, began)).toBe(CloseCode.signedOut);
  await phone.call('DELETE', '/api/session?everywhere=true');
  expect(await ofPhone.closed).toBe(CloseCode.signedOut);
});

test('X9: closing an account closes its documents', async () => {
  const admin = await openPage((await makePerson(world, { function: 'admin' })).actor);
  const page = await openPage(worker);
  const plan = await openDocument(page, 'care-plan');
  const began = Date.now();
  await admin.call('PATCH', `/api/accounts/${worker.personId}`, { active: false });
  expect(await within2s(plan.closed, began)).toBe(CloseCode.signedOut);
});

test('X9: being taken off a team closes the household’s documents and tells the feed', async () => {
  const page = await openPage(worker);
  const plan = await openDocument(page, 'care-plan');
  const request = (path: string, init: RequestInit) => fetch(server.url + path, init);
  const feed = await openFeed({ request }, page.cookie);
  await feed.next('ready');
  const [membership] = await db.sql`select id from team_membership where person_id = ${worker.personId}`;
  const began = Date.now();
  const path = `/api/households/${household.id}/team/${membership?.id}/end`;
  expect((await tutor.call('POST', path, { reason: 'Cambia servizio.' })).status).toBe(200);
  expect(await within2s(plan.closed, began)).toBe(CloseCode.notAvailable);
  expect(await feed.message()).toMatchObject({ kind: 'access.changed', householdId: household.id });
  expect((await page.call('GET', `/api/households/${household.id}`)).status).toBe(404);
  feed.close();
});

test('a commit made by another node closes documents too, its bus not being ours', async () => {
  const page = await openPage(worker);
  const plan = await openDocument(page, 'care-plan');
  await db.sql`update person set active = false, access_epoch = access_epoch + 1 where id = ${worker.personId}`;
  expect(await plan.closed).toBe(CloseCode.signedOut);
});
