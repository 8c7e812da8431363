import { describe, expect, onTestFinished, test, vi } from 'vitest';
import * as Y from 'yjs';
import { createPostgresLog } from '../../server/sync/postgres-log.ts';
import type { DocumentId, PersonId } from '../../shared/ids.ts';
import { CloseCode } from '../../shared/sync/protocol.ts';
import { freshDatabase } from '../support/database.ts';
import { syncMessage, textOfDoc, write } from '../support/sync-hand.ts';
import {
  createTestAuthority,
  insertPerson,
  insertPlan,
  openProvider,
  openSocket,
  origin,
  serveSync,
} from '../support/sync-world.ts';
import { until } from '../support/until.ts';

// Beside other suites on two cores, everything takes its time.
vi.setConfig({ testTimeout: 60_000 });

const db = await freshDatabase();
const { authority } = createTestAuthority(db);
const log = createPostgresLog(db);

async function serve() {
  const server = await serveSync(db, authority);
  onTestFinished(() => server.close());
  const open = (documentId: DocumentId, personId: PersonId) => {
    const page = openProvider(server.url, documentId, personId);
    onTestFinished(() => page.destroy());
    return page;
  };
  return { server, open };
}

async function stored(documentId: DocumentId): Promise<Y.Doc> {
  const doc = new Y.Doc();
  for (const update of (await log.load(documentId))?.updates ?? []) Y.applyUpdate(doc, update);
  return doc;
}

describe('a graceful shutdown', () => {
  test('under eight writers in four rooms: every word that was saved or seen is stored, everybody is told 1012, and the rest comes with the next start', async () => {
    const { server, open } = await serve();
    const plans = await Promise.all(Array.from({ length: 4 }, () => insertPlan(db)));
    const rooms = await Promise.all(
      plans.map(async ({ documentId, personId }) => ({
        documentId,
        pages: [open(documentId, personId), open(documentId, await insertPerson(db, 'Bilal'))] as const,
      })),
    );
    const pages = rooms.flatMap((room) => room.pages);
    const codes: number[] = [];
    for (const { provider } of pages) {
      provider.on('connection-close', (event) => codes.push(event?.code ?? 0));
    }
    await until(() => pages.every(({ provider }) => provider.synced));
    let isTyping = true;
    let word = 0;
    const typing = (async () => {
      for (; isTyping; word++) {
        for (const { doc } of pages) write(doc, `parola ${word}`);
        await new Promise((next) => setImmediate(next));
      }
    })();
    await until(() => pages.every((page) => page.acked > 5));
    const beganAt = performance.now();
    await server.sync.close();
    expect(performance.now() - beganAt).toBeLessThan(10_000);
    isTyping = false;
    await typing;
    await until(() => codes.length >= pages.length);
    expect(new Set(codes.slice(0, pages.length))).toEqual(new Set([CloseCode.restart]));

    for (const { documentId, pages: own } of rooms) {
      const doc = await stored(documentId);
      // What one page has of the other went through the commit.
      for (const [page, other] of [own, [own[1], own[0]] as const]) {
        const seen = Y.decodeStateVector(Y.encodeStateVector(other.doc)).get(page.doc.clientID) ?? 0;
        expect(Y.getState(doc.store, page.doc.clientID)).toBeGreaterThanOrEqual(seen);
      }
    }

    const next = await serve();
    for (const { documentId, pages: own } of rooms) {
      for (const page of own) page.provider.destroy();
      const [personId] = plans.filter((plan) => plan.documentId === documentId).map((plan) => plan.personId);
      if (personId === undefined) throw new Error('every room has its plan');
      // The same replica as another page would bring it: only its author may bring what wasn't stored.
      const back = openProvider(next.server.url, documentId, personId, own[0].doc);
      onTestFinished(() => back.destroy());
      await until(() => back.isSaved());
      expect(textOfDoc(await stored(documentId))).toBe(textOfDoc(own[0].doc));
    }
  });

  test('isn’t held up by a page that takes nothing, and lets nobody in meanwhile', async () => {
    const seed = new Y.Doc();
    for (let block = 0; block < 8; block++) write(seed, 'parole '.repeat(16_000));
    const { server } = await serve();
    const { documentId, personId } = await insertPlan(db, seed);
    const { socket, opened } = openSocket(server.url, documentId, { personId, origin });
    onTestFinished(() => socket.terminate());
    await opened;
    socket.pause();
    for (let question = 0; question < 3; question++)
      socket.send(syncMessage(0, Y.encodeStateVector(new Y.Doc())));
    await until(() => server.sync.stats().framesReceived >= 3);
    const beganAt = performance.now();
    const closing = server.sync.close();
    const late = openSocket(server.url, documentId, { personId, origin });
    // Told to come back; or, when it was too late even for that, cut off.
    expect([CloseCode.restart, 1006]).toContain((await late.closed).code);
    await closing;
    expect(performance.now() - beganAt).toBeLessThan(10_000);
    expect(server.sync.stats().rooms).toBe(0);
  });

  test('compacts what it leaves, so that the next start opens a copy of bytes', async () => {
    const { server, open } = await serve();
    const { documentId, personId } = await insertPlan(db);
    const page = open(documentId, personId);
    await until(() => page.provider.synced);
    for (let word = 0; word < 120; word++) {
      write(page.doc, `parola ${word}`);
      await until(() => page.isSaved());
    }
    expect((await log.load(documentId))?.updates.length).toBeGreaterThan(100);
    await server.sync.close();
    expect((await log.load(documentId))?.updates).toHaveLength(1);
    expect(textOfDoc(await stored(documentId))).toBe(textOfDoc(page.doc));
  });
});
