/** Reading what others committed to a document since one last looked. */
import type { Sql } from 'postgres';
import type { DocumentId } from '../../shared/ids.ts';
import type { ClientOwner, Had, Since } from './log.ts';
import { clientIdsIn } from './update-clients.ts';

type Row = { epoch: number; head_seq: number; bytes: Uint8Array | null };

/** One statement, so that rows and head are of the same moment; a second one when somebody wrote who is new. */
export async function readSince(
  sql: Sql,
  documentId: DocumentId,
  { epoch, seq, knows }: Had,
): Promise<Since> {
  const rows = await sql<Row[]>`
    select document.epoch, document.head_seq, document_update.bytes
    from document left join document_update on document_update.document_id = document.id and document_update.seq > ${seq}
    where document.id = ${documentId} order by document_update.seq`;
  const [head] = rows;
  if (head === undefined) return { kind: 'not-there' };
  if (head.epoch !== epoch) return { kind: 'rebuilt' };
  const updates = rows.flatMap(({ bytes }) => bytes ?? []);
  if (updates.length !== head.head_seq - seq) return { kind: 'forgotten' };
  const unknown = updates.flatMap(clientIdsIn).filter((clientId) => !knows(clientId));
  return {
    kind: 'grown',
    headSeq: head.head_seq,
    updates,
    owners: await readOwners(sql, documentId, unknown),
  };
}

export async function readHeads(
  sql: Sql,
  documentIds: readonly DocumentId[],
): Promise<Map<DocumentId, number>> {
  const rows = await sql<{ id: DocumentId; head_seq: number }[]>`
    select id, head_seq from document where id = any(${documentIds}::uuid[])`;
  return new Map(rows.map((row) => [row.id, row.head_seq]));
}

/** A client id is claimed in the transaction that stores its first update, so whoever has read that finds the owner. */
async function readOwners(
  sql: Sql,
  documentId: DocumentId,
  clientIds: readonly number[],
): Promise<Map<number, ClientOwner>> {
  if (clientIds.length === 0) return new Map();
  const rows = await sql<{ client_id: number; owner: ClientOwner }[]>`
    select client_id, case when retired then 'retired' else person_id::text end as owner
    from document_client where document_id = ${documentId} and client_id = any(${[...clientIds]}::bigint[])`;
  return new Map(rows.map((row) => [row.client_id, row.owner]));
}
