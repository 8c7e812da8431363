/** A6: over real sockets, a mediator's words beside the plan are saved while her words in it are refused. */
import { once } from 'node:events';
import { afterAll, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import * as Y from 'yjs';
import { readConfig } from '../../server/config.ts';
import { startServer } from '../../server/start.ts';
import { storedState } from '../../server/sync/stored-state.ts';
import { assert } from '../../shared/assert.ts';
import { instantOf } from '../../shared/dates.ts';
import {
  addThread,
  confirmTranslation,
  type NewThread,
  readThreads,
} from '../../shared/documents/annotations.ts';
import { schemaVersion } from '../../shared/documents/kinds.ts';
import { readPassages } from '../../shared/documents/passages.ts';
import { readInLanguage } from '../../shared/documents/translations.ts';
import type { DocumentId } from '../../shared/ids.ts';
import { CloseCode, MessageKind, schemaParameter } from '../../shared/sync/protocol.ts';
import { freshDatabase } from '../support/database.ts';
import { join, makeHousehold, makeWorker } from '../support/households.ts';
import { openSession } from '../support/open-session.ts';
import { worldOn } from '../support/people.ts';
import { syncMessage, write } from '../support/sync-hand.ts';

const db = await freshDatabase();
const world = worldOn(db);
const config = readConfig({ PORT: '0', HOST: '127.0.0.1', DATABASE_URL: db.url, LOG_LEVEL: 'silent' });
const server = await startServer(config, { say: () => undefined, onLost: () => undefined });
afterAll(() => server.close());

const household = await makeHousehold(world);
const mediator = await makeWorker(world, 'mediator');
await join(world, household, mediator);

async function documentOf(kind: 'care-plan' | 'annotations'): Promise<DocumentId> {
  const [row] = await db.sql<{ id: DocumentId }[]>`
    select id from document where household_id = ${household.id} and kind = ${kind}`;
  assert(row, 'a household has its documents');
  return row.id;
}
const [plan, notes] = [await documentOf('care-plan'), await documentOf('annotations')];

async function stored(id: DocumentId): Promise<Y.Doc> {
  const state = await storedState(db.orm, id);
  assert(state, 'a document has a state');
  return state.doc;
}

/** Sends one update to a document; whether it was acknowledged, or with which code the socket was closed. */
async function send(id: DocumentId, cookie: string, update: Uint8Array): Promise<'saved' | number> {
  const address = `${server.url.replace('http', 'ws')}/sync/${id}?${schemaParameter}=${schemaVersion}`;
  const socket = new WebSocket(address, { headers: { cookie }, origin: server.url });
  const { promise, resolve } = Promise.withResolvers<'saved' | number>();
  socket.on('message', (bytes: Buffer) => bytes[0] === MessageKind.ack && resolve('saved'));
  socket.on('close', (code: number) => resolve(code));
  await once(socket, 'open');
  socket.send(syncMessage(2, update));
  const answer = await promise;
  socket.terminate();
  return answer;
}

/** What `change` adds to a document as it is stored. */
async function updateOf(id: DocumentId, change: (doc: Y.Doc) => void): Promise<Uint8Array> {
  const doc = await stored(id);
  const before = Y.encodeStateVector(doc);
  change(doc);
  return Y.encodeStateAsUpdate(doc, before);
}

test('A6: refused: a mediator’s change of the plan’s text; saved: her translation beside it, and that it is still right', async () => {
  const [tutors, hers] = [
    await openSession(db, household.tutor.personId),
    await openSession(db, mediator.personId),
  ];
  const words = 'Salma va al nido ogni mattina.';
  expect(await send(plan, tutors, await updateOf(plan, (doc) => write(doc, words)))).toBe('saved');

  const asks = await updateOf(plan, (doc) => write(doc, 'Parole della mediatrice.'));
  expect(await send(plan, hers, asks)).toBe(CloseCode.notAvailable);
  const text = await stored(plan);
  expect(readPassages(text).list.map((one) => one.words)).toContain(words);
  expect(readPassages(text).list.map((one) => one.words)).not.toContain('Parole della mediatrice.');

  const passages = readPassages(text);
  const passage = passages.list.find((one) => one.words === words);
  assert(passage, 'the tutor wrote it');
  const key = crypto.randomUUID();
  const translation: NewThread = {
    ...passages.anchorOf(passage),
    kind: 'translation',
    language: 'ar',
    text: 'سلمى تذهب إلى الحضانة كل صباح.',
    author: mediator.personId,
    createdAt: instantOf(new Date()),
  };
  expect(await send(notes, hers, await updateOf(notes, (doc) => addThread(doc, key, translation)))).toBe(
    'saved',
  );

  const later = await updateOf(plan, (doc) => {
    const [run] = [...doc.getXmlFragment('content').createTreeWalker((n) => n instanceof Y.XmlText)].filter(
      (n) => n instanceof Y.XmlText && n.toString() === words,
    );
    if (run instanceof Y.XmlText) run.insert(words.length, ' Nawal resta con lei.');
  });
  expect(await send(plan, tutors, later)).toBe('saved');
  const now = await stored(plan);
  expect(readInLanguage(now, await stored(notes), 'ar')).toMatchObject({ readable: 1, stale: 1 });

  const right = await updateOf(notes, (doc) => confirmTranslation(doc, key, `${words} Nawal resta con lei.`));
  expect(await send(notes, hers, right)).toBe('saved');
  expect([...readThreads(await stored(notes)).values()]).toMatchObject([{ text: translation.text }]);
  expect(readInLanguage(now, await stored(notes), 'ar')).toMatchObject({ readable: 1, stale: 0 });
});
