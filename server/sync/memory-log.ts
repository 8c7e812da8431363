/** The update log in memory, for tests of rooms that want a log they can hold back or break. */
import type { DocumentId, HouseholdId, PersonId } from '../../shared/ids.ts';
import { buildSnapshot } from './compaction.ts';
import type { CommitResult, DocumentBatch, StoredDocument, UpdateLog } from './log.ts';

type Kept = { document: StoredDocument; rows: { authorId: PersonId | null; bytes: Uint8Array }[] };

export type MemoryLog = UpdateLog & {
  add(documentId: DocumentId, document: Omit<StoredDocument, 'headSeq' | 'epoch'>): void;
  setEpoch(id: HouseholdId | PersonId, epoch: number): void;
  /** Every stored update, oldest first. */
  stored(documentId: DocumentId): readonly Uint8Array[];
};

/** An epoch that was never set is 1. */
export function createMemoryLog(): MemoryLog {
  const kept = new Map<DocumentId, Kept>();
  const epochs = new Map<string, number>();
  const epochOf = (id: string): number => epochs.get(id) ?? 1;

  function commitOne(batch: DocumentBatch): CommitResult {
    const found = kept.get(batch.documentId);
    if (found?.document.epoch !== batch.epoch || found.document.headSeq !== batch.headSeq) {
      return { kind: 'behind' };
    }
    const stale = batch.writes.filter(
      (write) =>
        write.householdEpoch !== epochOf(batch.householdId) || write.personEpoch !== epochOf(write.authorId),
    );
    if (stale.length > 0) return { kind: 'stale', authors: new Set(stale.map((write) => write.authorId)) };
    found.rows.push(...batch.writes);
    const headSeq = batch.headSeq + batch.writes.length;
    const owners = new Map(found.document.owners);
    for (const { clientId, personId } of batch.claims) owners.set(clientId, personId);
    const updates = [...found.document.updates, ...batch.writes.map((write) => write.bytes)];
    found.document = { ...found.document, headSeq, owners, updates };
    return { kind: 'committed', headSeq };
  }

  return {
    add(documentId, document) {
      const rows = document.updates.map((bytes) => ({ authorId: null, bytes }));
      kept.set(documentId, { document: { ...document, epoch: 1, headSeq: rows.length }, rows });
    },
    setEpoch: (id, epoch) => void epochs.set(id, epoch),
    stored: (documentId) => kept.get(documentId)?.rows.map((row) => row.bytes) ?? [],
    load: async (documentId) => kept.get(documentId)?.document ?? null,
    commit: async (batches) => new Map(batches.map((batch) => [batch.documentId, commitOne(batch)])),
    async compact(documentId) {
      const found = kept.get(documentId);
      if (found !== undefined) {
        found.document = { ...found.document, updates: [buildSnapshot(found.document.updates)] };
      }
    },
    epochs: async ({ households, persons }) => ({
      households: new Map(households.map((id) => [id, epochOf(id)])),
      persons: new Map(persons.map((id) => [id, epochOf(id)])),
    }),
  };
}
