import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { inTransaction, isUniqueViolation } from '../../server/db/connect.ts';
import { createDocument } from '../../server/sync/create-document.ts';
import { createPostgresLog } from '../../server/sync/postgres-log.ts';
import { DocumentId, newId } from '../../shared/ids.ts';
import { freshDatabase } from '../support/database.ts';
import { insertDocument, insertHousehold, insertPerson } from '../support/sync-world.ts';
import { describeLog, seedDocument } from './log-contract.ts';

const db = await freshDatabase();
const log = createPostgresLog(db);

async function prepare() {
  const anna = await insertPerson(db, 'Anna');
  const bilal = await insertPerson(db, 'Bilal');
  const householdId = await insertHousehold(db, anna);
  const documentId = await insertDocument(db, householdId, { seed: seedDocument() });
  const told = await log.epochs({ households: [householdId], persons: [anna] });
  return {
    log,
    documentId,
    householdId,
    anna,
    bilal,
    epochs: { household: told.households.get(householdId) ?? -1, person: told.persons.get(anna) ?? -1 },
    async stepEpoch(of: { household: string } | { person: string }) {
      if ('household' in of) {
        await db.sql`update household set access_epoch = access_epoch + 1 where id = ${of.household}`;
      } else await db.sql`update person set access_epoch = access_epoch + 1 where id = ${of.person}`;
    },
  };
}

describe('postgres log', () => describeLog(prepare));

describe('postgres log: rows', () => {
  const update = (): Uint8Array => Y.encodeStateAsUpdate(seedDocument());

  test('carry seqs without holes, their author and the hash of their bytes, whoever commits at the same moment', async () => {
    const { documentId, householdId, anna, epochs } = await prepare();
    const write = { authorId: anna, householdEpoch: epochs.household, personEpoch: epochs.person };
    const writeNext = async (): Promise<void> => {
      const { headSeq } = (await log.load(documentId)) ?? { headSeq: 0 };
      const results = await log.commit([
        { documentId, householdId, epoch: 1, headSeq, writes: [{ ...write, bytes: update() }], claims: [] },
      ]);
      if (results.get(documentId)?.kind !== 'committed') await writeNext();
    };
    await Promise.all(Array.from({ length: 8 }, writeNext));
    const rows = await db.sql<
      { seq: number; author_id: string | null; bytes: Uint8Array; sha256: Uint8Array }[]
    >`
      select seq, author_id, bytes, sha256 from document_update where document_id = ${documentId} order by seq`;
    expect(rows.map((row) => row.seq)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(new Set(rows.slice(1).map((row) => row.author_id))).toEqual(new Set([anna]));
    for (const { bytes, sha256 } of rows) {
      expect(Buffer.from(sha256)).toEqual(createHash('sha256').update(bytes).digest());
    }
  });

  test('rows that are not kept any more are told from rows that never were', async () => {
    const { documentId } = await prepare();
    await db.sql`update document set head_seq = 9 where id = ${documentId}`;
    await db.sql`
      insert into document_update (document_id, seq, bytes, sha256)
      values (${documentId}, 9, '\\x0000', '\\x00')`;
    const since = (seq: number) => log.since(documentId, { epoch: 1, seq, knows: () => true });
    expect(await since(1)).toEqual({ kind: 'forgotten' });
    expect(await since(8)).toMatchObject({ kind: 'grown', headSeq: 9 });
    expect(await since(9)).toMatchObject({ kind: 'grown', headSeq: 9, updates: [] });
  });

  test('wait for a change of access that is under way, and then see it', async () => {
    const { documentId, householdId, anna, epochs } = await prepare();
    const write = {
      authorId: anna,
      householdEpoch: epochs.household,
      personEpoch: epochs.person,
      bytes: update(),
    };
    const committing = await db.sql.begin(async (tx) => {
      await tx`update household set access_epoch = access_epoch + 1 where id = ${householdId}`;
      const started = log.commit([
        { documentId, householdId, epoch: 1, headSeq: 1, writes: [write], claims: [] },
      ]);
      return { started };
    });
    expect((await committing.started).get(documentId)?.kind).toBe('stale');
  });
});

describe('create document', () => {
  test('a seed that its kind does not admit is a bug, and nothing is stored', async () => {
    const anna = await insertPerson(db);
    const householdId = await insertHousehold(db, anna);
    const seed = new Y.Doc();
    seed.getMap('nodes').set('a', 1);
    await expect(insertDocument(db, householdId, { seed })).rejects.toThrow('unknown-root');
    expect(await db.sql`select 1 from document where household_id = ${householdId}`).toHaveLength(0);
  });

  test('a household has one plan', async () => {
    const anna = await insertPerson(db);
    const householdId = await insertHousehold(db, anna);
    await insertDocument(db, householdId);
    const second = insertDocument(db, householdId).catch((error: unknown) => error);
    expect(isUniqueViolation(await second)).toBe(true);
  });

  test("nobody can write under the seed's client ids later", async () => {
    const { documentId } = await prepare();
    const { owners } = (await log.load(documentId)) ?? { owners: new Map() };
    expect([...owners.values()]).toEqual([null]);
  });

  test('an empty seed makes an empty document that loads', async () => {
    const anna = await insertPerson(db);
    const householdId = await insertHousehold(db, anna);
    const id = newId(DocumentId);
    await inTransaction(db, (tx) =>
      createDocument(tx, {
        id,
        householdId,
        kind: 'network-map',
        conferenceId: null,
        seed: new Y.Doc(),
        authorId: anna,
      }),
    );
    expect((await log.load(id))?.headSeq).toBe(1);
  });
});
