import { afterAll, describe, expect, onTestFinished, test } from 'vitest';
import * as Y from 'yjs';
import { DocumentId, newId, type PersonId } from '../../shared/ids.ts';
import { CloseCode, Limits } from '../../shared/sync/protocol.ts';
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

const db = await freshDatabase();
const { authority, accessOf, signedOut } = createTestAuthority(db);
const server = await serveSync(db, authority);
afterAll(() => server.close());

const open = (documentId: DocumentId, personId: PersonId, doc?: Y.Doc) => {
  const page = openProvider(server.url, documentId, personId, doc);
  onTestFinished(() => page.destroy());
  return page;
};

async function openTwo() {
  const plan = await insertPlan(db);
  const bilal = await insertPerson(db, 'Bilal');
  const pages = [open(plan.documentId, plan.personId), open(plan.documentId, bilal)] as const;
  await until(() => pages.every(({ provider }) => provider.synced), 10_000);
  return { ...plan, bilal, pages };
}

async function storedText(documentId: DocumentId): Promise<string> {
  const rows = await db.sql<{ bytes: Uint8Array }[]>`
    select bytes from document_update where document_id = ${documentId} order by seq`;
  const doc = new Y.Doc();
  for (const { bytes } of rows) Y.applyUpdate(doc, bytes);
  return textOfDoc(doc);
}

const bump = (table: 'household' | 'person', id: string) =>
  db.sql`update ${db.sql(table)} set access_epoch = access_epoch + 1 where id = ${id}`;

describe('sync: pages with y-websocket', () => {
  test('two write at the same moment and see the same, and it is what is stored', async () => {
    const { documentId, pages } = await openTwo();
    for (let word = 0; word < 20; word++)
      for (const [index, { doc }] of pages.entries()) write(doc, `${index}-${word}`);
    await until(() => pages.every((page) => page.isSaved()));
    const [first, second] = pages.map(({ doc }) => textOfDoc(doc));
    expect(first).toBe(second);
    expect(first?.match(/<paragraph>/g)).toHaveLength(40);
    expect(await storedText(documentId)).toBe(first);
  });

  test('two that open a seeded document at the same moment have its content once', async () => {
    const seed = new Y.Doc();
    write(seed, 'Titolo');
    const { documentId, personId } = await insertPlan(db, seed);
    const pages = [open(documentId, personId), open(documentId, personId)];
    await until(() => pages.every(({ provider }) => provider.synced));
    for (const { doc } of pages) expect(textOfDoc(doc)).toBe('<paragraph>Titolo</paragraph>');
  });

  test('words written offline arrive on return', async () => {
    const { documentId, pages } = await openTwo();
    const [anna, bilal] = pages;
    anna.provider.disconnect();
    write(anna.doc, 'scritto fuori linea');
    write(bilal.doc, 'scritto intanto');
    anna.provider.connect();
    await until(() => anna.isSaved() && bilal.isSaved());
    await until(() => textOfDoc(anna.doc) === textOfDoc(bilal.doc));
    expect(await storedText(documentId)).toContain('scritto fuori linea');
  });

  test('see each other with names that the server vouches for', async () => {
    const { bilal, pages } = await openTwo();
    const [anna, other] = pages;
    other.provider.awareness.setLocalState({ user: { name: 'Anna' }, cursor: 3 });
    await until(() => anna.provider.awareness.getStates().get(other.doc.clientID)?.cursor === 3);
    expect(anna.provider.awareness.getStates().get(other.doc.clientID)?.user).toEqual({
      id: bilal,
      name: 'Bilal',
      function: 'social',
      body: null,
    });
    other.provider.disconnect();
    await until(() => !anna.provider.awareness.getStates().has(other.doc.clientID));
  });
});

describe('sync: at the door', () => {
  test('a wrong or missing Origin is refused with a code the page can read', async () => {
    const { documentId, personId } = await insertPlan(db);
    for (const wrong of ['https://elsewhere.example', `${origin}.example`, undefined]) {
      const { closed } = openSocket(server.url, documentId, { personId, origin: wrong });
      expect((await closed).code).toBe(CloseCode.notAvailable);
    }
  });

  test('nobody signed in, and a page of another release, are told so', async () => {
    const { documentId, personId } = await insertPlan(db);
    const nobody = openSocket(server.url, documentId, { origin });
    expect((await nobody.closed).code).toBe(CloseCode.signedOut);
    const old = openSocket(server.url, documentId, { personId, origin, schema: '0' });
    expect((await old.closed).code).toBe(CloseCode.outdatedPage);
  });

  test('forbidden, unknown and nonsense documents answer alike', async () => {
    const { documentId } = await insertPlan(db);
    const stranger = await insertPerson(db, 'Estranea');
    accessOf.set(stranger, null);
    const answers = await Promise.all(
      [documentId, newId(DocumentId), 'nonsense'].map(
        (path) => openSocket(server.url, path, { personId: stranger, origin }).closed,
      ),
    );
    expect(answers).toEqual(Array(3).fill({ code: CloseCode.notAvailable, reason: 'not-available' }));
  });
});

