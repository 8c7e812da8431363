/**
 * The server's own words in a document that people may be writing in at the same moment: one more row of its log, under
 * the lock that every commit takes, so nothing is overtaken and nothing is doubled.
 */
import { createHash } from 'node:crypto';
import { eq } from 'drizzle-orm';
import * as Y from 'yjs';
import { assert } from '../../shared/assert.ts';
import { createUntidied } from '../../shared/documents/untidied.ts';
import type { DocumentId } from '../../shared/ids.ts';
import { Limits } from '../../shared/sync/protocol.ts';
import type { Tx } from '../db/connect.ts';
import { examine } from './gate/gate.ts';
import { storedState } from './stored-state.ts';
import { document, documentClient, documentUpdate } from './table.ts';

/**
 * Makes one change in the caller's transaction, through the gate, under a Yjs client id that stays the server's. A change
 * that changes nothing leaves nothing. Pages that have the document open see it once `Sync.lookAgain` was called after
 * the commit. Breaks when there is no such document.
 */
export async function appendToDocument(
  tx: Tx,
  documentId: DocumentId,
  change: (doc: Y.Doc) => void,
): Promise<void> {
  const [head] = await tx
    .select({ kind: document.kind })
    .from(document)
    .where(eq(document.id, documentId))
    .for('update');
  const stored = await storedState(tx, documentId);
  assert(head && stored, 'the server writes in documents that are there');
  const committed = Y.encodeStateAsUpdate(stored.doc);
  stored.doc.destroy();
  const written = changed(committed, change);
  if (written === null) return;
  const known = createUntidied();
  Y.applyUpdate(known, committed);
  const verdict = examine(written.update, {
    doc: known,
    kind: head.kind,
    ownerOf: (clientId) => (clientId === written.clientId ? undefined : null),
    writer: null,
    mostBytes: Limits.updateBytes,
  });
  known.destroy();
  assert(verdict.kind === 'sound', `a ${head.kind} takes what the server adds: ${JSON.stringify(verdict)}`);
  const seq = stored.seq + 1;
  const sha256 = createHash('sha256').update(verdict.update).digest();
  await tx.insert(documentUpdate).values({ documentId, seq, authorId: null, bytes: verdict.update, sha256 });
  await tx.update(document).set({ headSeq: seq }).where(eq(document.id, documentId));
  await tx
    .insert(documentClient)
    .values(verdict.claims.map((clientId) => ({ documentId, clientId, personId: null })));
}

/** The one update the change makes, and under which client id; null when it makes none. */
function changed(
  committed: Uint8Array,
  change: (doc: Y.Doc) => void,
): { readonly update: Uint8Array; readonly clientId: number } | null {
  const doc = createUntidied();
  Y.applyUpdate(doc, committed);
  let update: Uint8Array | null = null;
  doc.on('update', (bytes: Uint8Array) => {
    update = bytes;
  });
  doc.transact(() => change(doc));
  const { clientID: clientId } = doc;
  doc.destroy();
  return update === null ? null : { update, clientId };
}
