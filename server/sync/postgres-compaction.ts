/**
 * Compaction in Postgres: the rows' beginning becomes a snapshot, so that a cold open is a copy of bytes. Everything
 * comes from the database and nothing from a room's memory. Rows never change and one statement sees one state, so
 * reading takes no lock and commits go on meanwhile; the document's lock is held for storing alone, which is refused
 * when the document was rebuilt or another node's snapshot reaches as far.
 */
import type { Sql } from 'postgres';
import { assert } from '../../shared/assert.ts';
import type { DocumentId } from '../../shared/ids.ts';
import type { Compacted } from './log.ts';
import { sha256, toHex } from './postgres-commit.ts';
import { forgetPastRows } from './postgres-forgetting.ts';
import type { SnapshotBuilder } from './snapshot-builder.ts';

/** Breaks on rows that have a hole, a wrong hash, or can't be loaded: those are for `check-documents`, and stay as they are. */
export async function compact(sql: Sql, build: SnapshotBuilder, documentId: DocumentId): Promise<Compacted> {
  const compacted = await makeSnapshot(sql, build, documentId);
  await forgetPastRows(sql, build, documentId);
  return compacted;
}

async function makeSnapshot(sql: Sql, build: SnapshotBuilder, documentId: DocumentId): Promise<Compacted> {
  const log = await readLog(sql, documentId);
  if (log === undefined || log.rows === 0) return { kind: 'nothing-to-do' };
  assert(log.rows === log.head_seq - log.snapshot_seq, `the rows of document ${documentId} are whole`);
  assert(log.is_genuine, `the bytes of document ${documentId} have the hashes they were stored with`);
  const bytes = await build(log.packed);
  const wasStored = await store(sql, documentId, log, bytes);
  return wasStored ? { kind: 'compacted', rows: log.rows } : { kind: 'overtaken' };
}

type Log = {
  readonly epoch: number;
  readonly head_seq: number;
  /** 0 without a snapshot. */
  readonly snapshot_seq: number;
  readonly rows: number;
  readonly is_genuine: boolean;
  /** Snapshot and later rows, as packed-updates.ts has them. */
  readonly packed: Uint8Array;
};

async function readLog(sql: Sql, documentId: DocumentId): Promise<Log | undefined> {
  const [log] = await sql<Log[]>`
    select document.epoch, document.head_seq, coalesce(snapshot.seq, 0) as snapshot_seq, tail.rows,
      coalesce(tail.is_genuine, true) and coalesce(sha256(snapshot.bytes) = snapshot.sha256, true) as is_genuine,
      case when tail.rows = 0 then ''::bytea else
        coalesce(int4send(length(snapshot.bytes)) || snapshot.bytes, ''::bytea) || tail.packed
      end as packed
    from document
      left join document_snapshot snapshot on snapshot.document_id = document.id
      cross join lateral (
        select count(*)::integer as rows, bool_and(sha256(bytes) = sha256) as is_genuine,
          string_agg(int4send(length(bytes)) || bytes, ''::bytea order by seq) as packed
        from document_update
        where document_id = document.id and seq > coalesce(snapshot.seq, 0)
      ) tail
    where document.id = ${documentId}`;
  return log;
}

/** Whether it was stored. One statement is one transaction. */
async function store(
  sql: Sql,
  documentId: DocumentId,
  { epoch, head_seq: seq }: Log,
  bytes: Uint8Array,
): Promise<boolean> {
  const [answer] = await sql<{ was_stored: boolean }[]>`
    with head as materialized (
      select id from document where id = ${documentId} and epoch = ${epoch} for update
    ), made as (
      insert into document_snapshot (document_id, seq, bytes, sha256)
      select id, ${seq}, decode(${toHex(bytes)}, 'hex'), decode(${sha256(bytes).toString('hex')}, 'hex') from head
      on conflict (document_id) do update
        set seq = excluded.seq, bytes = excluded.bytes, sha256 = excluded.sha256, made_at = clock_timestamp()
        where document_snapshot.seq < excluded.seq
      returning document_id
    )
    select exists (select from made) as was_stored`;
  return answer?.was_stored === true;
}
