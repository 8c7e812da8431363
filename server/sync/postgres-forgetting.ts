/**
 * Rows that have left the history window go, always from the beginning, so that what is kept has no holes. Before they
 * do, what is read from them gets bytes of its own: the state that the past then begins with, and the versions that
 * people named. What was kept in case a restoring was a mistake goes with the rows.
 */
import type { Sql, TransactionSql } from 'postgres';
import { assert } from '../../shared/assert.ts';
import type { DocumentId, VersionId } from '../../shared/ids.ts';
import { readUpTo } from './past.ts';
import { sha256, toHex } from './postgres-commit.ts';
import type { SnapshotBuilder } from './snapshot-builder.ts';

/** Rows stay this long behind a snapshot, for whoever looks into the history. */
export const historyWindowDays = 30;

/** Answers how many rows went. Rows never change, so the document's lock is held for the last step alone. */
export async function forgetPastRows(
  sql: Sql,
  build: SnapshotBuilder,
  documentId: DocumentId,
): Promise<number> {
  const past = await findPast(sql, documentId);
  if (past === undefined || past.until === null || past.oldest === null || past.oldest > past.until) return 0;
  const { epoch, until } = past;
  for (const { id, seq } of await versionsToKeep(sql, documentId, epoch, until)) {
    const bytes = await stateAt(sql, build, documentId, seq);
    await sql`
      update document_version
      set bytes = decode(${toHex(bytes)}, 'hex'), sha256 = decode(${sha256(bytes).toString('hex')}, 'hex')
      where id = ${id} and epoch = ${epoch} and bytes is null`;
  }
  const bytes = await stateAt(sql, build, documentId, until);
  return sql.begin(async (tx) => {
    // A statement of its own: the next one sees a version that was kept until the lock was had.
    await tx`select from document where id = ${documentId} for update`;
    return forget(tx, documentId, epoch, until, bytes);
  });
}

async function forget(
  tx: TransactionSql,
  documentId: DocumentId,
  epoch: number,
  until: number,
  bytes: Uint8Array,
): Promise<number> {
  const [gone] = await tx<{ rows: number }[]>`
    with made as (
      insert into document_beginning (document_id, epoch, seq, why, bytes, sha256, at)
      select id, ${epoch}, ${until}, 'window', decode(${toHex(bytes)}, 'hex'),
        decode(${sha256(bytes).toString('hex')}, 'hex'),
        (select committed_at from document_update where document_id = document.id and seq = ${until})
      from document
      where id = ${documentId} and epoch = ${epoch} and not exists (
        select from document_version
        where document_id = document.id and seq < ${until} and bytes is null and kind <> 'before-restoring')
      on conflict (document_id) do update set epoch = excluded.epoch, seq = excluded.seq, why = excluded.why,
        bytes = excluded.bytes, sha256 = excluded.sha256, at = excluded.at
        where document_beginning.seq < excluded.seq
      returning document_id
    ), mistakes as (
      delete from document_version using made
      where document_version.document_id = made.document_id and document_version.seq < ${until}
        and document_version.kind = 'before-restoring'
    ), past as (
      delete from document_update using made
      where document_update.document_id = made.document_id and document_update.seq <= ${until}
      returning 1
    )
    select count(*)::integer as rows from past`;
  return gone?.rows ?? 0;
}

/** Up to where every row is behind the snapshot and behind the window. */
async function findPast(sql: Sql, documentId: DocumentId) {
  const [past] = await sql<{ epoch: number; until: number | null; oldest: number | null }[]>`
    select document.epoch, oldest.seq as oldest, least(snapshot.seq, (
        select seq from document_update
        where document_id = document.id and committed_at >= now() - make_interval(days => ${historyWindowDays})
        order by seq limit 1
      ) - 1) as until
    from document join document_snapshot snapshot on snapshot.document_id = document.id
      cross join lateral (select min(seq) as seq from document_update where document_id = document.id) oldest
    where document.id = ${documentId}`;
  return past;
}

const versionsToKeep = (sql: Sql, documentId: DocumentId, epoch: number, until: number) => sql<
  { id: VersionId; seq: number }[]
>`
  select id, seq from document_version
  where document_id = ${documentId} and epoch = ${epoch} and seq <= ${until} and bytes is null
    and kind <> 'before-restoring'
  order by seq`;

async function stateAt(sql: Sql, build: SnapshotBuilder, documentId: DocumentId, seq: number) {
  const found = await readUpTo(sql, documentId, seq);
  assert(found && found.rows === seq - found.start_seq, `the rows of document ${documentId} are whole`);
  assert(found.is_genuine, `the bytes of document ${documentId} have the hashes they were stored with`);
  return build(found.packed);
}
