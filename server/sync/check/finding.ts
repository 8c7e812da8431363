/** What `check-documents` may find. A detail names seqs, client ids and rules, never a word of a document. */
import type { DocumentKind } from '../../../shared/documents/kinds.ts';
import type { DocumentId } from '../../../shared/ids.ts';

export type FindingKind =
  /** Seqs aren't contiguous from the oldest kept row to the head. */
  | 'hole'
  /** Bytes that aren't those that were stored. */
  | 'hash'
  /** Snapshot and rows can't be read or applied. */
  | 'unloadable'
  /** Something waits for what isn't there. */
  | 'pending'
  /** Content that the gate would refuse. */
  | 'schema'
  /** A client id in the content that is nobody's. */
  | 'unowned'
  /** A client id of an older epoch in the content: something erased has come back. */
  | 'retired'
  /** A row by somebody who isn't there. */
  | 'author'
  /** The copy of the household's access epoch that commits compare with differs from the household's. */
  | 'access-epoch'
  /** Rows of a document that isn't there. */
  | 'orphan'
  /** A row of the activity log was changed or taken out. */
  | 'activity-chain';

export type Finding = {
  readonly kind: FindingKind;
  /** Null for what concerns no document, and for rows whose document is gone. */
  readonly document: { readonly id: DocumentId; readonly kind: DocumentKind } | null;
  readonly detail: string;
};