describe('sync: sockets that break the rules end alone', () => {
  const withSocket = async () => {
    const two = await openTwo();
    const { socket, opened, closed } = openSocket(server.url, two.documentId, {
      personId: two.bilal,
      origin,
    });
    await opened;
    return { ...two, socket, closed };
  };
  const roomGoesOn = async ({ documentId, pages }: Awaited<ReturnType<typeof openTwo>>): Promise<void> => {
    write(pages[0].doc, 'avanti');
    await until(() => pages[0].isSaved());
    expect(await storedText(documentId)).toContain('avanti');
    expect(pages.map((page) => page.closed)).toEqual([undefined, undefined]);
  };

  test('a text frame', async () => {
    const subject = await withSocket();
    subject.socket.send('hello');
    expect((await subject.closed).code).toBe(CloseCode.badFrame);
    await roomGoesOn(subject);
  });

  test('a frame over the limit', async () => {
    const subject = await withSocket();
    subject.socket.send(new Uint8Array(Limits.frameBytes + 1));
    expect((await subject.closed).code).toBe(1009);
    await roomGoesOn(subject);
  });

  test('reserved bits and an odd close code', async () => {
    const subject = await withSocket();
    const raw = (subject.socket as unknown as { _socket: { write(bytes: Uint8Array): void } })._socket;
    raw.write(new Uint8Array([0xf2, 0x81, 1, 2, 3, 4, 5]));
    expect((await subject.closed).code).toBe(1002);
    const odd = openSocket(server.url, subject.documentId, { personId: subject.bilal, origin });
    await odd.opened;
    const oddRaw = (odd.socket as unknown as { _socket: { write(bytes: Uint8Array): void } })._socket;
    oddRaw.write(new Uint8Array([0x88, 0x82, 0, 0, 0, 0, 0x00, 0x05]));
    await odd.closed;
    await roomGoesOn(subject);
  });

  test('an update larger than the limit, and one of garbage', async () => {
    const subject = await withSocket();
    subject.socket.send(syncMessage(2, new Uint8Array(Limits.updateBytes + 1)));
    expect(await subject.closed).toEqual({ code: CloseCode.unsound, reason: 'too-large' });
    const other = openSocket(server.url, subject.documentId, { personId: subject.bilal, origin });
    await other.opened;
    other.socket.send(syncMessage(2, new Uint8Array([1, 2, 3, 4, 5, 6, 7])));
    expect((await other.closed).code).toBe(CloseCode.unsound);
    await roomGoesOn(subject);
  });

  test("a reader's and an annotator's words", async () => {
    const subject = await openTwo();
    for (const access of ['read', 'annotate'] as const) {
      const reader = await insertPerson(db, 'Lettrice');
      accessOf.set(reader, access);
      const page = open(subject.documentId, reader);
      await until(() => page.provider.synced);
      write(page.doc, 'di nascosto');
      await until(() => page.closed !== undefined);
      expect(page.closed).toBe(CloseCode.notAvailable);
    }
    await roomGoesOn(subject);
    expect(await storedText(subject.documentId)).not.toContain('di nascosto');
  });
});

describe('sync: losing access', () => {
  test('closes the open socket within two seconds without being told, and no word is sent after', async () => {
    const { documentId, householdId, bilal, pages } = await openTwo();
    const { socket, opened, closed } = openSocket(server.url, documentId, { personId: bilal, origin });
    await opened;
    let bytesAfter = 0;
    socket.on('message', (data: Buffer) => {
      if (data.includes('segreto')) bytesAfter += data.length;
    });
    accessOf.set(bilal, null);
    await bump('household', householdId);
    const changedAt = performance.now();
    expect((await closed).code).toBe(CloseCode.notAvailable);
    expect(performance.now() - changedAt).toBeLessThan(2_000);
    write(pages[0].doc, 'segreto');
    await until(() => pages[0].isSaved());
    expect(bytesAfter).toBe(0);
    expect(pages[1].closed).toBe(CloseCode.notAvailable);
  });

  test('at once when told', async () => {
    const { householdId, bilal, pages } = await openTwo();
    accessOf.set(bilal, null);
    await bump('household', householdId);
    await server.sync.accessChanged({ householdId });
    await until(() => pages[1].closed === CloseCode.notAvailable, 500);
    expect(pages[0].closed).toBeUndefined();
  });

  test('by signing out closes with "signed out"', async () => {
    const { bilal, pages } = await openTwo();
    signedOut.add(bilal);
    await bump('person', bilal);
    await server.sync.accessChanged({ personId: bilal });
    await until(() => pages[1].closed === CloseCode.signedOut, 500);
  });

  test('a write that meets the change at the commit is not stored', async () => {
    const { documentId, householdId, bilal, pages } = await openTwo();
    await db.sql.begin(async (tx) => {
      await tx`update household set access_epoch = access_epoch + 1 where id = ${householdId}`;
      write(pages[1].doc, 'all’ultimo momento');
      await until(() => pages[1].sent > 0 && server.sync.stats().framesReceived > 0);
      accessOf.set(bilal, null);
    });
    await until(() => pages[1].closed === CloseCode.notAvailable);
    write(pages[0].doc, 'dopo');
    await until(() => pages[0].isSaved());
    expect(await storedText(documentId)).not.toContain('momento');
  });
});

test('sync: when Postgres drops the connection in the middle of a commit, pages come back and nothing is lost or doubled', async () => {
  const { documentId, pages } = await openTwo();
  const [anna, bilal] = pages;
  // The commit waits for this lock; then its backend is ended.
  await db.sql.begin(async (tx) => {
    await tx`select 1 from document where id = ${documentId} for update`;
    write(anna.doc, 'sopravvive');
    let ended = 0;
    while (ended === 0) {
      const rows = await db.sql`
        select pg_terminate_backend(pid) from pg_stat_activity
        where wait_event_type = 'Lock' and datname = current_database() and query like '%stale_author%'`;
      ended = rows.length;
    }
  });
  await until(() => anna.isSaved() && textOfDoc(bilal.doc).includes('sopravvive'));
  expect((await storedText(documentId)).match(/sopravvive/g)).toHaveLength(1);
  expect(server.sync.stats().commitsFailed).toBeGreaterThan(0);
});
