/** The minutes of a conference: the document they start as, and the state their freezing fixes. */
import { createHash } from 'node:crypto';
import { sql } from 'drizzle-orm';
import * as Y from 'yjs';
import { minutesContent } from '../../../shared/documents/minutes.ts';
import { appendBlock } from '../../../shared/documents/rich-text.ts';
import { createUntidied } from '../../../shared/documents/untidied.ts';
import type { DocumentId } from '../../../shared/ids.ts';
import type { AgendaPoint } from '../../../shared/records/conferences.ts';
import type { Tx } from '../../db/connect.ts';

/** A heading for each point of the agenda, with a paragraph to write in. Nobody is marked present before they are. */
export function seedMinutes(agenda: readonly AgendaPoint[]): Y.Doc {
  const doc = new Y.Doc();
  doc.transact(() => {
    for (const { id, title } of agenda) {
      appendBlock(minutesContent(doc), 'heading', { level: 2, agenda: id }, [title]);
      appendBlock(minutesContent(doc), 'paragraph', {}, []);
    }
  });
  return doc;
}

/**
 * Hex SHA-256 of the document's committed state, encoded as one Yjs update. Call it under the household's lock: no
 * write can be committed between the hash and the freezing.
 */
export async function hashOfMinutes(tx: Tx, documentId: DocumentId): Promise<string> {
  const rows = await tx.execute<{ bytes: Uint8Array }>(sql`
    with snapshot as (select seq, bytes from document_snapshot where document_id = ${documentId})
    select seq, bytes from snapshot
    union all
    select seq, bytes from document_update
    where document_id = ${documentId} and seq > coalesce((select seq from snapshot), 0)
    order by seq`);
  return hashOfState(rows.map(({ bytes }) => bytes));
}

/** The hash of what these updates give together: whoever loads a copy of the document can work it out again. */
export function hashOfState(updates: readonly Uint8Array[]): string {
  const doc = createUntidied();
  doc.transact(() => {
    for (const update of updates) Y.applyUpdate(doc, update);
  });
  const state = Y.encodeStateAsUpdate(doc);
  doc.destroy();
  return createHash('sha256').update(state).digest('hex');
}
