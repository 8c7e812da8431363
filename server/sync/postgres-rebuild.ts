/**
 * A document's new epoch in Postgres, in one transaction under its lock: commits of the old epoch that wait for the lock
 * find another epoch and store nothing.
 */
import { sql } from 'drizzle-orm';
import * as Y from 'yjs';
import { assert } from '../../shared/assert.ts';
import type { DocumentKind } from '../../shared/documents/kinds.ts';
import type { DocumentId, HouseholdId } from '../../shared/ids.ts';
import { unpack } from '../../shared/sync/packed-updates.ts';
import { type Database, inTransaction, type Tx } from '../db/connect.ts';
import type { Rebuilt } from './log.ts';
import { sha256, toHex } from './postgres-commit.ts';
import { openStored, writeAnew } from './rebuild.ts';

export const rebuildInPostgres = (
  db: Database,
  documentId: DocumentId,
  change: (doc: Y.Doc) => void,
): Promise<Rebuilt | null> =>
  inTransaction(db, async (tx) => {
    const old = await lockAndRead(tx, documentId);
    if (old === undefined) return null;
    const { kind, household_id: householdId } = old;
    const before = openStored(unpack(old.packed), kind);
    change(before);
    const doc = writeAnew(before, kind, new Set(old.clients));
    const [epoch, headSeq] = [old.epoch + 1, old.head_seq + 1];
    await replace(tx, documentId, epoch, headSeq, doc);
    return { kind, householdId, epoch, headSeq, doc };
  });

type Old = {
  readonly kind: DocumentKind;
  readonly household_id: HouseholdId;
  readonly epoch: number;
  readonly head_seq: number;
  readonly clients: readonly number[];
  /** Snapshot and later rows, as packed-updates.ts has them. */
  readonly packed: Uint8Array;
};

async function lockAndRead(tx: Tx, documentId: DocumentId): Promise<Old | undefined> {
  // A statement of its own: the next one begins after the lock is had, and sees what others committed until then.
  await tx.execute(sql`select 1 from document where id = ${documentId} for update`);
  const [old] = await tx.execute<Old & { rows: number; snapshot_seq: number }>(sql`
    select kind, household_id, epoch, head_seq, coalesce(snapshot.seq, 0) as snapshot_seq, tail.rows,
      coalesce((select json_agg(client_id) from document_client where document_id = document.id), '[]') as clients,
      coalesce(int4send(length(snapshot.bytes)) || snapshot.bytes, ''::bytea) || coalesce(tail.packed, ''::bytea) as packed
    from document
      left join document_snapshot snapshot on snapshot.document_id = document.id
      cross join lateral (
        select count(*)::integer as rows, string_agg(int4send(length(bytes)) || bytes, ''::bytea order by seq) as packed
        from document_update
        where document_id = document.id and seq > coalesce(snapshot.seq, 0)
      ) tail
    where document.id = ${documentId}`);
  if (old === undefined) return undefined;
  assert(old.rows === old.head_seq - old.snapshot_seq, `the rows of document ${documentId} are whole`);
  return old;
}

async function replace(
  tx: Tx,
  documentId: DocumentId,
  epoch: number,
  headSeq: number,
  doc: Y.Doc,
): Promise<void> {
  const bytes = Y.encodeStateAsUpdate(doc);
  await tx.execute(sql`update document set epoch = ${epoch}, head_seq = ${headSeq} where id = ${documentId}`);
  await tx.execute(sql`delete from document_update where document_id = ${documentId}`);
  await tx.execute(sql`delete from document_snapshot where document_id = ${documentId}`);
  await tx.execute(sql`
    update document_client set retired = true, person_id = null where document_id = ${documentId}`);
  await tx.execute(sql`
    insert into document_client (document_id, client_id, person_id) values (${documentId}, ${doc.clientID}, null)`);
  await tx.execute(sql`
    insert into document_snapshot (document_id, seq, bytes, sha256)
    values (${documentId}, ${headSeq}, decode(${toHex(bytes)}, 'hex'), decode(${sha256(bytes).toString('hex')}, 'hex'))`);
  await tx.execute(sql`
    insert into document_beginning (document_id, epoch, seq, why, bytes, sha256)
    select document_id, ${epoch}, seq, 'rebuilt', bytes, sha256 from document_snapshot where document_id = ${documentId}`);
}
