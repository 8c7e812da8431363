/** What a room has staged and waits to see committed: the writes, and whom to tell afterwards. */

import { assert } from '../../shared/assert.ts';
import type { DocumentId } from '../../shared/ids.ts';
import type { Frame } from './frame.ts';
import type { DocumentBatch, StoredDocument, Write } from './log.ts';
import { mergeFew } from './merge.ts';
import type { Session } from './session.ts';

/** Something a session asked for, in the order it came. */
export type Entry =
  | { readonly kind: 'step1'; readonly session: Session; readonly stateVector: Uint8Array }
  | { readonly kind: 'step2' | 'update'; readonly session: Session; readonly update: Uint8Array };

export type Staged = {
  /** As they came, in case they have to be staged again. */
  readonly entries: readonly Entry[];
  readonly updates: readonly { readonly session: Session; readonly bytes: Uint8Array }[];
  readonly claims: DocumentBatch['claims'];
  /** Update frames per session that are covered by this commit. */
  readonly acks: ReadonlyMap<Session, number>;
  /** Answers to step 1, which show staged content and so wait for the commit. */
  readonly answers: ReadonlyMap<Session, readonly Frame[]>;
  /** Who of them is told the whole staged content, and not only asked something. */
  readonly caughtUp: ReadonlySet<Session>;
};

/** The batch as the log wants it: per author one merged write, at the oldest epochs any of their sessions holds. */
export function toDocumentBatch(
  documentId: DocumentId,
  { householdId, epoch }: StoredDocument,
  headSeq: number,
  { updates, claims }: Staged,
): DocumentBatch {
  return { documentId, householdId, epoch, headSeq, writes: toWrites(updates), claims };
}

function toWrites(updates: Staged['updates']): Write[] {
  const byAuthor = Map.groupBy(updates, ({ session }) => session.personId());
  return [...byAuthor].map(([authorId, own]) => {
    assert(authorId, 'guests write nothing');
    const grants = own.map(({ session }) => session.grant());
    return {
      authorId,
      householdEpoch: Math.min(...grants.map((grant) => grant.householdEpoch)),
      personEpoch: Math.min(...grants.map((grant) => grant.ownEpoch)),
      bytes: mergeFew(own.map(({ bytes }) => bytes)),
    };
  });
}
