/** Nobody sees what they may not, over the socket: every kind of document, for everybody who can stand to the household. */
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { WebSocket } from 'ws';
import * as Y from 'yjs';
import { readConfig } from '../../server/config.ts';
import { startServer } from '../../server/start.ts';
import { documentAccess } from '../../shared/access.ts';
import { instantOf } from '../../shared/dates.ts';
import { addThread } from '../../shared/documents/annotations.ts';
import { type DocumentAccess, type DocumentKind, schemaVersion } from '../../shared/documents/kinds.ts';
import { addNode } from '../../shared/documents/network-map.ts';
import type { PersonId } from '../../shared/ids.ts';
import { CloseCode, MessageKind, schemaParameter } from '../../shared/sync/protocol.ts';
import { freshDatabase } from '../support/database.ts';
import { openSession } from '../support/open-session.ts';
import { worldOn } from '../support/people.ts';
import { makePlace, makeStrangers } from '../support/standings.ts';
import { syncMessage, write } from '../support/sync-hand.ts';

const db = await freshDatabase();
const world = worldOn(db);

/** What a page can do with a document, found by trying. */
type Found = 'nothing' | 'read' | 'write';

/** The product's three degrees, as a socket of that document shows them: annotations are a document of their own. */
const foundFor: Readonly<Record<DocumentAccess, Found>> = { read: 'read', annotate: 'read', write: 'write' };

test.each(['enrolled', 'closed'] as const)(
  'X1: a %s household: each document opens for whoever may read it, takes writes from whoever may write, and is not there for the rest',
  async (status) => {
    const strangers = status === 'enrolled' ? await makeStrangers(world) : [];
    const place = await makePlace(world, status, strangers);
    const documents = await db.sql<{ id: string; kind: DocumentKind }[]>`
      select id, kind from document where household_id = ${place.household.id}`;
    expect(documents.length).toBeGreaterThan(6);
    const config = readConfig({ PORT: '0', HOST: '127.0.0.1', DATABASE_URL: db.url, LOG_LEVEL: 'silent' });
    const server = await startServer(config, { say: () => undefined, onLost: () => undefined });
    const wrong: unknown[] = [];
    try {
      for (const { name, actor, relation } of place.standings) {
        const cookie = await openSession(db, actor.personId);
        await Promise.all(
          documents.map(async ({ id, kind }) => {
            const found = await tryDocument(server.url, id, kind, cookie, actor.personId);
            const access = documentAccess(actor, relation, { kind, frozen: false });
            const right = access === null ? 'nothing' : foundFor[access];
            if (found !== right) wrong.push({ name, kind, found, right });
          }),
        );
      }
    } finally {
      await server.close();
    }
    expect(wrong).toEqual([]);
  },
  180_000,
);

/** Opens it, asks for its content, writes in it: how far that goes. */
async function tryDocument(
  url: string,
  id: string,
  kind: DocumentKind,
  cookie: string,
  author: PersonId,
): Promise<Found> {
  const address = `${url.replace('http', 'ws')}/sync/${id}?${schemaParameter}=${schemaVersion}`;
  const socket = new WebSocket(address, { headers: { cookie }, origin: url });
  const heard: number[][] = [];
  const news = (): Promise<unknown> => Promise.race([once(socket, 'message'), once(socket, 'close')]);
  let closed: number | undefined;
  socket.on('message', (bytes: Buffer) => heard.push([...bytes.subarray(0, 2)]));
  socket.on('close', (code: number) => {
    closed = code;
  });
  const step2 = (): boolean => heard.some(([message, step]) => message === MessageKind.sync && step === 1);
  const acked = (): boolean => heard.some(([message]) => message === MessageKind.ack);

  await once(socket, 'open');
  const first = news();
  socket.send(syncMessage(0, Y.encodeStateVector(new Y.Doc())));
  await first;
  while (closed === undefined && !step2()) await news();
  if (closed !== undefined) {
    expect([closed, heard]).toEqual([CloseCode.notAvailable, []]); // not one byte of it
    return 'nothing';
  }
  socket.send(syncMessage(2, somethingFor(kind, author)));
  while (closed === undefined && !acked()) await news();
  if (closed === undefined) {
    socket.terminate();
    return 'write';
  }
  expect([closed, acked()]).toEqual([CloseCode.notAvailable, false]);
  return 'read';
}

/** An update that a page of ours could send for this kind. */
function somethingFor(kind: DocumentKind, author: PersonId): Uint8Array {
  const doc = new Y.Doc();
  const key = crypto.randomUUID();
  if (kind === 'annotations') {
    const createdAt = instantOf(new Date());
    addThread(doc, key, {
      kind: 'comment',
      author,
      createdAt,
      language: 'it',
      quote: '',
      from: '',
      to: '',
      text: '',
    });
  } else if (kind === 'network-map') {
    addNode(doc, key, { label: 'Vicina', kind: 'person', ring: 'informal', x: 0, y: 0 });
  } else {
    write(doc, 'una parola');
  }
  return Y.encodeStateAsUpdate(doc);
}
