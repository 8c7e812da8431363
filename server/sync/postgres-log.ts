/**
 * The update log in Postgres. A seq is given out under the document's row lock, so rows become visible in order and
 * without holes. Every write is one statement, which is its own transaction: one round trip, and nothing to roll back on
 * a connection that breaks half-way. Rows are locked in sorted order, so two nodes that commit at once can't deadlock.
 */
import { createHash } from 'node:crypto';
import type { Sql } from 'postgres';
import { assert } from '../../shared/assert.ts';
import type { DocumentKind } from '../../shared/documents/kinds.ts';
import type { DocumentId, HouseholdId, PersonId } from '../../shared/ids.ts';
import { type Database, isSerializationFailure } from '../db/connect.ts';
import { buildSnapshot } from './compaction.ts';
import {
  CommitAborted,
  type CommitResult,
  type DocumentBatch,
  type StoredDocument,
  type UpdateLog,
} from './log.ts';

/** Rows stay this long behind a snapshot, for whoever looks into the history. */
const historyWindowDays = 30;

/** How often a load may meet a commit between its two reads. */
const mostReads = 20;

type EpochRow<Id> = { readonly id: Id; readonly access_epoch: number };

export function createPostgresLog({ sql }: Database): UpdateLog {
  return {
    load: (documentId) => load(sql, documentId),
    async commit(batches) {
      try {
        return await commit(sql, batches);
      } catch (error) {
        if (isSerializationFailure(error)) throw new CommitAborted('run again', { cause: error });
        throw error;
      }
    },
    compact: (documentId) => compact(sql, documentId),
    async epochs({ households, persons }) {
      const [householdRows, personRows] = await Promise.all([
        sql<
          EpochRow<HouseholdId>[]
        >`select id, access_epoch from household where id = any(${households}::uuid[])`,
        sql<EpochRow<PersonId>[]>`select id, access_epoch from person where id = any(${persons}::uuid[])`,
      ]);
      return { households: epochById(householdRows), persons: epochById(personRows) };
    },
  };
}

/** Two reads, again if a commit came between them: the rows must end where the head says. */
async function load(sql: Sql, documentId: DocumentId): Promise<StoredDocument | null> {
  // Waits for a commit that may still be under way after its node lost the connection.
  await sql`select 1 from document where id = ${documentId} for share`;
  for (let read = 0; read < mostReads; read++) {
    const [head, rows] = await Promise.all([readHead(sql, documentId), readRows(sql, documentId)]);
    if (head === null) return null;
    if (rows.at(-1)?.seq === head.headSeq) return { ...head, updates: rows.map((row) => row.bytes) };
  }
  throw new Error(`document ${documentId} changed faster than it could be read, or its rows are incomplete`);
}

type Head = Omit<StoredDocument, 'updates'>;
type Owner = readonly [clientId: number, personId: PersonId | null];

async function readHead(sql: Sql, documentId: DocumentId): Promise<Head | null> {
  const [head] = await sql<
    { epoch: number; head_seq: number; household_id: HouseholdId; kind: DocumentKind; owners: Owner[] }[]
  >`
    select epoch, head_seq, household_id, kind, (
      select coalesce(json_agg(json_build_array(client_id, person_id)), '[]')
      from document_client where document_id = document.id
    ) as owners
    from document where id = ${documentId}`;
  if (head === undefined) return null;
  const { epoch, kind, owners } = head;
  return { kind, householdId: head.household_id, epoch, headSeq: head.head_seq, owners: new Map(owners) };
}

const readRows = (sql: Sql, documentId: DocumentId) => sql<{ seq: number; bytes: Uint8Array }[]>`
  with snapshot as (select seq, bytes from document_snapshot where document_id = ${documentId})
  select seq, bytes from snapshot
  union all
  select seq, bytes from document_update
  where document_id = ${documentId} and seq > coalesce((select seq from snapshot), 0)
  order by seq`;

/**
 * Bytes travel as hexadecimal text, which is how Postgres' protocol carries them anyway. `head` and the epochs are read
 * under locks, so they are the newest even if this statement had to wait for them.
 */
