/**
 * The contract of a document's update log: the truth that rooms are the memory of. postgres-log.ts is the real one,
 * memory-log.ts is for tests of rooms; one suite (tests/sync/log-contract.ts) runs on both.
 */
import type * as Y from 'yjs';
import type { DocumentKind } from '../../shared/documents/kinds.ts';
import type { DocumentId, GuestId, HouseholdId, PersonId } from '../../shared/ids.ts';

/** Whose a Yjs client id is: a person's, the server's own (null), or of an older epoch, where nobody writes any more. */
export type ClientOwner = PersonId | null | 'retired';

export type StoredDocument = {
  readonly kind: DocumentKind;
  readonly householdId: HouseholdId;
  readonly epoch: number;
  readonly headSeq: number;
  /** The newest snapshot, if any, then every later row, oldest first. */
  readonly updates: readonly Uint8Array[];
  readonly owners: ReadonlyMap<number, ClientOwner>;
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

/** What was committed after a seq that somebody has. */
export type Since =
  /** Oldest first, up to `headSeq`; `owners` of the client ids in them that were not known. */
  | {
      readonly kind: 'grown';
      readonly headSeq: number;
      readonly updates: readonly Uint8Array[];
      readonly owners: ReadonlyMap<number, ClientOwner>;
    }
  /** Some of the rows aren't kept any more: load. */
  | { readonly kind: 'forgotten' }
  /** The document has another epoch. */
  | { readonly kind: 'rebuilt' }
  | { readonly kind: 'not-there' };

/** What of a document somebody has already. */
export type Had = {
  readonly epoch: number;
  readonly seq: number;
  /** Whose client ids needn't be told. */
  readonly knows: (clientId: number) => boolean;
};

export type Compacted =
  /** `rows` were behind the snapshot before. */
  | { readonly kind: 'compacted'; readonly rows: number }
  /** The snapshot reaches the head already, or there is no such document. */
  | { readonly kind: 'nothing-to-do' }
  /** Meanwhile the document was rebuilt, or another node did the same. */
  | { readonly kind: 'overtaken' };

export type Rebuilt = {
  readonly kind: DocumentKind;
  readonly householdId: HouseholdId;
  readonly epoch: number;
  readonly headSeq: number;
  /** What stands in it now. */
  readonly doc: Y.Doc;
};

/** The transaction certainly left nothing behind and may be run again (a deadlock, a serialization failure). */
export class CommitAborted extends Error {
  override name = 'CommitAborted';
}

export type UpdateLog = {
  /** Null when there is no such document. */
  load(documentId: DocumentId): Promise<StoredDocument | null>;
  since(documentId: DocumentId, had: Had): Promise<Since>;
  /** The newest seq of each; without those that aren't there. */
  heads(documentIds: readonly DocumentId[]): Promise<ReadonlyMap<DocumentId, number>>;
  /**
   * Stores the batches of many documents in one transaction and answers for each. Throws `CommitAborted`, or anything
   * else when it is not known whether the commit happened.
   */
  commit(batches: readonly DocumentBatch[]): Promise<ReadonlyMap<DocumentId, CommitResult>>;
  /** Replaces the rows' beginning by a snapshot, if that can be loaded back equal. */
  compact(documentId: DocumentId): Promise<Compacted>;
  /**
   * Begins a new epoch with what stands in the document now and nothing of how it came about: no rows, no snapshot, no
   * tombstones, no client ids of before. `change` may take something out first. Null when there is no such document.
   */
  rebuild(documentId: DocumentId, change: (doc: Y.Doc) => void): Promise<Rebuilt | null>;
  /** The access epochs now; one that is missing belongs to nothing that exists. */
  epochs(of: {
    readonly households: readonly HouseholdId[];
    readonly persons: readonly PersonId[];
    readonly guests?: readonly GuestId[];
  }): Promise<{
    readonly households: ReadonlyMap<HouseholdId, number>;
    readonly persons: ReadonlyMap<PersonId, number>;
    readonly guests: ReadonlyMap<GuestId, number>;
  }>;
};
