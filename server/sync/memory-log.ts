/** The update log in memory, for tests of rooms that want a log they can hold back or break. */
import * as Y from 'yjs';
import type { DocumentId, GuestId, HouseholdId, PersonId } from '../../shared/ids.ts';
import { buildSnapshot } from './compaction.ts';
import type { ClientOwner, CommitResult, DocumentBatch, StoredDocument, UpdateLog } from './log.ts';
import { openStored, writeAnew } from './rebuild.ts';

/** `rows` up to `forgotten` are told to nobody any more. */
type Kept = {
  document: StoredDocument;
  forgotten: number;
  rows: { authorId: PersonId | null; bytes: Uint8Array }[];
};

export type MemoryLog = UpdateLog & {
  add(documentId: DocumentId, document: Omit<StoredDocument, 'headSeq' | 'epoch'>): void;
  /** As when the history window has passed. */
  forgetRows(documentId: DocumentId): void;
  setEpoch(id: HouseholdId | PersonId | GuestId, epoch: number): void;
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
      kept.set(documentId, { document: { ...document, epoch: 1, headSeq: rows.length }, forgotten: 0, rows });
    },
    forgetRows(documentId) {
      const found = kept.get(documentId);
      if (found !== undefined) found.forgotten = found.document.headSeq;
    },
    setEpoch: (id, epoch) => void epochs.set(id, epoch),
    stored: (documentId) => kept.get(documentId)?.rows.map((row) => row.bytes) ?? [],
    load: async (documentId) => kept.get(documentId)?.document ?? null,
    async since(documentId, { epoch, seq, knows }) {
      const found = kept.get(documentId);
      if (found === undefined) return { kind: 'not-there' };
      if (found.document.epoch !== epoch) return { kind: 'rebuilt' };
      if (seq < found.forgotten) return { kind: 'forgotten' };
      const { headSeq } = found.document;
      const updates = found.rows.slice(found.rows.length - (headSeq - seq)).map(({ bytes }) => bytes);
      const owners = new Map([...found.document.owners].filter(([clientId]) => !knows(clientId)));
      return { kind: 'grown', headSeq, updates: headSeq === seq ? [] : updates, owners };
    },
    heads: async (documentIds) =>
      new Map(
        documentIds.flatMap((id) => {
          const found = kept.get(id);
          return found === undefined ? [] : [[id, found.document.headSeq] as const];
        }),
      ),
    commit: async (batches) => new Map(batches.map((batch) => [batch.documentId, commitOne(batch)])),
    async compact(documentId) {
      const found = kept.get(documentId);
      if (found === undefined || found.document.updates.length <= 1) return { kind: 'nothing-to-do' };
      const rows = found.document.updates.length - 1;
      found.document = { ...found.document, updates: [buildSnapshot(found.document.updates)] };
      return { kind: 'compacted', rows };
    },
    async rebuild(documentId, change) {
      const found = kept.get(documentId);
      if (found === undefined) return null;
      const { kind, householdId, updates, owners } = found.document;
      const before = openStored(updates, kind);
      change(before);
      const doc = writeAnew(before, kind, new Set(owners.keys()));
      const bytes = Y.encodeStateAsUpdate(doc);
      const retired = [...owners.keys()].map((id): [number, ClientOwner] => [id, 'retired']);
      const epoch = found.document.epoch + 1;
      const headSeq = found.document.headSeq + 1;
      found.document = {
        ...found.document,
        epoch,
        headSeq,
        updates: [bytes],
        owners: new Map([...retired, [doc.clientID, null]]),
      };
      found.rows = [{ authorId: null, bytes }];
      return { kind, householdId, epoch, headSeq, doc };
    },
    epochs: async ({ households, persons, guests = [] }) => ({
      households: new Map(households.map((id) => [id, epochOf(id)])),
      persons: new Map(persons.map((id) => [id, epochOf(id)])),
      guests: new Map(guests.map((id) => [id, epochOf(id)])),
    }),
  };
}
