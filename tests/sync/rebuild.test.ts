import { describe, expect, onTestFinished, test, vi } from 'vitest';
import * as Y from 'yjs';
import { checkDocuments } from '../../server/sync/check/check.ts';
import { createPostgresLog } from '../../server/sync/postgres-log.ts';
import { writeAnew } from '../../server/sync/rebuild.ts';
import { addReply, addThread } from '../../shared/documents/annotations.ts';
import type { DocumentKind } from '../../shared/documents/kinds.ts';
import { attendance } from '../../shared/documents/minutes.ts';
import { addNode, addTie, removeNode } from '../../shared/documents/network-map.ts';
import { appendBlock } from '../../shared/documents/rich-text.ts';
import type { DocumentId } from '../../shared/ids.ts';
import { CloseCode, MessageKind, noEpoch } from '../../shared/sync/protocol.ts';
import { freshDatabase } from '../support/database.ts';
import { holdSync, people, textOfDoc, write } from '../support/sync-hand.ts';
import { createTestAuthority, insertPlan, openProvider, serveSync } from '../support/sync-world.ts';
import { until } from '../support/until.ts';

// Beside other suites on two cores, everything takes its time.
vi.setConfig({ testTimeout: 60_000 });

const secret = 'Sofia ha paura di lui';

/** Takes the secret out of the text, as an editor does. */
function eraseSecret(doc: Y.Doc): void {
  const content = doc.getXmlFragment('content');
  for (let at = content.length - 1; at >= 0; at--) {
    const node = content.get(at);
    if (node instanceof Y.XmlElement && node.toString().includes(secret)) content.delete(at, 1);
  }
}

describe('a document written anew', () => {
  const all: readonly (readonly [DocumentKind, (doc: Y.Doc) => void])[] = [
    [
      'care-plan',
      (doc) => {
        const content = doc.getXmlFragment('content');
        appendBlock(content, 'heading', { level: 2, right: 'health' }, ['Salute']);
        appendBlock(content, 'goal', { goalId: people.anna }, [
          'Un obiettivo ',
          { chip: 'person', ref: people.bilal, label: 'Bilal' },
        ]);
        const block = appendBlock(content, 'paragraph', { lang: 'ar', dir: 'rtl' }, ['نص طويل']);
        const text = block.get(0);
        if (text instanceof Y.XmlText) {
          text.format(0, 2, { bold: {} });
          text.format(1, 3, { link: { href: 'https://example.org' } });
          text.insert(2, 'in mezzo');
          text.delete(0, 1);
        }
        content.delete(0, 1);
      },
    ],
    [
      'annotations',
      (doc) => {
        const at = '2026-11-21T10:00:00.000Z' as never;
        const thread = {
          author: people.anna,
          createdAt: at,
          language: 'it',
          quote: 'obiettivo',
          from: 'AA==',
          to: 'AA==',
        } as const;
        addThread(doc, 'a', { ...thread, kind: 'comment', text: 'Perché?' });
        addReply(doc, 'a', { author: people.bilal, createdAt: at, language: 'fr', text: 'Parce que' });
      },
    ],
    [
      'network-map',
      (doc) => {
        for (const key of ['a', 'b', 'c'])
          addNode(doc, key, { label: key, kind: 'person', ring: 'informal', x: 1.5, y: -2 });
        addTie(doc, 't', {
          source: 'a',
          target: 'b',
          strength: 'strong',
          energy: 'mutual',
          network: 'primary',
          supports: ['emotional'],
        });
        removeNode(doc, 'c');
      },
    ],
    ['minutes', (doc) => void attendance(doc).set('guest', { state: 'present', note: 'in ritardo' })],
    ['inclusion-pact', () => undefined],
  ];

  test.each(all)('%s: says the same under one fresh client id', (kind, fill) => {
    const doc = new Y.Doc();
    fill(doc);
    const fresh = writeAnew(doc, kind, new Set([doc.clientID]));
    for (const root of ['content'])
      expect(fresh.getXmlFragment(root).toString()).toBe(doc.getXmlFragment(root).toString());
    for (const root of ['threads', 'nodes', 'ties', 'attendance']) {
      expect(fresh.getMap(root).toJSON()).toEqual(doc.getMap(root).toJSON());
    }
    expect([...fresh.store.clients.keys()].filter((client) => client !== fresh.clientID)).toEqual([]);
    expect(fresh.clientID).not.toBe(doc.clientID);
  });
});

