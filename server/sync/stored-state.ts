/** What of a document is committed, now or on a day that is past: read from the log alone, without any room. */
import { sql } from 'drizzle-orm';
import * as Y from 'yjs';
import { assert } from '../../shared/assert.ts';
import type { Day } from '../../shared/dates.ts';
import { createUntidied } from '../../shared/documents/untidied.ts';
import type { DocumentId } from '../../shared/ids.ts';
import type { Reader } from '../db/connect.ts';

export type StoredState = {
  readonly epoch: number;
  /** The newest row that is in it. */
  readonly seq: number;
  readonly doc: Y.Doc;
};

type Row = { readonly seq: number; readonly bytes: Uint8Array };

/** The committed state, of one moment because it is one statement. Null when there is no such document. */
export async function storedState(reader: Reader, documentId: DocumentId): Promise<StoredState | null> {
  const rows = await reader.execute<Row & { epoch: number; head_seq: number }>(sql`
    with head as (select id, epoch, head_seq from document where id = ${documentId}),
      snapshot as (select document_id, seq, bytes from document_snapshot where document_id = ${documentId})
    select head.epoch, head.head_seq, snapshot.seq, snapshot.bytes from head join snapshot on snapshot.document_id = head.id
    union all
    select head.epoch, head.head_seq, document_update.seq, document_update.bytes
    from head join document_update on document_update.document_id = head.id
    where document_update.seq > coalesce((select seq from snapshot), 0)
    order by seq`);
  const last = rows.at(-1);
  if (last === undefined) return null;
  assert(Number(last.seq) === Number(last.head_seq), `the rows of document ${documentId} are whole`);
  return { epoch: last.epoch, seq: Number(last.head_seq), doc: docOf(rows.map(({ bytes }) => bytes)) };
}

/** A state that was kept apart from the log: everything up to `seq` of that epoch. */
export type Base = { readonly epoch: number; readonly seq: number; readonly bytes: Uint8Array };

/**
 * The state at the end of a day in Rome, from the base (or from the document's beginning) and the rows after it. Null
 * when rows between are no longer kept (they stay for the history window), when the document was rebuilt since the
 * base, or when it did not exist yet.
 */
export async function storedStateOn(
  reader: Reader,
  documentId: DocumentId,
  day: Day,
  base: Base | null,
): Promise<Y.Doc | null> {
  const from = base?.seq ?? 0;
  const [head] = await reader.execute<{
    epoch: number;
    head_seq: number;
    next: number | null;
    old: boolean;
  }>(sql`
    select epoch, head_seq, created_at < ${endOf(day)} as old,
      (select min(seq) from document_update where document_id = document.id and seq > ${from}) as next
    from document where id = ${documentId}`);
  if (head === undefined || (base === null ? !head.old : base.epoch !== head.epoch)) return null;
  const isWhole = Number(head.head_seq) === from || Number(head.next) === from + 1;
  if (!isWhole) return null;
  const rows = await reader.execute<Row>(sql`
    select seq, bytes from document_update
    where document_id = ${documentId} and seq > ${from} and committed_at < ${endOf(day)} order by seq`);
  return docOf([...(base === null ? [] : [base.bytes]), ...rows.map(({ bytes }) => bytes)]);
}

/**
 * The state right after the row `seq` of that epoch. Null when rows before it are no longer kept, or when the document
 * was rebuilt since.
 */
export async function storedStateAt(
  reader: Reader,
  documentId: DocumentId,
  { epoch, seq }: { readonly epoch: number; readonly seq: number },
): Promise<Y.Doc | null> {
  const rows = await reader.execute<Row>(sql`
    select update.seq, update.bytes from document join document_update update on update.document_id = document.id
    where document.id = ${documentId} and document.epoch = ${epoch} and update.seq <= ${seq} order by update.seq`);
  const isWhole = rows.length > 0 && rows.every((row, index) => Number(row.seq) === index + 1);
  return isWhole && rows.length === seq ? docOf(rows.map(({ bytes }) => bytes)) : null;
}

/** The days on which something was committed, as far back as rows are kept. */
export async function daysWritten(reader: Reader, documentId: DocumentId): Promise<Day[]> {
  const rows = await reader.execute<{ day: Day }>(sql`
    select distinct (committed_at at time zone 'Europe/Rome')::date::text as day
    from document_update where document_id = ${documentId} order by day`);
  return rows.map(({ day }) => day);
}

/** The first moment of the day after, in Rome. */
const endOf = (day: Day) => sql`((${day}::date + 1)::timestamp at time zone 'Europe/Rome')`;

function docOf(updates: readonly Uint8Array[]): Y.Doc {
  const doc = createUntidied();
  doc.transact(() => {
    for (const update of updates) Y.applyUpdate(doc, update);
  });
  return doc;
}
