/**
 * The update log in Postgres: reading it back. How it grows is in postgres-commit.ts.
 */
import type { Sql } from 'postgres';
import { assert } from '../../shared/assert.ts';
import type { DocumentKind } from '../../shared/documents/kinds.ts';
import type { DocumentId, GuestId, HouseholdId, PersonId } from '../../shared/ids.ts';
import { type Database, isSerializationFailure } from '../db/connect.ts';
import { type ClientOwner, CommitAborted, type StoredDocument, type UpdateLog } from './log.ts';
import { commitToPostgres } from './postgres-commit.ts';
import { compact } from './postgres-compaction.ts';
import { rebuildInPostgres } from './postgres-rebuild.ts';
import { readHeads, readSince } from './postgres-since.ts';
import { createSnapshotBuilder } from './snapshot-builder.ts';

/** How often a load may meet a commit between its two reads. */
const mostReads = 20;

/** More rows than this (a log that was never compacted) are merged beside the event loop, where nobody waits for it. */
const mostRowsMerged = 3_000;

type EpochRow<Id> = { readonly id: Id; readonly access_epoch: number };

export function createPostgresLog(db: Database): UpdateLog {
  const { sql } = db;
  const buildSnapshot = createSnapshotBuilder();
  return {
    async load(documentId) {
      const stored = await load(sql, documentId);
      if (stored === null || stored.updates.length <= mostRowsMerged) return stored;
      await compact(sql, buildSnapshot, documentId);
      return load(sql, documentId);
    },
    since: (documentId, had) => readSince(sql, documentId, had),
    heads: (documentIds) => readHeads(sql, documentIds),
    async commit(batches) {
      try {
        return await commitToPostgres(db.oneByOne().sql, batches);
      } catch (error) {
        if (isSerializationFailure(error)) throw new CommitAborted('run again', { cause: error });
        throw error;
      }
    },
    compact: (documentId) => compact(sql, buildSnapshot, documentId),
    rebuild: (documentId, change) => rebuildInPostgres(db, documentId, change),
    async epochs({ households, persons, guests = [] }) {
      const [householdRows, personRows, guestRows] = await Promise.all([
        sql<
          EpochRow<HouseholdId>[]
        >`select id, access_epoch from household where id = any(${households}::uuid[])`,
        sql<EpochRow<PersonId>[]>`select id, access_epoch from person where id = any(${persons}::uuid[])`,
        guests.length === 0
          ? []
          : sql<EpochRow<GuestId>[]>`select id, access_epoch from guest where id = any(${guests}::uuid[])`,
      ]);
      return {
        households: epochById(householdRows),
        persons: epochById(personRows),
        guests: epochById(guestRows),
      };
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
    if (rows.at(-1)?.seq !== head.headSeq) continue;
    // They go out to pages as they are.
    assert(
      rows.every((row) => row.is_genuine),
      `the bytes of document ${documentId} have the hashes they were stored with`,
    );
    return { ...head, updates: rows.map((row) => row.bytes) };
  }
  throw new Error(`document ${documentId} changed faster than it could be read, or its rows are incomplete`);
}

type Head = Omit<StoredDocument, 'updates'>;
type Owner = readonly [clientId: number, owner: ClientOwner];

async function readHead(sql: Sql, documentId: DocumentId): Promise<Head | null> {
  const [head] = await sql<
    { epoch: number; head_seq: number; household_id: HouseholdId; kind: DocumentKind; owners: Owner[] }[]
  >`
    select epoch, head_seq, household_id, kind, (
      select coalesce(json_agg(json_build_array(client_id, case when retired then 'retired' else person_id::text end)), '[]')
      from document_client where document_id = document.id
    ) as owners
    from document where id = ${documentId}`;
  if (head === undefined) return null;
  const { epoch, kind, owners } = head;
  return { kind, householdId: head.household_id, epoch, headSeq: head.head_seq, owners: new Map(owners) };
}

const readRows = (sql: Sql, documentId: DocumentId) => sql<
  { seq: number; bytes: Uint8Array; is_genuine: boolean }[]
>`
  with snapshot as (select seq, bytes, sha256 from document_snapshot where document_id = ${documentId})
  select seq, bytes, sha256(bytes) = sha256 as is_genuine from snapshot
  union all
  select seq, bytes, sha256(bytes) = sha256 as is_genuine from document_update
  where document_id = ${documentId} and seq > coalesce((select seq from snapshot), 0)
  order by seq`;

const epochById = <Id>(rows: readonly EpochRow<Id>[]): Map<Id, number> =>
  new Map(rows.map((row) => [row.id, row.access_epoch]));
