import { createHash } from 'node:crypto';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import * as Y from 'yjs';
import { buildSnapshot } from '../../server/sync/compaction.ts';
import { createCompactionQueue } from '../../server/sync/compaction-queue.ts';
import { compactionRound, shortTail } from '../../server/sync/compaction-rounds.ts';
import { createCounters } from '../../server/sync/counters.ts';
import { compact } from '../../server/sync/postgres-compaction.ts';
import { createPostgresLog } from '../../server/sync/postgres-log.ts';
import { createSnapshotBuilder, type SnapshotBuilder } from '../../server/sync/snapshot-builder.ts';
import type { DocumentId } from '../../shared/ids.ts';
import { freshDatabase } from '../support/database.ts';
import { textOfDoc, write } from '../support/sync-hand.ts';
import { insertPlan } from '../support/sync-world.ts';

// Beside other suites on two cores, everything takes its time.
vi.setConfig({ testTimeout: 60_000 });

const db = await freshDatabase();
const { sql } = db;
const log = createPostgresLog(db);
const buildHere: SnapshotBuilder = createSnapshotBuilder();

/** A plan with a log of so many rows, written one after the other. */
async function longPlan(rows: number) {
  const author = new Y.Doc();
  const written: Uint8Array[] = [];
  author.on('update', (update: Uint8Array) => written.push(update));
  for (let word = 0; word < rows; word++) write(author, `parola ${word}`);
  const plan = await insertPlan(db);
  await appendRows(plan.documentId, 1, written);
  return { ...plan, author, text: textOfDoc(author) };
}

async function appendRows(documentId: DocumentId, headSeq: number, updates: readonly Uint8Array[]) {
  const rows = updates.map((bytes, index) => ({
    document_id: documentId,
    seq: headSeq + index + 1,
    bytes,
    sha256: createHash('sha256').update(bytes).digest(),
  }));
  await sql.begin(async (tx) => {
    await tx`update document set head_seq = ${headSeq + rows.length} where id = ${documentId}`;
    await tx`insert into document_update ${tx(rows)}`;
  });
}

const age = (documentId: DocumentId, days: number, upTo: number) =>
  sql`update document_update set committed_at = now() - make_interval(days => ${days})
    where document_id = ${documentId} and seq <= ${upTo}`;

const seqsOf = async (documentId: DocumentId): Promise<number[]> =>
  (
    await sql<{ seq: number }[]>`
    select seq from document_update where document_id = ${documentId} order by seq`
  ).map(({ seq }) => seq);

const snapshotSeq = async (documentId: DocumentId): Promise<number | undefined> =>
  (await sql<{ seq: number }[]>`select seq from document_snapshot where document_id = ${documentId}`)[0]?.seq;

async function loadedText(documentId: DocumentId): Promise<string> {
  const doc = new Y.Doc();
  for (const update of (await log.load(documentId))?.updates ?? []) Y.applyUpdate(doc, update);
  return textOfDoc(doc);
}

