/**
 * Hints between nodes that something was committed. A hint may be lost, doubled or late: truth is in Postgres, and
 * whoever listens also looks for itself every now and then.
 */
import type { DocumentId } from '../../shared/ids.ts';

export type Hint =
  /** The activity log grew. */
  | { readonly kind: 'activity' }
  /** A document's update log reached this seq. */
  | { readonly kind: 'document'; readonly documentId: DocumentId; readonly seq: number };

export type Bus = {
  publish(hint: Hint): void;
  /** Answers how to stop listening. */
  subscribe(listener: (hint: Hint) => void): () => void;
  close(): Promise<void>;
};

/** The bus of a single node: everybody who listens is in this process. */
export function createLocalBus(): Bus {
  const listeners = new Set<(hint: Hint) => void>();
  return {
    publish: (hint) => {
      for (const listener of listeners) listener(hint);
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: async () => listeners.clear(),
  };
}