describe('pages and epochs', () => {
  test('who asks is told the epoch before any content, who does not gets the protocol as it was', async () => {
    const hand = holdSync();
    const asking = await hand.open('anna', 'write', new Y.Doc(), noEpoch);
    const plain = await hand.open('bilal');
    asking.start();
    plain.start();
    await until(() => asking.synced && plain.synced);
    expect(asking.epoch).toBe(1);
    const kinds = asking.received.map(([kind]) => kind);
    expect(kinds.filter((kind) => kind === MessageKind.epoch)).toHaveLength(1);
    expect(kinds.indexOf(MessageKind.epoch)).toBeLessThan(kinds.indexOf(MessageKind.sync));
    expect(plain.received.some(([kind]) => kind === MessageKind.epoch)).toBe(false);
  });

  test('a rebuild ends every open page with "old epoch" at once; one that comes back with its old replica is refused, an empty one is let in', async () => {
    const hand = holdSync();
    const pages = [await hand.open('anna', 'write', new Y.Doc(), noEpoch), await hand.open('bilal', 'read')];
    for (const page of pages) page.start();
    await until(() => pages.every((page) => page.synced));
    expect(await hand.sync.rebuild(hand.documentId)).toBe(2);
    for (const page of pages) expect(page.closed).toEqual({ code: CloseCode.oldEpoch, reason: 'old-epoch' });

    for (const wrong of [1, 3, Number.NaN]) {
      const back = await hand.open('anna', 'write', new Y.Doc(), wrong);
      back.start();
      await until(() => back.closed !== undefined);
      expect(back.closed?.code).toBe(CloseCode.oldEpoch);
      expect(back.synced).toBe(false);
    }
    const fresh = await hand.open('anna', 'write', new Y.Doc(), noEpoch);
    fresh.start();
    await until(() => fresh.synced);
    expect(fresh.epoch).toBe(2);
    expect(textOfDoc(fresh.doc)).toBe(textOfDoc(hand.stored()));
    write(fresh.doc, 'avanti');
    await until(() => fresh.isSaved());
    expect(textOfDoc(hand.stored())).toContain('avanti');
    const again = await hand.open('bilal', 'write', fresh.doc, 2);
    again.start();
    await until(() => again.synced);
    expect(again.closed).toBeUndefined();
  });

  test('a page that says nothing of epochs can’t bring back what was erased, in any way it may try', async () => {
    const seed = new Y.Doc();
    write(seed, 'resta');
    const hand = holdSync({ rows: [Y.encodeStateAsUpdate(seed)] });
    const anna = await hand.open('anna');
    anna.start();
    await until(() => anna.synced);
    write(anna.doc, secret);
    await until(() => anna.isSaved());
    const replica = Y.encodeStateAsUpdate(anna.doc);
    await hand.sync.rebuild(hand.documentId, eraseSecret);

    const old = (): Y.Doc => {
      const doc = new Y.Doc();
      Y.applyUpdate(doc, replica);
      return doc;
    };
    // It syncs as y-websocket does, with and without words of its own written since; or sends everything as an update.
    const withWords = old();
    write(withWords, 'aggiunto fuori linea');
    for (const doc of [old(), withWords]) {
      const page = await hand.open('bilal', 'write', doc);
      page.start();
      await until(() => page.closed !== undefined);
      expect(page.closed).toEqual({ code: CloseCode.oldEpoch, reason: 'old-epoch' });
    }
    const pushing = await hand.open('bilal');
    pushing.sendUpdate(Y.encodeStateAsUpdate(withWords));
    await until(() => pushing.closed !== undefined);
    expect(pushing.closed?.code).toBe(CloseCode.oldEpoch);
    // It types on, on top of what it holds: that hangs on what isn't there.
    const typing = await hand.open('bilal', 'write', old());
    typing.start();
    write(typing.doc, 'continua');
    await until(() => typing.closed !== undefined);
    // It deletes what it knows.
    const deleting = old();
    const before = Y.encodeStateVector(deleting);
    deleting.getXmlFragment('content').delete(0, 1);
    const eraser = await hand.open('bilal');
    eraser.sendUpdate(Y.encodeStateAsUpdate(deleting, before));
    await until(() => eraser.closed !== undefined);
    expect(eraser.closed?.code).toBe(CloseCode.oldEpoch);

    expect(textOfDoc(hand.stored())).toBe('<paragraph>resta</paragraph>');
    expect(hand.reported).toEqual([]);
  });

  test('words that are being saved when the document is rebuilt are not stored in the new epoch', async () => {
    const hand = holdSync();
    const anna = await hand.open('anna');
    anna.start();
    await until(() => anna.synced);
    const release = hand.holdCommits();
    write(anna.doc, 'troppo tardi');
    await until(() => hand.commits() === 1);
    await hand.sync.rebuild(hand.documentId);
    release();
    const bilal = await hand.open('bilal');
    bilal.start();
    await until(() => bilal.synced);
    expect(anna.closed?.code).toBe(CloseCode.oldEpoch);
    expect(textOfDoc(hand.stored())).not.toContain('tardi');
    expect(textOfDoc(bilal.doc)).not.toContain('tardi');
  });

  test('listeners hear of it with the document as it is now', async () => {
    const hand = holdSync();
    const heard: string[] = [];
    hand.sync.onCommitted(({ doc }) => heard.push(textOfDoc(doc)));
    await hand.sync.rebuild(hand.documentId, (doc) => write(doc, 'ora'));
    expect(heard).toEqual(['<paragraph>Piano</paragraph><paragraph>ora</paragraph>']);
  });
});

