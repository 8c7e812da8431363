/**
 * Committing updates to Postgres: the one statement on the way between a keystroke and everybody who waits for it. It is
 * its own transaction: one round trip, and nothing to roll back on a connection that breaks half-way. Documents are
 * locked in sorted order, so two nodes that commit at once can't deadlock, and a seq is given out under that lock, so
 * rows become visible in order and without holes.
 */
import { hash } from 'node:crypto';
import type { Sql } from 'postgres';
import type { DocumentId, PersonId } from '../../shared/ids.ts';
import type { CommitResult, DocumentBatch } from './log.ts';

/**
 * The household's epoch is compared with the copy in the locked row, which is the newest even if this had to wait: after
 * a change of access was committed, nothing written under the old access is. A person's epoch is compared as it was
 * when the statement began.
 */
export async function commitToPostgres(
  sql: Sql,
  batches: readonly DocumentBatch[],
): Promise<Map<DocumentId, CommitResult>> {
  const writes = batches.flatMap(({ documentId, headSeq, writes: own }) =>
    own.map((write, index) => ({ ...write, documentId, seq: headSeq + index + 1 })),
  );
  const authors = oldestEpochs(writes);
  const claims = batches.flatMap(({ documentId, claims: own }) =>
    own.map((claim) => ({ ...claim, documentId })),
  );
  // Arrays travel as text that is cast, and bytes in them as hexadecimal, which is how the driver sends them anyway.
  const committed = await sql<{ id: DocumentId }[]>`
    with write as materialized (
      select * from unnest(
        ${list(writes.map((write) => write.documentId))}::text::uuid[], ${list(writes.map((write) => write.seq))}::text::bigint[],
        ${list(writes.map((write) => write.authorId))}::text::uuid[], ${list(writes.map((write) => toHex(write.bytes)))}::text::text[],
        ${list(writes.map((write) => hash('sha256', write.bytes, 'hex')))}::text::text[]
      ) as write (document_id, seq, author_id, bytes, sha256)
    ), stale_author as materialized (
      select author.id
      from unnest(${list([...authors.keys()])}::text::uuid[], ${list([...authors.values()])}::text::integer[]) as author (id, access_epoch)
        left join person using (id)
      where person.access_epoch is distinct from author.access_epoch
    ), head as materialized (
      select document.id, batch.next_seq,
        document.epoch = batch.epoch and document.head_seq = batch.head_seq
          and document.access_epoch = coalesce(batch.access_epoch, document.access_epoch) as is_current
      from unnest(
        ${list(batches.map((batch) => batch.documentId))}::text::uuid[], ${list(batches.map((batch) => batch.epoch))}::text::integer[],
        ${list(batches.map((batch) => batch.headSeq))}::text::bigint[],
        ${list(batches.map((batch) => batch.headSeq + batch.writes.length))}::text::bigint[],
        ${list(batches.map(oldestHouseholdEpoch))}::text::integer[]
      ) as batch (id, epoch, head_seq, next_seq, access_epoch)
        join document using (id)
      order by document.id for update of document
    ), raised as (
      update document set head_seq = head.next_seq from head
      where document.id = head.id and head.is_current and not exists (
        select from stale_author join write on write.author_id = stale_author.id where write.document_id = head.id)
      returning document.id
    ), stored as (
      insert into document_update (document_id, seq, author_id, bytes, sha256)
      select document_id, seq, author_id, decode(bytes, 'hex'), decode(sha256, 'hex')
      from write where document_id in (select id from raised)
    ), claimed as (
      insert into document_client (document_id, client_id, person_id)
      select document_id, client_id, person_id from unnest(
        ${list(claims.map((claim) => claim.documentId))}::text::uuid[], ${list(claims.map((claim) => claim.clientId))}::text::bigint[],
        ${list(claims.map((claim) => claim.personId))}::text::uuid[]
      ) as claim (document_id, client_id, person_id)
      where document_id in (select id from raised)
    )
    select id from raised`;
  const raised = new Set(committed.map(({ id }) => id));
  const refused = batches.filter(({ documentId }) => !raised.has(documentId));
  const reasons = refused.length === 0 ? undefined : await whyRefused(sql, refused);
  return new Map(
    batches.map((batch) => [
      batch.documentId,
      reasons?.get(batch.documentId) ?? {
        kind: 'committed',
        headSeq: batch.headSeq + batch.writes.length,
      },
    ]),
  );
}

/** Why nothing of these was stored. Looked at afterwards, and rarely; what has changed since only makes them try again. */
async function whyRefused(
  sql: Sql,
  batches: readonly DocumentBatch[],
): Promise<Map<DocumentId, CommitResult>> {
  const [documents, persons] = await Promise.all([
    sql<{ id: DocumentId; epoch: number; head_seq: number; access_epoch: number }[]>`
      select id, epoch, head_seq, access_epoch from document
      where id = any(${batches.map(({ documentId }) => documentId)}::uuid[])`,
    sql<{ id: PersonId; access_epoch: number }[]>`
      select id, access_epoch from person
      where id = any(${batches.flatMap(({ writes }) => writes.map(({ authorId }) => authorId))}::uuid[])`,
  ]);
  const documentById = new Map(documents.map((row) => [row.id, row]));
  const epochOf = new Map(persons.map((row) => [row.id, row.access_epoch]));
  return new Map(
    batches.map((batch): [DocumentId, CommitResult] => {
      const now = documentById.get(batch.documentId);
      if (now === undefined || now.epoch !== batch.epoch || now.head_seq !== batch.headSeq) {
        return [batch.documentId, { kind: 'behind' }];
      }
      const stale = batch.writes.filter(
        ({ authorId, householdEpoch, personEpoch }) =>
          householdEpoch !== now.access_epoch || personEpoch !== epochOf.get(authorId),
      );
      return [batch.documentId, { kind: 'stale', authors: new Set(stale.map(({ authorId }) => authorId)) }];
    }),
  );
}

/** An array as Postgres writes it. Ids, numbers and hexadecimal need no quotes, and ours is three times as quick as the driver's. */
const list = (values: readonly (string | number | null)[]): string =>
  `{${values.map((value) => value ?? 'null').join(',')}}`;

/** Null when nobody wrote. */
const oldestHouseholdEpoch = ({ writes }: DocumentBatch): number | null =>
  writes.length === 0 ? null : Math.min(...writes.map(({ householdEpoch }) => householdEpoch));

/** Who writes to several documents may have been authorised at different times: the oldest must still hold. */
function oldestEpochs(writes: DocumentBatch['writes']): Map<PersonId, number> {
  const epochs = new Map<PersonId, number>();
  for (const { authorId, personEpoch } of writes) {
    epochs.set(authorId, Math.min(personEpoch, epochs.get(authorId) ?? personEpoch));
  }
  return epochs;
}

export const sha256 = (bytes: Uint8Array): Buffer => hash('sha256', bytes, 'buffer');

/** Whether these bytes have the hash they were stored with. */
export const isStoredAs = (bytes: Uint8Array, hashOf: Uint8Array): boolean => sha256(bytes).equals(hashOf);

export const toHex = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('hex');
