/**
 * What nodes tell each other: that something was committed, and who is present. Everything may be lost, doubled or late:
 * truth is in Postgres, and whoever listens also looks for itself every now and then. So a dead bus only slows things
 * down. Three adapters keep this contract (one suite, tests/bus/bus-contract.ts): this process alone, Postgres, Redis.
 */
import type { DocumentId, PersonId } from '../../shared/ids.ts';

export type Hint =
  /** The activity log grew. */
  | { readonly kind: 'activity' }
  /** A document's update log reached this seq. */
  | { readonly kind: 'document'; readonly documentId: DocumentId; readonly seq: number }
  /** What these people were told in the app changed. */
  | { readonly kind: 'notified'; readonly personIds: readonly PersonId[] };

/** One client of a document, as awareness has it. `state` is JSON, `null` for who left; its `user` is vouched for by the node it comes from. */
export type PresenceState = { readonly clientId: number; readonly clock: number; readonly state: string };

export type Message =
  | Hint
  /** Who is present on the node it comes from. `isWhole`: whom it doesn't name is gone. */
  | {
      readonly kind: 'presence';
      readonly documentId: DocumentId;
      readonly isWhole: boolean;
      readonly states: readonly PresenceState[];
    }
  /** The document was opened on the node it comes from, which asks the others whom they have in it. */
  | { readonly kind: 'presence-wanted'; readonly documentId: DocumentId };

/** `missed`: some messages certainly didn't arrive. Look at what is stored, now. */
export type Heard = Message | { readonly kind: 'missed' };

/** Of one run of a node. */
export type NodeId = string;

export type Listener = (heard: Heard, from: NodeId) => void;

export type BusStatus = {
  readonly isConnected: boolean;
  /** How often the connection was lost, or a message showed that some before it were. */
  readonly gaps: number;
  /** Messages that were not sent, the bus being down. */
  readonly dropped: number;
};

export type Bus = {
  readonly nodeId: NodeId;
  /** Nobody listens but this process: there is nothing to tell about presence, and nothing to poll for. */
  readonly isLocal: boolean;
  /** Told at once to whoever listens here, soon to the other nodes, if they can be reached. Never throws, never waits. */
  publish(message: Message): void;
  /** Answers how to stop listening. */
  subscribe(listener: Listener): () => void;
  status(): BusStatus;
  /** A second call is harmless. */
  close(): Promise<void>;
};

/** The bus of a single node: everybody who listens is in this process. */
export function createLocalBus(): Bus {
  const listeners = new Set<Listener>();
  const nodeId = 'this';
  const status: BusStatus = { isConnected: true, gaps: 0, dropped: 0 };
  return {
    nodeId,
    isLocal: true,
    publish: (message) => {
      for (const listener of listeners) listener(message, nodeId);
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    status: () => status,
    close: async () => listeners.clear(),
  };
}