describe('compaction', () => {
  test('refuses rows with a hole, with changed bytes or that wait for what is missing, and leaves them as they are', async () => {
    const hole = await longPlan(5);
    await sql`delete from document_update where document_id = ${hole.documentId} and seq = 3`;
    await expect(log.compact(hole.documentId)).rejects.toThrow('are whole');

    const changed = await longPlan(5);
    await sql`update document_update set bytes = '\\x0000' where document_id = ${changed.documentId} and seq = 3`;
    await expect(log.compact(changed.documentId)).rejects.toThrow('the hashes they were stored with');

    const doc = new Y.Doc();
    write(doc, 'manca');
    const before = Y.encodeStateVector(doc);
    write(doc, 'pende');
    const pending = await insertPlan(db);
    await appendRows(pending.documentId, 1, [Y.encodeStateAsUpdate(doc, before)]);
    await expect(log.compact(pending.documentId)).rejects.toThrow('pending');

    for (const { documentId } of [hole, changed, pending])
      expect(await snapshotSeq(documentId)).toBeUndefined();
  });

  test('makes one snapshot that loads equal; rows of the last 30 days stay behind it, older ones go', async () => {
    const { documentId, text } = await longPlan(20);
    await age(documentId, 31, 8);
    await age(documentId, 29, 0);
    expect(await log.compact(documentId)).toEqual({ kind: 'compacted', rows: 21 });
    expect(await snapshotSeq(documentId)).toBe(21);
    expect(await seqsOf(documentId)).toEqual([9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21]);
    expect((await log.load(documentId))?.updates).toHaveLength(1);
    expect(await loadedText(documentId)).toBe(text);
    expect(await log.compact(documentId)).toEqual({ kind: 'nothing-to-do' });
  });

  test('never leaves a hole, also when a clock was wrong', async () => {
    const { documentId } = await longPlan(10);
    await age(documentId, 40, 10);
    await sql`update document_update set committed_at = now() where document_id = ${documentId} and seq = 4`;
    await log.compact(documentId);
    expect(await seqsOf(documentId)).toEqual([4, 5, 6, 7, 8, 9, 10, 11]);
  });

  test('does not lose what is committed meanwhile', async () => {
    const { documentId, author } = await longPlan(30);
    const written: Uint8Array[] = [];
    author.on('update', (update: Uint8Array) => written.push(update));
    const result = await compact(
      sql,
      async (packed) => {
        const snapshot = await buildHere(packed);
        write(author, 'intanto');
        await appendRows(documentId, 31, written);
        return snapshot;
      },
      documentId,
    );
    expect(result.kind).toBe('compacted');
    expect(await snapshotSeq(documentId)).toBe(31);
    expect(await loadedText(documentId)).toBe(textOfDoc(author));
    expect((await log.load(documentId))?.updates).toHaveLength(2);
  });

  test('of two nodes, the one that knows less gives way; a document rebuilt meanwhile is left alone', async () => {
    const { documentId, author, text } = await longPlan(10);
    const slow = await compact(
      sql,
      async (packed) => {
        const snapshot = await buildHere(packed);
        const written: Uint8Array[] = [];
        author.once('update', (update: Uint8Array) => written.push(update));
        write(author, 'di più');
        await appendRows(documentId, 11, written);
        await log.compact(documentId);
        return snapshot;
      },
      documentId,
    );
    expect(slow.kind).toBe('overtaken');
    expect(await snapshotSeq(documentId)).toBe(12);
    expect(await loadedText(documentId)).toBe(textOfDoc(author));

    const rebuilt = await longPlan(10);
    const late = await compact(
      sql,
      async (packed) => {
        const snapshot = await buildHere(packed);
        await log.rebuild(rebuilt.documentId, () => undefined);
        return snapshot;
      },
      rebuilt.documentId,
    );
    expect(late.kind).toBe('overtaken');
    expect(await loadedText(rebuilt.documentId)).toBe(rebuilt.text);
    expect(text).not.toBe('');
  });

  test('eight at once while somebody commits leave one snapshot and every word', async () => {
    const { documentId, author } = await longPlan(50);
    const written: Uint8Array[] = [];
    author.on('update', (update: Uint8Array) => written.push(update));
    const committing = (async () => {
      for (let word = 0; word < 20; word++) {
        write(author, `durante ${word}`);
        await appendRows(documentId, 51 + word, written.splice(0));
      }
    })();
    await Promise.all([committing, ...Array.from({ length: 8 }, () => log.compact(documentId))]);
    expect(await loadedText(documentId)).toBe(textOfDoc(author));
    await log.compact(documentId);
    expect(await snapshotSeq(documentId)).toBe(71);
    expect(await loadedText(documentId)).toBe(textOfDoc(author));
  });

  test('a log that was never compacted is, before it is opened; bytes that changed are given to nobody', async () => {
    const { documentId, text } = await longPlan(3_200);
    const stored = await log.load(documentId);
    expect(stored?.updates).toHaveLength(1);
    expect(stored?.headSeq).toBe(3_201);
    expect(await loadedText(documentId)).toBe(text);
    await sql`delete from document_snapshot where document_id = ${documentId}`;
    await sql`update document_update set sha256 = '' where document_id = ${documentId} and seq = 7`;
    await expect(log.load(documentId)).rejects.toThrow('the hashes they were stored with');
    await sql`delete from document_update where document_id = ${documentId} and seq > 10`;
    await sql`update document set head_seq = 10 where id = ${documentId}`;
    await expect(log.load(documentId)).rejects.toThrow('the hashes they were stored with');
    await sql`delete from document where id = ${documentId}`;
  });

  test('an open reads the snapshot and the rows behind it by index, never the rows before', async () => {
    const { documentId } = await longPlan(300);
    await log.compact(documentId);
    const plan = await sql.begin(async (tx) => {
      await tx`set local enable_seqscan = off`; // this table is too small for the planner to care
      return tx<{ 'QUERY PLAN': string }[]>`
      explain (analyze, costs off, timing off, summary off)
      with snapshot as (select seq, bytes from document_snapshot where document_id = ${documentId})
      select seq, bytes from snapshot
      union all
      select seq, bytes from document_update
      where document_id = ${documentId} and seq > coalesce((select seq from snapshot), 0)
      order by seq`;
    });
    const lines = plan.map((line) => line['QUERY PLAN']).join('\n');
    expect(lines).toMatch(/Index Scan (using|on) document_update_pkey[^\n]*rows=0/);
    expect(lines).not.toContain('Removed by Filter');
  });
});

