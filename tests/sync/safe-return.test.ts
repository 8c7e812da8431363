/** A page of ours that comes back: what it wrote while it was away, after the server has compacted or rebuilt. */
import { expect, onTestFinished, test } from 'vitest';
import { WebSocket } from 'ws';
import * as Y from 'yjs';
import { connectReplica, type Replica } from '../../client/collab/shared-document.ts';
import { compact } from '../../server/sync/postgres-compaction.ts';
import { createSnapshotBuilder } from '../../server/sync/snapshot-builder.ts';
import type { DocumentId, PersonId } from '../../shared/ids.ts';
import { CloseCode, epochParameter } from '../../shared/sync/protocol.ts';
import { freshDatabase } from '../support/database.ts';
import { textOfDoc, write } from '../support/sync-hand.ts';
import { createTestAuthority, insertPlan, origin, serveSync } from '../support/sync-world.ts';
import { until } from '../support/until.ts';

const db = await freshDatabase();
const { authority } = createTestAuthority(db);

async function serve(port = 0) {
  const server = await serveSync(db, authority, { port });
  onTestFinished(() => server.close());
  return server;
}

/** The client's own replica, with the wire it has in a browser. */
function openPage(port: number, documentId: DocumentId, personId: PersonId) {
  const left: { text: string; why: string }[] = [];
  const Socket = class extends WebSocket {
    constructor(address: string | URL) {
      super(address, { headers: { cookie: `person=${personId}` }, origin });
    }
  };
  const replica = connectReplica(
    { documentId, kind: 'care-plan', access: 'write' },
    {
      // ws speaks the browser's WebSocket; its types differ in what events carry.
      line: {
        origin: `ws://127.0.0.1:${port}`,
        WebSocket: Socket as unknown as typeof globalThis.WebSocket,
      },
      keptFor: undefined,
      leaveBehind: (words) => left.push(words),
    },
  );
  onTestFinished(() => replica.destroy());
  return { replica, left };
}

const isSaved = (replica: Replica) => () => replica.state().state === 'saved';
const holds = (replica: Replica) => new URL(replica.provider.url).searchParams.get(epochParameter);

test('X6: a page that was away while the log was compacted and the server restarted merges what it wrote', async () => {
  const { documentId, personId } = await insertPlan(db);
  const before = await serve();
  const away = openPage(before.port, documentId, personId).replica;
  const there = openPage(before.port, documentId, personId).replica;
  await until(() => isSaved(away)() && isSaved(there)());
  write(away.doc, 'prima');
  await until(() => textOfDoc(there.doc).includes('prima') && isSaved(away)());

  away.provider.disconnect();
  write(away.doc, 'da lontano');
  expect(away.state()).toMatchObject({ state: 'offline' });
  for (let word = 0; word < 30; word++) write(there.doc, `intanto ${word}`);
  await until(isSaved(there));
  await before.close();
  const builder = createSnapshotBuilder();
  expect(await compact(db.sql, builder, documentId)).toMatchObject({ kind: 'compacted' });
  // As when the history's window has passed: of the rows nothing is left but the snapshot.
  await db.sql`delete from document_update where document_id = ${documentId}`;

  await serve(before.port);
  away.provider.connect();
  await until(() => isSaved(away)() && isSaved(there)());
  await until(() => textOfDoc(there.doc).includes('da lontano'));
  expect(textOfDoc(away.doc)).toContain('intanto 29');
  expect(textOfDoc(away.doc)).toBe(textOfDoc(there.doc));
  expect(Y.encodeStateVector(away.doc)).toEqual(Y.encodeStateVector(there.doc));
});

test('X9: a page that was away while its document was rebuilt drops its replica, gives its words back, and begins anew', async () => {
  const { documentId, personId } = await insertPlan(db);
  const server = await serve();
  const { replica: away, left } = openPage(server.port, documentId, personId);
  await until(isSaved(away));
  expect(holds(away)).toBe('1');
  write(away.doc, 'prima');
  await until(isSaved(away));
  away.provider.disconnect();
  write(away.doc, 'parole mie');
  expect(await server.sync.rebuild(documentId)).toBe(2);

  away.provider.connect();
  await until(() => away.closeReason() !== undefined);
  expect(away.closeReason()).toMatchObject({ code: CloseCode.oldEpoch, unsavedText: 'parole mie' });
  expect(left).toEqual([{ text: 'parole mie', why: 'rebuilt' }]);
  expect(away.doc.isDestroyed).toBe(true);

  const anew = openPage(server.port, documentId, personId).replica;
  await until(isSaved(anew));
  expect(holds(anew)).toBe('2');
  expect(textOfDoc(anew.doc)).toContain('prima');
  expect(textOfDoc(anew.doc)).not.toContain('parole mie');
  write(anew.doc, 'parole mie');
  await until(isSaved(anew));
});

test('X9: a page that is in the document while it is rebuilt is told at once', async () => {
  const { documentId, personId } = await insertPlan(db);
  const server = await serve();
  const { replica, left } = openPage(server.port, documentId, personId);
  await until(isSaved(replica));
  write(replica.doc, 'salvato');
  await until(isSaved(replica));
  await server.sync.rebuild(documentId);
  await until(() => replica.closeReason()?.code === CloseCode.oldEpoch);
  expect(left.map(({ text }) => text).join('')).toBe('');
});
