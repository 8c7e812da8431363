/**
 * Writing in a shared document without a browser: as a page would, each author under a Yjs client id of their own,
 * through the gate and the update log that pages' updates go through.
 */
import * as Y from 'yjs';
import { assert } from '../../shared/assert.ts';
import { createUntidied } from '../../shared/documents/untidied.ts';
import type { DocumentId, PersonId } from '../../shared/ids.ts';
import { Limits } from '../../shared/sync/protocol.ts';
import { examine } from '../sync/gate/gate.ts';
import type { UpdateLog, Write } from '../sync/log.ts';

export type Pen = {
  /** The document as it is with everything written so far. */
  readonly doc: Y.Doc;
  /** Makes one change in somebody's name. */
  write(authorId: PersonId, change: (doc: Y.Doc) => void): void;
  /** Commits what was written, in one transaction. The pen is used up. */
  commit(): Promise<void>;
};

/** Opens a document that exists. Nobody else may be writing in it meanwhile. */
export async function takePen(log: UpdateLog, documentId: DocumentId): Promise<Pen> {
  const stored = await log.load(documentId);
  assert(stored, 'the document was made before anybody writes in it');
  const { kind, householdId, epoch, headSeq, owners: known } = stored;
  const doc = createUntidied();
  for (const update of stored.updates) Y.applyUpdate(doc, update);
  const committed = createUntidied();
  Y.applyUpdate(committed, Y.encodeStateAsUpdate(doc));
  const owners = new Map(known);
  const written: { authorId: PersonId; bytes: Uint8Array }[] = [];
  const claims: { clientId: number; personId: PersonId }[] = [];
  const clientOf = new Map<PersonId, number>();

  function sign(authorId: PersonId): void {
    const clientId = clientOf.get(authorId) ?? new Y.Doc().clientID;
    clientOf.set(authorId, clientId);
    doc.clientID = clientId;
  }

  return {
    doc,
    write(authorId, change) {
      sign(authorId);
      const before = Y.encodeStateVector(doc);
      doc.transact(() => change(doc));
      const update = Y.encodeStateAsUpdate(doc, before);
      const verdict = examine(update, {
        doc: committed,
        kind,
        ownerOf: (clientId) => owners.get(clientId),
        writer: authorId,
        mostBytes: Limits.updateBytes,
      });
      assert(verdict.kind === 'sound', `the gate admits it: ${JSON.stringify(verdict)}`);
      for (const clientId of verdict.claims) {
        claims.push({ clientId, personId: authorId });
        owners.set(clientId, authorId);
      }
      Y.applyUpdate(committed, verdict.update);
      written.push({ authorId, bytes: verdict.update });
    },
    async commit() {
      if (written.length === 0) return;
      const epochs = await log.epochs({
        households: [householdId],
        persons: [...new Set(written.map(({ authorId }) => authorId))],
      });
      const writes = written.map((write): Write => {
        const householdEpoch = epochs.households.get(householdId);
        const personEpoch = epochs.persons.get(write.authorId);
        assert(householdEpoch !== undefined && personEpoch !== undefined, 'household and author exist');
        return { ...write, householdEpoch, personEpoch };
      });
      const results = await log.commit([{ documentId, householdId, epoch, headSeq, writes, claims }]);
      assert(results.get(documentId)?.kind === 'committed', 'nobody else writes meanwhile');
    },
  };
}