describe('an erasure in Postgres', async () => {
  const db = await freshDatabase();
  const { sql } = db;
  const { authority } = createTestAuthority(db);
  const log = createPostgresLog(db);

  /** Every byte that is stored of a document, as text in which a word would be found. */
  async function storedBytes(documentId: DocumentId): Promise<string> {
    const rows = await sql<{ bytes: Uint8Array }[]>`
      select bytes from document_update where document_id = ${documentId}
      union all select bytes from document_snapshot where document_id = ${documentId}`;
    return rows.map(({ bytes }) => Buffer.from(bytes).toString('latin1')).join('\n');
  }

  test('leaves nothing of the words in rows, snapshots or what Yjs keeps of deletions, nor who had which client id; then work goes on', async () => {
    const server = await serveSync(db, authority);
    onTestFinished(() => server.close());
    const { documentId, personId } = await insertPlan(db);
    const open = () => {
      const page = openProvider(server.url, documentId, personId);
      onTestFinished(() => page.destroy());
      return page;
    };
    const page = open();
    await until(() => page.provider.synced);
    for (const words of ['prima', secret, 'dopo']) write(page.doc, words);
    await until(() => page.isSaved());
    await log.compact(documentId);
    write(page.doc, secret);
    await until(() => page.isSaved());
    eraseSecret(page.doc);
    await until(() => page.isSaved());
    expect(await storedBytes(documentId)).toContain(secret);

    expect(await server.sync.rebuild(documentId, eraseSecret)).toBe(2);
    await until(() => page.closed === CloseCode.oldEpoch);
    expect(await storedBytes(documentId)).not.toContain(secret);
    expect(
      await sql`select count(*)::integer from document_client
      where document_id = ${documentId} and (person_id is not null or client_id = ${page.doc.clientID} and not retired)`,
    ).toEqual([{ count: 0 }]);
    const fresh = open();
    await until(() => fresh.provider.synced);
    expect(textOfDoc(fresh.doc)).toBe('<paragraph>prima</paragraph><paragraph>dopo</paragraph>');
    write(fresh.doc, 'si va avanti');
    await until(() => fresh.isSaved());
    expect((await log.load(documentId))?.epoch).toBe(2);

    const late = openProvider(server.url, documentId, personId, page.doc);
    onTestFinished(() => late.destroy());
    await until(() => late.closed !== undefined);
    expect(late.closed).toBe(CloseCode.oldEpoch);
    expect(await storedBytes(documentId)).not.toContain(secret);
    expect((await checkDocuments(db, { documentIds: [documentId] })).findings).toEqual([]);
  });

  test('on another node: the page that writes next there is closed with "old epoch", and its words are not stored', async () => {
    const [here, there] = [await serveSync(db, authority), await serveSync(db, authority)];
    for (const server of [here, there]) onTestFinished(() => server.close());
    const { documentId, personId } = await insertPlan(db);
    const page = openProvider(there.url, documentId, personId);
    onTestFinished(() => page.destroy());
    await until(() => page.provider.synced);
    write(page.doc, 'prima');
    await until(() => page.isSaved());
    await here.sync.rebuild(documentId);
    write(page.doc, secret);
    await until(() => page.closed !== undefined);
    expect(page.closed).toBe(CloseCode.oldEpoch);
    expect(await storedBytes(documentId)).not.toContain(secret);
  });

  test('that breaks half-way changes nothing, and of a document that is not there is null', async () => {
    const { documentId } = await insertPlan(db);
    const before = await log.load(documentId);
    const breaking = log.rebuild(documentId, () => {
      throw new Error('broken');
    });
    await expect(breaking).rejects.toThrow('broken');
    await expect(
      log.rebuild(documentId, (doc) => void doc.getXmlFragment('content').push([new Y.XmlElement('iframe')])),
    ).rejects.toThrow('is sound');
    expect(await log.load(documentId)).toEqual(before);
    expect(await log.rebuild(crypto.randomUUID() as DocumentId, () => undefined)).toBeNull();
  });
});
