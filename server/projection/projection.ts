/** Follows committed documents into SQL, a moment after people stop typing: what lists must know, and who is called. */
import type * as Y from 'yjs';
import type { DocumentKind } from '../../shared/documents/kinds.ts';
import type { DocumentId, HouseholdId } from '../../shared/ids.ts';
import type { World } from '../command.ts';
import { projectPersonChips } from './person-chips.ts';
import { projectPlan } from './plan.ts';
import { projectThreads } from './threads.ts';

/** What sync tells after each commit. */
export type Committed = {
  readonly documentId: DocumentId;
  readonly kind: DocumentKind;
  readonly householdId: HouseholdId;
  /** The room's own: it goes on changing. */
  readonly doc: Y.Doc;
};

/** The part of sync the projection listens to; answers how to stop. */
export type CommittedDocuments = { onCommitted(listener: (committed: Committed) => void): () => void };

/** What is read of each kind, one after the other. */
const readings: Partial<
  Record<DocumentKind, readonly ((world: World, committed: Committed) => Promise<unknown>)[]>
> = {
  'care-plan': [(world, { householdId, doc }) => projectPlan(world, householdId, doc), projectPersonChips],
  minutes: [projectPersonChips],
  annotations: [projectThreads],
};

export type Projection = {
  /** Projects what is waiting, then stops listening. A second call is harmless. */
  close(): Promise<void>;
};

export type ProjectionOptions = {
  /** How long a document must have been committed before it is read, in milliseconds. */
  readonly delayMs?: number;
  /** What to do with a failure: the next commit of the document tries again. */
  readonly onError: (error: unknown) => void;
};

/**
 * Starts following. A document is read `delayMs` after the first commit since it was last read, however long the typing
 * goes on, from the room's document: reading the log instead would cost a load per document and half second. By then the
 * document may hold words whose commit is under way; should that fail, the room loads again and commits again, and the
 * document is read again. One reading of it ends before its next begins.
 */
export function createProjection(
  world: World,
  documents: CommittedDocuments,
  { delayMs = 500, onError }: ProjectionOptions,
): Projection {
  const newest = new Map<DocumentId, Committed>();
  const timers = new Map<DocumentId, NodeJS.Timeout>();
  const running = new Map<DocumentId, Promise<void>>();

  function project(documentId: DocumentId): void {
    const committed = newest.get(documentId);
    clearTimeout(timers.get(documentId));
    timers.delete(documentId);
    newest.delete(documentId);
    if (committed === undefined) return;
    const before = running.get(documentId) ?? Promise.resolve();
    const work = before
      .then(async () => {
        for (const read of readings[committed.kind] ?? []) await read(world, committed).catch(onError);
      })
      .finally(() => {
        if (running.get(documentId) === work) running.delete(documentId);
      });
    running.set(documentId, work);
  }

  const stop = documents.onCommitted((committed) => {
    if (readings[committed.kind] === undefined) return;
    const { documentId } = committed;
    newest.set(documentId, committed);
    if (!timers.has(documentId)) timers.set(documentId, setTimeout(project, delayMs, documentId));
  });

  return {
    async close() {
      stop();
      for (const documentId of [...newest.keys()]) project(documentId);
      await Promise.all(running.values());
    },
  };
}
