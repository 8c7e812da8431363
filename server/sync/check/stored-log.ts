/** Everything that is stored of one document, read in one statement: a commit under way is seen whole or not at all. */
import { sql } from 'drizzle-orm';
import type { DocumentKind } from '../../../shared/documents/kinds.ts';
import type { DocumentId, PersonId } from '../../../shared/ids.ts';
import type { Reader } from '../../db/connect.ts';
import type { ClientOwner } from '../log.ts';

export type StoredLog = {
  readonly id: DocumentId;
  readonly kind: DocumentKind;
  readonly head_seq: number;
  readonly access_epoch: number;
  readonly household_access_epoch: number;
  /** Null without a snapshot. */
  readonly snapshot_seq: number | null;
  readonly is_snapshot_genuine: boolean | null;
  readonly rows: number;
  readonly oldest_seq: number | null;
  readonly newest_seq: number | null;
  /** The first seq that is missing between two rows. */
  readonly missing_seq: number | null;
  /** Rows whose bytes don't have their hash. */
  readonly false_seqs: readonly number[];
  readonly unknown_authors: readonly PersonId[];
  readonly owners: readonly (readonly [clientId: number, owner: ClientOwner])[];
  /** Snapshot and later rows, as packed-updates.ts has them. */
  readonly packed: Uint8Array;
};

/** Undefined when it is gone meanwhile. */
export async function readStoredLog(reader: Reader, documentId: DocumentId): Promise<StoredLog | undefined> {
  const [log] = await reader.execute<StoredLog>(sql`
    select document.id, document.kind, document.head_seq, document.access_epoch,
      household.access_epoch as household_access_epoch,
      snapshot.seq as snapshot_seq, sha256(snapshot.bytes) = snapshot.sha256 as is_snapshot_genuine,
      log.rows, log.oldest_seq, log.newest_seq, log.missing_seq, log.false_seqs, log.unknown_authors,
      (
        select coalesce(json_agg(json_build_array(client_id,
          case when retired then 'retired' else person_id::text end)), '[]')
        from document_client where document_id = document.id
      ) as owners,
      coalesce(int4send(length(snapshot.bytes)) || snapshot.bytes, ''::bytea) || coalesce(log.packed, ''::bytea) as packed
    from document
      join household on household.id = document.household_id
      left join document_snapshot snapshot on snapshot.document_id = document.id
      cross join lateral (
        select count(*)::integer as rows, min(seq) as oldest_seq, max(seq) as newest_seq,
          min(seq + 1) filter (where next_seq <> seq + 1) as missing_seq,
          coalesce(json_agg(seq order by seq) filter (where sha256(bytes) <> sha256), '[]') as false_seqs,
          coalesce(json_agg(distinct author_id) filter (where author_id is not null and person_id is null), '[]')
            as unknown_authors,
          string_agg(int4send(length(bytes)) || bytes, ''::bytea order by seq)
            filter (where seq > coalesce(snapshot.seq, 0)) as packed
        from (
          select document_update.*, person.id as person_id, lead(seq) over (order by seq) as next_seq
          from document_update left join person on person.id = author_id
          where document_id = document.id
        ) kept
      ) log
    where document.id = ${documentId}`);
  return log;
}