describe('snapshots built beside the event loop', () => {
  const packed = (updates: readonly Uint8Array[]): Uint8Array =>
    Buffer.concat(
      updates.flatMap((update) => {
        const length = Buffer.alloc(4);
        length.writeUInt32BE(update.length);
        return [length, update];
      }),
    );

  test('are what they would be on it, and one that fails disturbs no other', async () => {
    const author = new Y.Doc();
    const rows: Uint8Array[] = [];
    author.on('update', (update: Uint8Array) => rows.push(update));
    for (let word = 0; word < 1_000; word++) write(author, `parola ${word}`);
    const build = createSnapshotBuilder();
    const broken = packed([...rows, new Uint8Array([1, 2, 3, 4, 5])]);
    const [bad, good, again] = await Promise.allSettled([
      build(broken),
      build(packed(rows)),
      build(packed(rows)),
    ]);
    expect(bad.status).toBe('rejected');
    const expected = buildSnapshot(rows);
    for (const outcome of [good, again]) {
      expect(outcome.status === 'fulfilled' && Buffer.from(outcome.value).equals(expected)).toBe(true);
    }
  });

  test('hold up nobody: the loop turns while 10,000 rows are replayed', async () => {
    const author = new Y.Doc();
    const text = new Y.XmlText();
    author.getXmlFragment('content').push([text]);
    const rows: Uint8Array[] = [Y.encodeStateAsUpdate(author)];
    author.on('update', (update: Uint8Array) => rows.push(update));
    for (let at = 0; at < 10_000; at++) text.insert((at * 7919) % (at + 1), 'a');
    const bytes = packed(rows);
    let turns = 0;
    let isBuilding = true;
    const turning = (async () => {
      while (isBuilding) {
        await new Promise((next) => setImmediate(next));
        turns++;
      }
    })();
    const snapshot = await createSnapshotBuilder()(bytes);
    isBuilding = false;
    await turning;
    expect(turns).toBeGreaterThan(50);
    expect(snapshot.length).toBeGreaterThan(10_000);
  });
});

describe('rounds of compaction', () => {
  test('find the logs that a killed node left long, and rows past the history window', async () => {
    const long = await longPlan(shortTail + 20);
    const short = await longPlan(20);
    const old = await longPlan(20);
    await log.compact(old.documentId);
    await age(old.documentId, 31, 15);
    const reported: unknown[] = [];
    const queue = createCompactionQueue({
      log,
      counters: createCounters(),
      report: (error) => reported.push(error),
    });
    onTestFinished(() => queue.close(0));
    await compactionRound({ sql, queue });
    expect(reported).toEqual([]);
    expect(await snapshotSeq(long.documentId)).toBe(shortTail + 21);
    expect(await loadedText(long.documentId)).toBe(long.text);
    expect(await snapshotSeq(short.documentId)).toBeUndefined();
    expect(await seqsOf(old.documentId)).toEqual([16, 17, 18, 19, 20, 21]);
  });
});
