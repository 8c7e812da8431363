/**
 * A guest of a conference may nothing but read its minutes: her cookie on every route of the contract, on every other
 * document's socket, and on her own when it has ended.
 */
import { once } from 'node:events';
import * as encoding from 'lib0/encoding';
import { beforeAll, expect, onTestFinished, test } from 'vitest';
import { WebSocket } from 'ws';
import * as Y from 'yjs';
import { readConfig } from '../../server/config.ts';
import { type RunningServer, startServer } from '../../server/start.ts';
import type { Actor } from '../../shared/access.ts';
import { contract } from '../../shared/contract.ts';
import { instantOf } from '../../shared/dates.ts';
import { schemaVersion } from '../../shared/documents/kinds.ts';
import type { Endpoint } from '../../shared/endpoint.ts';
import type { DocumentId } from '../../shared/ids.ts';
import { CloseCode, guestParameter, MessageKind, schemaParameter } from '../../shared/sync/protocol.ts';
import { freshDatabase } from '../support/database.ts';
import { makeConference, makeGuest, openGuest } from '../support/guests.ts';
import { join, type MadeHousehold, makeHousehold, makeService } from '../support/households.ts';
import { openSession } from '../support/open-session.ts';
import { worldOn } from '../support/people.ts';
import { presenceUpdate, syncMessage, write } from '../support/sync-hand.ts';

const db = await freshDatabase();
const world = worldOn(db);

let server: RunningServer;
let household: MadeHousehold;
let chair: Actor;
let tutorCookie: string;
beforeAll(async () => {
  const config = readConfig({
    PORT: '0',
    HOST: '127.0.0.1',
    DATABASE_URL: db.url,
    LOG_LEVEL: 'silent',
    LIMITS: 'off',
  });
  server = await startServer(config, { say: () => undefined, onLost: () => undefined });
  household = await makeHousehold(world);
  chair = (await makeService(world)).worker;
  await join(world, household, chair);
  tutorCookie = await openSession(db, household.tutor.personId);
  return () => server.close();
});

/** A conference that is going on and a guest of it who has come in. */
async function invited() {
  const conference = await makeConference(world, household, chair);
  const { guestId, token } = await makeGuest(world, household, conference);
  return { conference, guestId, token, cookie: await openGuest(world, token) };
}

