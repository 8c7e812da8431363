/** Two nodes on one Postgres and one Redis, real sockets: what each part's death does, and what it doesn't. */
import { afterAll, describe, expect, onTestFinished, test } from 'vitest';
import * as Y from 'yjs';
import type { Bus } from '../../server/bus/bus.ts';
import { postgresCarrier } from '../../server/bus/postgres-carrier.ts';
import { redisCarrier } from '../../server/bus/redis-carrier.ts';
import { createRemoteBus } from '../../server/bus/remote-bus.ts';
import type { DocumentId, PersonId } from '../../shared/ids.ts';
import { CloseCode } from '../../shared/sync/protocol.ts';
import { freshDatabase } from '../support/database.ts';
import { startRedis } from '../support/redis-server.ts';
import { textOfDoc, write } from '../support/sync-hand.ts';
import {
  createTestAuthority,
  insertPerson,
  insertPlan,
  openProvider,
  type ProviderPage,
  serveSync,
} from '../support/sync-world.ts';
import { until } from '../support/until.ts';

const db = await freshDatabase();
const redis = await startRedis();
afterAll(() => redis.kill());
const { authority, accessOf } = createTestAuthority(db);

const overRedis = () => createRemoteBus(redisCarrier(redis.url));
const overPostgres = () => createRemoteBus(postgresCarrier(db.url));

async function startNode(bus: Bus) {
  const reported: unknown[] = [];
  const server = await serveSync(db, authority, { bus, report: (error) => reported.push(error) });
  let closing: Promise<void> | undefined;
  const node = {
    ...server,
    bus,
    reported,
    close: () => {
      closing ??= server.close().then(() => bus.close());
      return closing;
    },
  };
  onTestFinished(node.close);
  return node;
}

async function startNodes(createBus = overRedis) {
  const nodes = [await startNode(createBus()), await startNode(createBus())] as const;
  await until(() => nodes.every(({ bus }) => bus.status().isConnected));
  return nodes;
}

type Node = Awaited<ReturnType<typeof startNode>>;

function open({ url }: Node, documentId: DocumentId, personId: PersonId, doc?: Y.Doc): ProviderPage {
  const page = openProvider(url, documentId, personId, doc);
  onTestFinished(() => page.destroy());
  return page;
}

/** Anna on the first node, Bilal on the second, in one plan. */
async function openTwo(createBus = overRedis) {
  const nodes = await startNodes(createBus);
  const plan = await insertPlan(db);
  const bilal = await insertPerson(db, 'Bilal');
  const pages = [
    open(nodes[0], plan.documentId, plan.personId),
    open(nodes[1], plan.documentId, bilal),
  ] as const;
  await until(() => pages.every(({ provider }) => provider.synced));
  return { ...plan, bilal, nodes, pages };
}

const sees = ({ doc }: ProviderPage, words: string): boolean => textOfDoc(doc).includes(words);

async function storedText(documentId: DocumentId): Promise<string> {
  const rows = await db.sql<{ bytes: Uint8Array }[]>`
    select bytes from document_update where document_id = ${documentId} order by seq`;
  const doc = new Y.Doc();
  for (const { bytes } of rows) Y.applyUpdate(doc, bytes);
  return textOfDoc(doc);
}

const userOf = (page: ProviderPage, other: ProviderPage): unknown =>
  page.provider.awareness.getStates().get(other.doc.clientID)?.user;

describe.each([
  ['Redis', overRedis],
  ['Postgres', overPostgres],
])('two nodes over %s', (_name, createBus) => {
  test('words written on one are seen on the other, from the log and not from the bus, and nobody is sent away', async () => {
    const { documentId, pages, nodes } = await openTwo(createBus);
    const [anna, bilal] = pages;
    for (let word = 0; word < 5; word++) {
      write(anna.doc, `anna-${word}`);
      await until(() => sees(bilal, `anna-${word}`), 1_500);
      write(bilal.doc, `bilal-${word}`);
      await until(() => sees(anna, `bilal-${word}`), 1_500);
    }
    expect(textOfDoc(anna.doc)).toBe(textOfDoc(bilal.doc));
    expect(await storedText(documentId)).toBe(textOfDoc(anna.doc));
    expect(pages.map(({ closed }) => closed)).toEqual([undefined, undefined]);
    expect(nodes.flatMap(({ reported }) => reported)).toEqual([]);
  });

  test('each sees who is on the other, with the name that node vouches for, until they leave', async () => {
    const { bilal: bilalId, pages } = await openTwo(createBus);
    const [anna, bilal] = pages;
    bilal.provider.awareness.setLocalState({ user: { name: 'Anna' }, cursor: 3 });
    await until(() => anna.provider.awareness.getStates().get(bilal.doc.clientID)?.cursor === 3);
    expect(userOf(anna, bilal)).toEqual({ id: bilalId, name: 'Bilal', function: 'social', body: null });
    bilal.provider.disconnect();
    await until(() => !anna.provider.awareness.getStates().has(bilal.doc.clientID));
  });
});

