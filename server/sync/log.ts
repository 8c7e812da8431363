/**
 * The contract of a document's update log: the truth that rooms are the memory of. postgres-log.ts is the real one,
 * memory-log.ts is for tests of rooms; one suite (tests/sync/log-contract.ts) runs on both.
 */
import type { DocumentKind } from '../../shared/documents/kinds.ts';
import type { DocumentId, HouseholdId, PersonId } from '../../shared/ids.ts';

export type StoredDocument = {
  readonly kind: DocumentKind;
  readonly householdId: HouseholdId;
  readonly epoch: number;
  readonly headSeq: number;
  /** The newest snapshot, if any, then every later row, oldest first. */
  readonly updates: readonly Uint8Array[];
  /** Whose each client id is; null is the server's own. */
  readonly owners: ReadonlyMap<number, PersonId | null>;
};

/** What one person wrote to one document since the last commit, merged. */
export type Write = {
  readonly authorId: PersonId;
  /** The epochs its sessions were authorised at. */
  readonly householdEpoch: number;
  readonly personEpoch: number;
  readonly bytes: Uint8Array;
};

export type DocumentBatch = {
  readonly documentId: DocumentId;
  readonly householdId: HouseholdId;
  /** As the room knows them; if they differ in the database the room is behind. */
  readonly epoch: number;
  readonly headSeq: number;
  readonly writes: readonly Write[];
  readonly claims: readonly { readonly clientId: number; readonly personId: PersonId }[];
};

export type CommitResult =
  | { readonly kind: 'committed'; readonly headSeq: number }
  /** Nothing of this document was stored: the authority of these authors has changed since. */
  | { readonly kind: 'stale'; readonly authors: ReadonlySet<PersonId> }
  /** Nothing of this document was stored: somebody else wrote to it, or it is gone. Load again. */
  | { readonly kind: 'behind' };

/** The transaction certainly left nothing behind and may be run again (a deadlock, a serialization failure). */
export class CommitAborted extends Error {
  override name = 'CommitAborted';
}

export type UpdateLog = {
  /** Null when there is no such document. */
  load(documentId: DocumentId): Promise<StoredDocument | null>;
  /**
   * Stores the batches of many documents in one transaction and answers for each. Throws `CommitAborted`, or anything
   * else when it is not known whether the commit happened.
   */
  commit(batches: readonly DocumentBatch[]): Promise<ReadonlyMap<DocumentId, CommitResult>>;
  /** Replaces the rows' beginning by a snapshot, if that can be loaded back equal. */
  compact(documentId: DocumentId): Promise<void>;
  /** The access epochs now; one that is missing belongs to nothing that exists. */
  epochs(of: {
    readonly households: readonly HouseholdId[];
    readonly persons: readonly PersonId[];
  }): Promise<{
    readonly households: ReadonlyMap<HouseholdId, number>;
    readonly persons: ReadonlyMap<PersonId, number>;
  }>;
};