async function call(cookie: string, method: string, path: string, body?: unknown) {
  const response = await fetch(server.url + path, {
    method,
    headers: {
      origin: server.url,
      cookie,
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  return { status: response.status, text: await response.text() };
}

type Opened = ReturnType<typeof listen>;

/** What a socket hears, and how and when it closes. */
function listen(socket: WebSocket) {
  const heard: { at: number; bytes: Uint8Array }[] = [];
  const page = {
    socket,
    doc: new Y.Doc(),
    heard,
    closed: undefined as { code: number; at: number } | undefined,
    closing: once(socket, 'close'),
    hears: (kind: number, step?: number): boolean =>
      heard.some(({ bytes }) => bytes[0] === kind && (step === undefined || bytes[1] === step)),
    /** The texts of every presence state heard. */
    presence: (): string =>
      heard
        .filter(({ bytes }) => bytes[0] === MessageKind.awareness)
        .map(({ bytes }) => Buffer.from(bytes).toString('utf8'))
        .join('\n'),
    until: async (condition: () => boolean): Promise<void> => {
      while (!condition() && page.closed === undefined) {
        await Promise.race([once(socket, 'message'), page.closing]);
      }
    },
  };
  socket.on('message', (bytes: Buffer) => heard.push({ at: Date.now(), bytes }));
  socket.on('close', (code: number) => {
    page.closed = { code, at: Date.now() };
  });
  page.doc.on('update', (update: Uint8Array) => socket.send(syncMessage(2, update)));
  onTestFinished(() => socket.terminate());
  return page;
}

/** Opens a document and asks for what is in it; comes back when that or the close came. */
async function openDocument(documentId: string, cookie: string, asGuest: boolean): Promise<Opened> {
  const query = `${schemaParameter}=${schemaVersion}${asGuest ? `&${guestParameter}=1` : ''}`;
  const url = `${server.url.replace('http', 'ws')}/sync/${documentId}?${query}`;
  const page = listen(new WebSocket(url, { headers: { cookie }, origin: server.url }));
  await once(page.socket, 'open');
  page.socket.send(syncMessage(0, Y.encodeStateVector(new Y.Doc())));
  await page.until(() => page.hears(MessageKind.sync, 1));
  return page;
}

function presence(id: number, clock: number, state: unknown): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, MessageKind.awareness);
  encoding.writeVarUint8Array(encoder, presenceUpdate([{ id, clock, state }]));
  return encoding.toUint8Array(encoder);
}

const refusedWith = ({ closed, heard }: Opened) => [closed?.code, heard.length];
const everyRoute: Endpoint[] = Object.values(contract).flatMap((endpoints) => Object.values(endpoints));

test('X1: a guest’s cookie opens no route of the contract but her own: each answers as to nobody', async () => {
  const { conference, guestId, cookie } = await invited();
  const wrong: unknown[] = [];
  const others = everyRoute.filter(({ policy }) => policy.kind !== 'guest');
  expect(everyRoute.length - others.length).toBe(3);
  expect(others.length).toBeGreaterThan(150);
  for (const { method, path } of others) {
    const real = path
      .replace(':householdId', household.id)
      .replace(':conferenceId', conference.conferenceId)
      .replace(':guestId', guestId)
      .replace(':personId', household.tutor.personId)
      .replace(/:\w+/g, () => crypto.randomUUID());
    const hers = await call(cookie, method, real);
    const nobodys = await call('', method, real);
    if (hers.status !== nobodys.status || hers.text !== nobodys.text) wrong.push([method, path, hers]);
  }
  expect(wrong).toEqual([]);
  expect(await call(cookie, 'GET', '/api/feed')).toMatchObject({ status: 401 });
});

test('X1: a person’s session opens no guest’s route, and both cookies together give nobody more than each', async () => {
  const { conference, cookie } = await invited();
  for (const endpoint of everyRoute.filter(({ policy }) => policy.kind === 'guest')) {
    const body = endpoint.method === 'POST' ? {} : undefined;
    expect(await call(tutorCookie, endpoint.method, endpoint.path, body)).toMatchObject({ status: 410 });
  }
  const { text } = await call(`${tutorCookie}; ${cookie}`, 'GET', '/api/session');
  expect(text).toContain(household.tutor.personId);
  const stranger = await openSession(db, (await makeService(world)).worker.personId);
  const page = await openDocument(conference.minutesId, `${stranger}; ${cookie}`, false);
  expect(refusedWith(page)).toEqual([CloseCode.notAvailable, 0]);
});

test('X1: no document’s socket opens for a guest but that of her conference’s minutes, and that only as a guest', async () => {
  const { conference, cookie } = await invited();
  const next = await makeConference(world, household, chair);
  const elsewhere = await makeHousehold(world);
  const documents = await db.sql<{ id: DocumentId }[]>`
    select id from document where household_id in (${household.id}, ${elsewhere.id}) and id <> ${conference.minutesId}`;
  expect(documents.map(({ id }) => id)).toContain(next.minutesId);
  expect(documents.length).toBeGreaterThan(12);
  for (const id of [...documents.map((row) => row.id), crypto.randomUUID(), 'minutes']) {
    expect([id, ...refusedWith(await openDocument(id, cookie, true))]).toEqual([
      id,
      CloseCode.notAvailable,
      0,
    ]);
  }
  for (const [cookies, asGuest] of [
    [cookie, false],
    [tutorCookie, true],
    ['trama_guest=x', true],
    ['', true],
  ] as const) {
    const page = await openDocument(conference.minutesId, cookies, asGuest);
    expect(refusedWith(page)).toEqual([CloseCode.signedOut, 0]);
  }
});

test('X1: a guest reads her minutes live, without what was taken out of them; what she writes is refused and seen by nobody', async () => {
  const { conference, cookie } = await invited();
  const tutor = await openDocument(conference.minutesId, tutorCookie, false);
  write(tutor.doc, 'parole ritirate');
  const content = tutor.doc.getXmlFragment('content');
  content.delete(content.length - 1, 1);
  write(tutor.doc, 'parole rimaste');
  await tutor.until(() => tutor.heard.some(({ bytes }) => bytes[0] === MessageKind.ack && bytes[1] === 3));
  const guest = await openDocument(conference.minutesId, cookie, true);
  const everything = () => Buffer.concat(guest.heard.map(({ bytes }) => bytes)).toString('utf8');
  expect(everything()).toContain('parole rimaste');
  expect(everything()).not.toContain('parole ritirate');
  write(tutor.doc, 'parole dal vivo');
  await guest.until(() => everything().includes('parole dal vivo'));
  const before = tutor.heard.length;
  write(guest.doc, 'parole dell’ospite');
  await guest.closing;
  expect(guest.closed?.code).toBe(CloseCode.notAvailable);
  expect(guest.hears(MessageKind.ack)).toBe(false);
  const seen = Buffer.concat(tutor.heard.slice(before).map(({ bytes }) => bytes)).toString('utf8');
  expect(seen).not.toContain('ospite');
});

test('X1: the server says who a guest is, and of what she tells only her hand is passed on', async () => {
  const { conference, guestId, cookie } = await invited();
  const tutor = await openDocument(conference.minutesId, tutorCookie, false);
  const guest = await openDocument(conference.minutesId, cookie, true);
  const state = (hand: unknown) => ({
    user: { id: household.tutor.personId, name: 'Il tutore', function: 'tutor', body: null },
    hand,
    floor: 'mine',
    cursor: { anchor: 'x' },
  });
  guest.socket.send(presence(7, 1, state(1_700_000_000_000)));
  await tutor.until(() => tutor.presence().includes('Irene Colla'));
  const shown = tutor.presence();
  expect(shown).toContain(
    JSON.stringify({
      user: { id: guestId, name: 'Irene Colla', function: 'guest', body: 'maestra, scuola dell’infanzia' },
      hand: 1_700_000_000_000,
    }),
  );
  expect(shown).not.toMatch(/Il tutore|floor|anchor/);
  guest.socket.send(presence(7, 2, state('x'.repeat(300))));
  await tutor.until(() => tutor.heard.filter(({ bytes }) => bytes[0] === MessageKind.awareness).length > 1);
  expect(tutor.presence()).not.toContain('xxx');
});

type Case = Awaited<ReturnType<typeof invited>>;
const hosted = (more = ''): string => `/api/households/${household.id}/conferences/${more}`;

/** What somebody does at this node while a guest's page is open. */
const endings: Record<string, (given: Case) => Promise<unknown>> = {
  'she is taken off': ({ conference, guestId }) =>
    call(tutorCookie, 'DELETE', hosted(`${conference.conferenceId}/guests/${guestId}`)),
  'another link is made': ({ conference, guestId }) =>
    call(tutorCookie, 'POST', hosted(`${conference.conferenceId}/guests/${guestId}/link`)),
  'another browser opens her link': ({ token }) => call('', 'POST', '/api/guest/session', { token }),
  'she leaves': ({ cookie }) => call(cookie, 'DELETE', '/api/guest/session'),
  'the conference is cancelled': ({ conference }) =>
    call(tutorCookie, 'POST', hosted(`${conference.conferenceId}/cancel`), { reason: 'Neve.' }),
  'the conference is moved': ({ conference }) =>
    call(tutorCookie, 'PATCH', hosted(conference.conferenceId), {
      version: 1,
      start: instantOf(new Date(Date.now() + 86_400_000)),
    }),
  'the minutes are frozen': async ({ conference }) => {
    await call(tutorCookie, 'POST', hosted(`${conference.conferenceId}/hold`));
    const chairCookie = await openSession(db, chair.personId);
    const { text } = await call(chairCookie, 'GET', hosted(`${conference.conferenceId}/closing`));
    const { openKey } = JSON.parse(text) as { openKey: string };
    const over = { openKey, withoutQuorum: 'Chi mancava ha scritto.' };
    const { status } = await call(chairCookie, 'POST', hosted(`${conference.conferenceId}/freeze`), over);
    expect(status).toBe(200);
  },
};

test.each(Object.keys(endings))(
  'X1: when %s, her open page is closed within a second, hears nothing after, and she is no longer present',
  async (how) => {
    const given = await invited();
    const { conference, cookie } = given;
    const guest = await openDocument(conference.minutesId, cookie, true);
    const tutor = await openDocument(conference.minutesId, tutorCookie, false);
    guest.socket.send(presence(9, 1, {}));
    await tutor.until(() => tutor.presence().includes('Irene Colla'));
    // Whoever writes while the minutes are being frozen is closed too: there only the guest is looked at.
    const isFreezing = how === 'the minutes are frozen';
    const writing = setInterval(() => !isFreezing && write(tutor.doc, 'una parola'), 20);
    onTestFinished(() => clearInterval(writing));
    if (isFreezing) write(tutor.doc, 'una parola');
    await guest.until(() => guest.hears(MessageKind.sync, 2));
    await endings[how]?.(given);
    const ended = Date.now();
    await guest.closing;
    expect([CloseCode.notAvailable, CloseCode.signedOut]).toContain(guest.closed?.code);
    expect((guest.closed?.at ?? 0) - ended).toBeLessThan(1_000);
    if (how !== 'another browser opens her link' && how !== 'she leaves') {
      const again = await openDocument(conference.minutesId, cookie, true);
      expect(refusedWith(again)).toEqual([CloseCode.signedOut, 0]);
    }
    await tutor.until(() => tutor.presence().trimEnd().endsWith('null'));
    expect(tutor.closed).toBeUndefined();
    const count = guest.heard.length;
    await tutor.until(() => tutor.heard.length > 0 && Date.now() > ended + 100);
    expect(guest.heard.length).toBe(count);
  },
);

test('X1: the end of her link is kept by the socket’s own timer, while others write', async () => {
  const { conference, cookie } = await invited();
  const end = Date.now() + 1_500;
  const start = new Date(end - 65 * 60_000 - 2 * 3_600_000).toISOString();
  await db.sql`update conference set start = ${start}, minutes_long = 65 where id = ${conference.conferenceId}`;
  const guest = await openDocument(conference.minutesId, cookie, true);
  const tutor = await openDocument(conference.minutesId, tutorCookie, false);
  const writing = setInterval(() => write(tutor.doc, 'una parola'), 10);
  onTestFinished(() => clearInterval(writing));
  await guest.closing;
  expect(guest.hears(MessageKind.sync, 2)).toBe(true);
  expect(guest.closed?.code).toBe(CloseCode.notAvailable);
  expect(Math.abs((guest.closed?.at ?? 0) - end)).toBeLessThan(300);
  expect(Math.max(...guest.heard.map(({ at }) => at))).toBeLessThanOrEqual(end + 100);
});

test('X1: an end that another node commits closes her page too, its bus not being ours', async () => {
  const { conference, cookie } = await invited();
  const guest = await openDocument(conference.minutesId, cookie, true);
  await db.sql`update conference set status = 'cancelled', cancel_reason = 'Neve.' where id = ${conference.conferenceId}`;
  await guest.closing;
  expect(guest.closed?.code).toBe(CloseCode.signedOut);
});
