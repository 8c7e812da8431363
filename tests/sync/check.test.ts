import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { describe, expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import { append } from '../../server/activity/log.ts';
import { inTransaction } from '../../server/db/connect.ts';
import { checkDocuments } from '../../server/sync/check/check.ts';
import type { FindingKind } from '../../server/sync/check/finding.ts';
import { createPostgresLog } from '../../server/sync/postgres-log.ts';
import { appendBlock } from '../../shared/documents/rich-text.ts';
import { type DocumentId, newId, PersonId } from '../../shared/ids.ts';
import { freshDatabase } from '../support/database.ts';
import { insertPlan } from '../support/sync-world.ts';

// Beside other suites on two cores, everything takes its time.
vi.setConfig({ testTimeout: 60_000 });

const db = await freshDatabase();
const { sql } = db;
const log = createPostgresLog(db);
const hashOf = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest();

const paragraph = (doc: Y.Doc, text: string) =>
  appendBlock(doc.getXmlFragment('content'), 'paragraph', {}, [text]);

/** A plan of one seeded row and `rows` more by its tutor. */
async function plan(
  rows = 6,
  edit: (doc: Y.Doc, row: number) => void = (doc, row) => void paragraph(doc, `${row}`),
) {
  const seed = new Y.Doc();
  paragraph(seed, 'inizio');
  const { documentId, householdId, personId } = await insertPlan(db, seed);
  const page = new Y.Doc();
  Y.applyUpdate(page, Y.encodeStateAsUpdate(seed));
  const stored = await log.load(documentId);
  const [epochs] = await sql<{ household: number; person: number }[]>`
    select household.access_epoch as household, person.access_epoch as person from household, person
    where household.id = ${householdId} and person.id = ${personId}`;
  if (stored === null || epochs === undefined) throw new Error('it was inserted above');
  for (let row = 0; row < rows; row++) {
    const before = Y.encodeStateVector(page);
    page.transact(() => edit(page, row));
    const write = {
      authorId: personId,
      householdEpoch: epochs.household,
      personEpoch: epochs.person,
      bytes: Y.encodeStateAsUpdate(page, before),
    };
    const claims = row === 0 ? [{ clientId: page.clientID, personId }] : [];
    const results = await log.commit([
      { documentId, householdId, epoch: 1, headSeq: row + 1, writes: [write], claims },
    ]);
    expect(results.get(documentId)?.kind).toBe('committed');
  }
  return { documentId, householdId, personId, page };
}

const kindsFound = async (...documentIds: DocumentId[]): Promise<FindingKind[]> =>
  (await checkDocuments(db, { documentIds })).findings.map(({ kind }) => kind);

/** Stores other bytes in a row, with the hash that belongs to them. */
const replaceRow = (documentId: DocumentId, seq: number, bytes: Uint8Array) =>
  sql`update document_update set bytes = ${bytes}, sha256 = ${hashOf(bytes)}
    where document_id = ${documentId} and seq = ${seq}`;

describe('check-documents finds', () => {
  test('a row that is missing: in the middle, at the beginning, at the end', async () => {
    for (const seq of [4, 1, 7]) {
      const { documentId } = await plan();
      await sql`delete from document_update where document_id = ${documentId} and seq = ${seq}`;
      expect(await kindsFound(documentId)).toContain('hole');
    }
  });

  test('a row missing between the snapshot and the rows kept, and a snapshot past the head', async () => {
    const { documentId } = await plan();
    await log.compact(documentId);
    await sql`delete from document_update where document_id = ${documentId} and seq <= 6`;
    expect(await kindsFound(documentId)).toEqual([]);
    await sql`update document_snapshot set seq = 5 where document_id = ${documentId}`;
    expect(await kindsFound(documentId)).toContain('hole');
    await sql`update document_snapshot set seq = 9 where document_id = ${documentId}`;
    expect(await kindsFound(documentId)).toContain('hole');
  });

  test('bytes that changed behind the hash: of a row, of a row behind the snapshot, of the snapshot', async () => {
    const { documentId } = await plan();
    const flip = (table: string) => sql`
      update ${sql(table)} set bytes = set_byte(bytes, length(bytes) - 3, (get_byte(bytes, length(bytes) - 3) + 1) % 256)
      where document_id = ${documentId}`;
    await log.compact(documentId);
    await sql`update document_update set sha256 = sha256('x') where document_id = ${documentId} and seq = 3`;
    expect(await kindsFound(documentId)).toEqual(['hash']);
    await flip('document_snapshot');
    expect(await kindsFound(documentId)).toContain('hash');
    const rows = await plan();
    await sql`update document_update set bytes = bytes || '\\x00' where document_id = ${rows.documentId} and seq = 7`;
    expect(await kindsFound(rows.documentId)).toContain('hash');
  });

  test('rows that can’t be loaded, and rows that wait for what isn’t there', async () => {
    const garbage = await plan();
    await replaceRow(garbage.documentId, 5, new Uint8Array([7, 7, 7, 7, 7, 7]));
    expect(await kindsFound(garbage.documentId)).toContain('unloadable');
    const pending = await plan();
    await replaceRow(pending.documentId, 4, new Uint8Array([0, 0]));
    expect(await kindsFound(pending.documentId)).toEqual(['pending']);
  });

  test('content that the schema does not have', async () => {
    const { documentId } = await plan(2, (doc) => {
      doc.getXmlFragment('content').push([new Y.XmlElement('iframe')]);
    });
    expect(await kindsFound(documentId)).toEqual(['schema']);
    const other = await plan(1, (doc) => void doc.getMap('elsewhere').set('a', 1));
    expect(await kindsFound(other.documentId)).toEqual(['schema']);
  });

  test('a client id that is nobody’s, and one of an older epoch', async () => {
    const { documentId, page } = await plan();
    await sql`update document_client set retired = true, person_id = null
      where document_id = ${documentId} and client_id = ${page.clientID}`;
    expect(await kindsFound(documentId)).toEqual(['retired']);
    await sql`delete from document_client where document_id = ${documentId} and client_id = ${page.clientID}`;
    expect(await kindsFound(documentId)).toEqual(['unowned']);
  });

  test('rows by nobody, rows of no document, an access epoch that differs', async () => {
    const { documentId } = await plan();
    await sql`update document_update set author_id = ${newId(PersonId)} where document_id = ${documentId} and seq = 2`;
    await sql`update document set access_epoch = access_epoch + 1 where id = ${documentId}`;
    expect(await kindsFound(documentId)).toEqual(['author', 'access-epoch']);
    const lost = crypto.randomUUID();
    await sql`insert into document_update (document_id, seq, bytes, sha256) values (${lost}, 1, '', sha256(''))`;
    expect((await checkDocuments(db, { documentIds: [] })).findings).toEqual([
      { kind: 'orphan', document: null, detail: `1 rows of ${lost}` },
    ]);
    await sql`delete from document_update where document_id = ${lost}`;
  });

  test('an activity log that somebody changed', async () => {
    const { householdId, personId } = await plan(0);
    for (const fields of [['name'], ['languages'], ['address']]) {
      await inTransaction(db, (tx) =>
        append({ tx, now: new Date(), actor: { personId } }, householdId, {
          kind: 'household.changed',
          fields,
        }),
      );
    }
    expect(await kindsFound()).toEqual([]);
    await sql`alter table activity disable trigger activity_is_append_only`;
    const tamper = sql`update activity set event = jsonb_set(event, '{fields}', '["code"]') where seq = 2`;
    await tamper;
    expect((await checkDocuments(db, { documentIds: [] })).findings).toEqual([
      { kind: 'activity-chain', document: null, detail: 'position 2' },
    ]);
    await sql`update activity set event = jsonb_set(event, '{fields}', '["languages"]') where seq = 2`;
    await sql`alter table activity enable trigger activity_is_append_only`;
  });

  test('nothing in honest documents: fresh, written, compacted, past the window, rebuilt, and larger than one update may be', async () => {
    const whole = [
      await plan(0),
      await plan(),
      await plan(30, (doc, row) => {
        const content = doc.getXmlFragment('content');
        if (row % 3 === 2) content.delete(0, 1);
        else paragraph(doc, 'parole '.repeat(row));
      }),
      await plan(2, (doc) => {
        for (let block = 0; block < 150; block++) paragraph(doc, 'x'.repeat(1_000));
      }),
    ].map(({ documentId }) => documentId);
    expect(await kindsFound(...whole)).toEqual([]);
    for (const documentId of whole) await log.compact(documentId);
    expect(await kindsFound(...whole)).toEqual([]);
    const [first, second] = whole;
    if (first === undefined || second === undefined) throw new Error('they were made above');
    await sql`delete from document_update where document_id = ${second}`;
    await log.rebuild(first, () => undefined);
    expect(await kindsFound(...whole)).toEqual([]);
  });
});

describe('check-documents as a command', () => {
  const run = promisify(execFile);
  const check = (...options: string[]) =>
    run(process.execPath, ['server/sync/check/check-documents.ts', ...options], {
      env: { ...process.env, DATABASE_URL: db.url },
    }).then(
      ({ stdout }) => ({ code: 0, stdout }),
      ({ code, stdout }: { code: number; stdout: string }) => ({ code, stdout }),
    );

  test('tells what it found, in words and as JSON, and ends with 1; it changes nothing', async () => {
    const { documentId } = await plan();
    await sql`delete from document_update where document_id = ${documentId} and seq = 4`;
    const before = await sql`select count(*), max(xmin::text::bigint) from document_update`;
    const inWords = await check();
    expect(inWords.code).toBe(1);
    expect(inWords.stdout).toContain(`care-plan ${documentId} hole: row 4 is missing`);
    const json = await check('--json');
    expect(json.code).toBe(1);
    const report: { documents: number; findings: unknown[] } = JSON.parse(json.stdout);
    expect(report.documents).toBeGreaterThan(1);
    expect(report.findings).toContainEqual({
      kind: 'hole',
      document: { id: documentId, kind: 'care-plan' },
      detail: 'row 4 is missing',
    });
    expect(await sql`select count(*), max(xmin::text::bigint) from document_update`).toEqual(before);
  });

  test('ends with 0 when everything is whole', async () => {
    await sql`delete from document`;
    await plan();
    expect(await check()).toEqual({ code: 0, stdout: '1 documents, 7 rows: everything is whole\n' });
  });
});