describe('two nodes', () => {
  test('four writers on each, all in one document without pause: all equal, all saved, nobody closed, both get their turns', async () => {
    const { documentId, personId, bilal, nodes, pages } = await openTwo();
    const all = [...pages];
    for (let more = 0; more < 3; more++) {
      all.push(open(nodes[0], documentId, personId), open(nodes[1], documentId, bilal));
    }
    await until(() => all.every(({ provider }) => provider.synced));
    const perPage = 60;
    const slowest = await Promise.all(
      all.map(async (page, index) => {
        for (let word = 0; word < perPage; word++) {
          write(page.doc, `${index}-${word}.`);
          await new Promise((next) => setTimeout(next, 2));
        }
        await until(() => page.isSaved());
        return performance.now();
      }),
    );
    await until(() => new Set(all.map(({ doc }) => textOfDoc(doc))).size === 1);
    const [first] = all;
    expect(textOfDoc(first?.doc ?? new Y.Doc()).match(/<paragraph>/g)).toHaveLength(all.length * perPage);
    expect(await storedText(documentId)).toBe(textOfDoc(first?.doc ?? new Y.Doc()));
    expect(all.map(({ closed }) => closed)).toEqual(all.map(() => undefined));
    expect(nodes.map(({ sync }) => sync.stats().closed)).toEqual([{}, {}]);
    expect(Math.max(...slowest) - Math.min(...slowest)).toBeLessThan(5_000);
  });

  test('a page that moves to the other node brings what it wrote, once', async () => {
    const { documentId, personId, nodes, pages } = await openTwo();
    const [anna, bilal] = pages;
    write(anna.doc, 'prima');
    await until(() => anna.isSaved());
    anna.provider.disconnect();
    write(anna.doc, 'fuori linea');
    write(bilal.doc, 'intanto');
    const moved = open(nodes[1], documentId, personId, anna.doc);
    await until(() => moved.isSaved() && sees(bilal, 'fuori linea') && sees(moved, 'intanto'));
    for (const words of ['prima', 'fuori linea', 'intanto']) {
      expect((await storedText(documentId)).split(words)).toHaveLength(2);
    }
    expect(nodes[1].sync.stats().closed).toEqual({});
  });

  test('somebody who opens a document sees at once who is in it on the other node', async () => {
    const { documentId, personId, bilal, nodes } = await openTwo();
    const early = open(nodes[0], documentId, personId);
    early.provider.awareness.setLocalState({ cursor: 1 });
    await until(() => early.provider.synced);
    const third = await startNode(overRedis());
    await until(() => third.bus.status().isConnected);
    const late = open(third, documentId, bilal);
    await until(() => userOf(late, early) !== undefined, 3_000);
  });

  test('a node that ends takes its people along; its pages find the other and nothing is lost', async () => {
    const { documentId, nodes, pages, personId } = await openTwo();
    const [anna, bilal] = pages;
    anna.provider.awareness.setLocalState({ cursor: 1 });
    await until(() => userOf(bilal, anna) !== undefined);
    write(anna.doc, 'ultime parole');
    await nodes[0].close();
    await until(() => userOf(bilal, anna) === undefined);
    const back = open(nodes[1], documentId, personId, anna.doc);
    await until(() => back.isSaved() && sees(bilal, 'ultime parole'));
    expect(await storedText(documentId)).toBe(textOfDoc(bilal.doc));
  });

  test('a document rebuilt on one node closes with "old epoch" on the other', async () => {
    const { documentId, nodes, pages } = await openTwo();
    const [, bilal] = pages;
    expect(await nodes[0].sync.rebuild(documentId)).toBe(2);
    await until(() => bilal.closed !== undefined);
    expect(bilal.closed).toBe(CloseCode.oldEpoch);
  });

  test('access that ends on one node ends on the other within a second, and nothing is sent there after', async () => {
    const { householdId, bilal: bilalId, nodes, pages } = await openTwo();
    const [anna, bilal] = pages;
    accessOf.set(bilalId, null);
    await db.sql`update household set access_epoch = access_epoch + 1 where id = ${householdId}`;
    nodes[0].bus.publish({ kind: 'activity' });
    const began = performance.now();
    await until(() => bilal.closed !== undefined);
    expect(performance.now() - began).toBeLessThan(1_000);
    expect(bilal.closed).toBe(CloseCode.notAvailable);
    write(anna.doc, 'non per Bilal');
    await until(() => anna.isSaved());
    expect(sees(bilal, 'non per Bilal')).toBe(false);
  });
});

describe('two nodes, the bus dead', () => {
  test('words still arrive within seconds, access still ends, and when the bus is back so is presence', async () => {
    const { documentId, householdId, personId, nodes, pages } = await openTwo();
    const [anna, bilal] = pages;
    await redis.kill();
    onTestFinished(redis.start);
    await until(() => nodes.every(({ bus }) => !bus.status().isConnected));

    write(anna.doc, 'senza bus');
    const began = performance.now();
    await until(() => sees(bilal, 'senza bus'));
    expect(performance.now() - began).toBeLessThan(4_000);
    // Both write, neither knowing of the other.
    for (let word = 0; word < 10; word++)
      for (const [index, { doc }] of pages.entries()) write(doc, `${index}-${word}.`);
    await until(() => pages.every((page) => page.isSaved()));
    await until(() => textOfDoc(anna.doc) === textOfDoc(bilal.doc));
    expect(await storedText(documentId)).toBe(textOfDoc(anna.doc));

    const chiara = await insertPerson(db, 'Chiara');
    const third = open(nodes[1], documentId, chiara);
    await until(() => third.provider.synced);
    accessOf.set(chiara, null);
    await db.sql`update household set access_epoch = access_epoch + 1 where id = ${householdId}`;
    const revoked = performance.now();
    await until(() => third.closed !== undefined);
    expect(performance.now() - revoked).toBeLessThan(5_000);

    anna.provider.awareness.setLocalState({ cursor: 9 });
    await redis.start();
    await until(() => nodes.every(({ bus }) => bus.status().isConnected && bus.status().gaps > 0));
    await until(() => userOf(bilal, anna) !== undefined);
    expect(userOf(bilal, anna)).toMatchObject({ id: personId });
    write(bilal.doc, 'di nuovo');
    await until(() => sees(anna, 'di nuovo'), 1_500);
    expect(pages.map(({ closed }) => closed)).toEqual([undefined, undefined]);
  });
});