async function commit(sql: Sql, batches: readonly DocumentBatch[]): Promise<Map<DocumentId, CommitResult>> {
  const writes = batches.flatMap(({ documentId, headSeq, writes: own }) =>
    own.map((write, index) => ({ ...write, documentId, seq: headSeq + index + 1 })),
  );
  const claims = batches.flatMap(({ documentId, claims: own }) =>
    own.map((claim) => ({ ...claim, documentId })),
  );
  const rows = await sql<{ id: DocumentId; is_behind: boolean; stale: PersonId[] }[]>`
    with batch as materialized (
      select * from unnest(
        ${batches.map((batch) => batch.documentId)}::uuid[], ${batches.map((batch) => batch.householdId)}::uuid[],
        ${batches.map((batch) => batch.epoch)}::integer[], ${batches.map((batch) => batch.headSeq)}::bigint[],
        ${batches.map((batch) => batch.headSeq + batch.writes.length)}::bigint[]
      ) as batch (id, household_id, epoch, head_seq, next_seq)
    ), write as materialized (
      select * from unnest(
        ${writes.map((write) => write.documentId)}::uuid[], ${writes.map((write) => write.seq)}::bigint[],
        ${writes.map((write) => write.authorId)}::uuid[], ${writes.map((write) => write.householdEpoch)}::integer[],
        ${writes.map((write) => write.personEpoch)}::integer[], ${writes.map((write) => toHex(write.bytes))}::text[],
        ${writes.map((write) => sha256(write.bytes).toString('hex'))}::text[]
      ) as write (document_id, seq, author_id, household_epoch, person_epoch, bytes, sha256)
    ), head as materialized (
      select id, epoch, head_seq from document where id in (select id from batch) order by id for update
    ), household_now as materialized (
      select id, access_epoch from household where id in (select household_id from batch) order by id for share
    ), person_now as materialized (
      select id, access_epoch from person where id in (select author_id from write) order by id for share
    ), verdict as materialized (
      select
        batch.id,
        head.id is null or head.epoch <> batch.epoch or head.head_seq <> batch.head_seq as is_behind,
        array(
          select distinct author_id from write left join person_now on person_now.id = write.author_id
          where write.document_id = batch.id and (
            write.household_epoch is distinct from household_now.access_epoch
            or write.person_epoch is distinct from person_now.access_epoch)
        ) as stale
      from batch left join head on head.id = batch.id
        left join household_now on household_now.id = batch.household_id
    ), accepted as materialized (
      select id from verdict where not is_behind and cardinality(stale) = 0
    ), stored as (
      insert into document_update (document_id, seq, author_id, bytes, sha256)
      select document_id, seq, author_id, decode(bytes, 'hex'), decode(sha256, 'hex')
      from write where document_id in (select id from accepted)
    ), claimed as (
      insert into document_client (document_id, client_id, person_id)
      select document_id, client_id, person_id from unnest(
        ${claims.map((claim) => claim.documentId)}::uuid[], ${claims.map((claim) => claim.clientId)}::bigint[],
        ${claims.map((claim) => claim.personId)}::uuid[]
      ) as claim (document_id, client_id, person_id)
      where document_id in (select id from accepted)
    ), raised as (
      update document set head_seq = batch.next_seq
      from batch where document.id = batch.id and batch.id in (select id from accepted)
    )
    select id, is_behind, stale from verdict`;
  const rowById = new Map(rows.map((row) => [row.id, row]));
  return new Map(batches.map((batch) => [batch.documentId, toResult(batch, rowById.get(batch.documentId))]));
}

function toResult(
  batch: DocumentBatch,
  row: { is_behind: boolean; stale: readonly PersonId[] } | undefined,
): CommitResult {
  assert(row !== undefined, 'every batch of a commit gets a verdict');
  if (row.is_behind) return { kind: 'behind' };
  if (row.stale.length > 0) return { kind: 'stale', authors: new Set(row.stale) };
  return { kind: 'committed', headSeq: batch.headSeq + batch.writes.length };
}

/**
 * Everything from the database and nothing from a room's memory. Rows never change, so they are read without a lock;
 * the snapshot is stored only if the document wasn't rebuilt and no newer one was made meanwhile.
 */
async function compact(sql: Sql, documentId: DocumentId): Promise<void> {
  const stored = await load(sql, documentId);
  if (stored === null) return;
  const bytes = buildSnapshot(stored.updates);
  await sql`
    with head as materialized (
      select id from document where id = ${documentId} and epoch = ${stored.epoch} for update
    ), made as (
      insert into document_snapshot (document_id, seq, bytes, sha256)
      select id, ${stored.headSeq}, decode(${toHex(bytes)}, 'hex'), decode(${sha256(bytes).toString('hex')}, 'hex')
      from head
      on conflict (document_id) do update
        set seq = excluded.seq, bytes = excluded.bytes, sha256 = excluded.sha256, made_at = clock_timestamp()
        where document_snapshot.seq < excluded.seq
      returning document_id, seq
    )
    delete from document_update using made
    where document_update.document_id = made.document_id and document_update.seq <= made.seq
      and committed_at < now() - make_interval(days => ${historyWindowDays})`;
}

const epochById = <Id>(rows: readonly EpochRow<Id>[]): Map<Id, number> =>
  new Map(rows.map((row) => [row.id, row.access_epoch]));

const sha256 = (bytes: Uint8Array): Buffer => createHash('sha256').update(bytes).digest();

const toHex = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('hex');
