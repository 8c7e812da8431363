/**
 * A document is born with its content: the server seeds it once, in the transaction that makes it. Pages never seed, so
 * two that open an empty document at the same moment can't double it.
 */
import { createHash } from 'node:crypto';
import * as Y from 'yjs';
import { assert } from '../../shared/assert.ts';
import { type DocumentKind, schemaVersion } from '../../shared/documents/kinds.ts';
import type { ConferenceId, DocumentId, HouseholdId, PersonId } from '../../shared/ids.ts';
import type { Tx } from '../db/connect.ts';
import { examine } from './gate/gate.ts';
import { document, documentClient, documentUpdate } from './table.ts';

export type NewDocument = {
  readonly id: DocumentId;
  readonly householdId: HouseholdId;
  readonly kind: DocumentKind;
  /** Only and always for minutes. */
  readonly conferenceId: ConferenceId | null;
  /** What it starts with, built with the accessors of shared/documents. */
  readonly seed: Y.Doc;
  /** Whose words the seed is; null when they are the server's own. */
  readonly authorId: PersonId | null;
};

/**
 * Inserts the document and its first update in the caller's transaction. The client ids of the seed stay the server's:
 * nobody can write under them later. Breaks on a seed that the gate would refuse a page. Throws a unique violation when the household already has its document of this kind.
 */
export async function createDocument(tx: Tx, fresh: NewDocument): Promise<void> {
  const { id, householdId, kind, conferenceId, seed, authorId } = fresh;
  const bytes = Y.encodeStateAsUpdate(seed);
  const verdict = examine(bytes, {
    doc: new Y.Doc(),
    kind,
    ownerOf: () => undefined,
    writer: null,
    mostBytes: Number.POSITIVE_INFINITY,
  });
  assert(
    verdict.kind !== 'unsound' && verdict.kind !== 'gap',
    `a ${kind} is seeded with what its kind admits: ${JSON.stringify(verdict)}`,
  );
  const sha256 = createHash('sha256').update(bytes).digest();
  await tx.insert(document).values({ id, householdId, kind, conferenceId, schemaVersion, headSeq: 1 });
  await tx.insert(documentUpdate).values({ documentId: id, seq: 1, authorId, bytes, sha256 });
  const clients = [...seed.store.clients.keys()];
  if (clients.length === 0) return;
  await tx
    .insert(documentClient)
    .values(clients.map((clientId) => ({ documentId: id, clientId, personId: null })));
}
