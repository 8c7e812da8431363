import { afterAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import * as Y from 'yjs';
import { createTokenBucket } from '../../server/sync/token-bucket.ts';
import { CloseCode, Limits } from '../../shared/sync/protocol.ts';
import { freshDatabase } from '../support/database.ts';
import { holdSync, syncMessage, textOfDoc, write } from '../support/sync-hand.ts';
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
const server = await serveSync(db, authority);
afterAll(() => server.close());

describe('the token bucket', () => {
  const bucketAt = (clock: { ms: number }) =>
    createTokenBucket(() => clock.ms, { burst: 100, perSecond: 50 });

  test('lets a burst through, then says how long to wait, and is full again later', () => {
    const clock = { ms: 0 };
    const bucket = bucketAt(clock);
    for (let frame = 0; frame < 100; frame++) expect(bucket.take(0)).toBe('within');
    expect(bucket.take(0)).toEqual({ waitMs: 20 });
    clock.ms += 1_000;
    for (let frame = 0; frame < 49; frame++) expect(bucket.take(0)).toBe('within');
    expect(bucket.take(0)).not.toBe('within');
    clock.ms += 60_000;
    for (let frame = 0; frame < 100; frame++) expect(bucket.take(0)).toBe('within');
    expect(bucket.take(0)).not.toBe('within');
  });

  test('counts kilobytes and questions for what they cost, and tells a flood', () => {
    const bucket = bucketAt({ ms: 0 });
    expect(bucket.take(1024 * 1024)).toBe('within');
    expect(bucket.take(1024 * 1024)).toMatchObject({ waitMs: expect.any(Number) });
    const asked = bucketAt({ ms: 0 });
    for (let question = 0; question < 5; question++) expect(asked.take(0, true)).toBe('within');
    expect(asked.take(0, true)).not.toBe('within');
    const flooding = bucketAt({ ms: 0 });
    const states = Array.from({ length: 400 }, () => flooding.take(0));
    expect(states.at(-1)).toBe('flooded');
    expect(states.slice(0, 300)).not.toContain('flooded');
  });
});

test('a page that asks many times at once is answered once, with the last that it lacks', async () => {
  const hand = holdSync();
  const anna = await hand.open('anna');
  const empty = Y.encodeStateVector(new Y.Doc());
  for (let question = 0; question < 50; question++) anna.sendStep1(empty);
  await until(() => anna.synced);
  expect(anna.received.filter(([kind, step]) => kind === 0 && step === 1)).toHaveLength(1);
});

test('everything written in a long time offline comes back in one frame of nearly 1 MiB', async () => {
  const { documentId, personId } = await insertPlan(db);
  const page = openProvider(server.url, documentId, personId);
  onTestFinished(() => page.destroy());
  await until(() => page.provider.synced);
  page.provider.disconnect();
  for (let block = 0; block < 9; block++) write(page.doc, 'parole '.repeat(16_000));
  const size = Y.encodeStateAsUpdate(page.doc).length;
  expect(size).toBeGreaterThan(0.9 * Limits.frameBytes);
  expect(size).toBeLessThan(Limits.frameBytes);
  page.provider.connect();
  await until(() => page.isSaved() && page.acked > 0);
  const reader = openProvider(server.url, documentId, personId);
  onTestFinished(() => reader.destroy());
  await until(() => reader.provider.synced);
  expect(textOfDoc(reader.doc)).toBe(textOfDoc(page.doc));
});

test('a room of pages that never read: each is closed to sync again, whoever reads is served meanwhile, and they come back whole', async () => {
  const seed = new Y.Doc();
  for (let block = 0; block < 8; block++) write(seed, 'parole '.repeat(16_000));
  const { documentId, personId } = await insertPlan(db, seed);
  const closedBefore = server.sync.stats().closed['1013:fell-behind'] ?? 0;
  const deaf = await Promise.all(
    Array.from({ length: 5 }, async () => {
      const { socket, opened } = openSocket(server.url, documentId, {
        personId: await insertPerson(db, 'Sorda'),
        origin,
      });
      onTestFinished(() => socket.terminate());
      await opened;
      socket.pause();
      return socket;
    }),
  );
  const honest = openProvider(server.url, documentId, personId);
  onTestFinished(() => honest.destroy());
  await until(() => honest.provider.synced);

  const question = syncMessage(0, Y.encodeStateVector(new Y.Doc()));
  const allClosed = () =>
    (server.sync.stats().closed['1013:fell-behind'] ?? 0) - closedBefore === deaf.length;
  for (let round = 0; !allClosed(); round++) {
    expect(round).toBeLessThan(200);
    for (const socket of deaf) socket.send(question);
    write(honest.doc, `giro ${round}`);
    await until(() => honest.isSaved());
  }
  expect(honest.closed).toBeUndefined();
  const back = openProvider(server.url, documentId, personId);
  onTestFinished(() => back.destroy());
  await until(() => back.provider.synced);
  expect(textOfDoc(back.doc)).toBe(textOfDoc(honest.doc));
});

test('a close code that does not exist, and a frame cut in half, end that session only', async () => {
  const { documentId, personId } = await insertPlan(db);
  const honest = openProvider(server.url, documentId, personId);
  onTestFinished(() => honest.destroy());
  await until(() => honest.provider.synced);
  const open = async () => {
    const { socket, opened, closed } = openSocket(server.url, documentId, { personId, origin });
    await opened;
    const raw = (socket as unknown as { _socket: { write(bytes: Uint8Array): void; destroy(): void } })
      ._socket;
    return { raw, closed };
  };
  // Masked close frames: codes 1005, 999, 5000, and one byte where two are due.
  for (const payload of [[0x03, 0xed], [0x03, 0xe7], [0x13, 0x88], [0x03]]) {
    const { raw, closed } = await open();
    raw.write(new Uint8Array([0x88, 0x80 + payload.length, 0, 0, 0, 0, ...payload]));
    await closed;
  }
  const cut = await open();
  cut.raw.write(new Uint8Array([0x82, 0xfe, 0x10]));
  cut.raw.destroy();
  await cut.closed;
  await until(() => server.sync.stats().connections >= 1);
  write(honest.doc, 'avanti');
  await until(() => honest.isSaved());
  expect(honest.closed).toBeUndefined();
});

test('a presence state larger than 4 KiB is shown to nobody and ends nothing', async () => {
  const { documentId, personId } = await insertPlan(db);
  const bilal = await insertPerson(db, 'Bilal');
  const pages = [
    openProvider(server.url, documentId, personId),
    openProvider(server.url, documentId, bilal),
  ] as const;
  for (const page of pages) onTestFinished(() => page.destroy());
  await until(() => pages.every(({ provider }) => provider.synced));
  const [anna, other] = pages;
  const seen = () => anna.provider.awareness.getStates().get(other.doc.clientID)?.cursor;
  other.provider.awareness.setLocalState({ cursor: 'x'.repeat(Limits.presenceBytes) });
  other.provider.awareness.setLocalState({ cursor: 'poco' });
  await until(() => seen() === 'poco');
  expect(pages.map((page) => page.closed)).toEqual([undefined, undefined]);
  expect(server.sync.stats().closed[String(CloseCode.badFrame)]).toBeUndefined();
});
