/** The minutes of a conference: the document they start as, and the state their freezing fixes. */
import { createHash } from 'node:crypto';
import { sql } from 'drizzle-orm';
import * as Y from 'yjs';
import { minutesContent } from '../../../shared/documents/minutes.ts';
import { canonicalMinutes } from '../../../shared/documents/minutes-words.ts';
import { appendBlock } from '../../../shared/documents/rich-text.ts';
import { createUntidied } from '../../../shared/documents/untidied.ts';
import type { DocumentId } from '../../../shared/ids.ts';
import type { AgendaPoint } from '../../../shared/records/conferences.ts';
import type { Reader } from '../../db/connect.ts';

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

/** The document's committed state as it stands in the log, in the order it was written. */
async function storedUpdates(reader: Reader, documentId: DocumentId): Promise<Uint8Array[]> {
  const rows = await reader.execute<{ bytes: Uint8Array }>(sql`
    with snapshot as (select seq, bytes from document_snapshot where document_id = ${documentId})
    select seq, bytes from snapshot
    union all
    select seq, bytes from document_update
    where document_id = ${documentId} and seq > coalesce((select seq from snapshot), 0)
    order by seq`);
  return rows.map(({ bytes }) => bytes);
}

/** The committed minutes to look into. Whoever opens them destroys them. */
export const openMinutes = async (reader: Reader, documentId: DocumentId): Promise<Y.Doc> =>
  docOf(await storedUpdates(reader, documentId));

/**
 * Hex SHA-256 of the document's committed state, encoded as one Yjs update: what a pact's proposal fixes. Call it
 * once the access epoch was stepped: no write can be committed between the hash and the freezing.
 */
export const hashOfMinutes = async (reader: Reader, documentId: DocumentId): Promise<string> =>
  hashOfState(await storedUpdates(reader, documentId));

/** The hash of what these updates give together: whoever loads a copy of the document can work it out again. */
export function hashOfState(updates: readonly Uint8Array[]): string {
  const doc = docOf(updates);
  const state = Y.encodeStateAsUpdate(doc);
  doc.destroy();
  return createHash('sha256').update(state).digest('hex');
}

/** Hex SHA-256 of words and attendance: the same for the same minutes, however the document came to them. */
export const hashOfWords = (doc: Y.Doc): string => sha256(canonicalMinutes(doc));

/** The same of what these updates give together. */
export function hashOfWordsIn(updates: readonly Uint8Array[]): string {
  const doc = docOf(updates);
  const hash = hashOfWords(doc);
  doc.destroy();
  return hash;
}

/** Hex SHA-256 of a text. */
export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

function docOf(updates: readonly Uint8Array[]): Y.Doc {
  const doc = createUntidied();
  doc.transact(() => {
    for (const update of updates) Y.applyUpdate(doc, update);
  });
  return doc;
}
