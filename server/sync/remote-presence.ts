/**
 * Who is present on other nodes. Each node vouches for its own people and tells what changes at every tick, and whole
 * every few seconds and to whoever asks. A node that isn't heard any more, because it died or the bus did, is forgotten.
 */

import type { DocumentId } from '../../shared/ids.ts';
import type { Bus, NodeId, PresenceState } from '../bus/bus.ts';
import { type Frame, presenceFrame, readPresence } from './frame.ts';

/** Everybody is told anew so often; a node that has told nothing for so long has nobody here any more. */
const wholeMs = 10_000;
const forgottenMs = 30_000;

/** The other nodes, as one document's presence sees them. */
export type Elsewhere = {
  /** Tells them what changed here. */
  tell(changes: Frame): void;
  /** What changed there since this was called last. */
  takeChanges(): Frame | undefined;
  /** Everybody who is there, for whoever has just come here. */
  everybody(): Frame | undefined;
  /** The document is closed here: nobody is present. */
  close(): void;
};

export type RemotePresence = {
  /** `onChange` is called when there is something to take. */
  open(documentId: DocumentId, onChange: () => void): Elsewhere;
  /** Tells everybody whole and forgets who wasn't heard; runs by itself every few seconds. */
  tend(): void;
  close(): void;
};

type OpenDocument = ReturnType<typeof createDocumentPresence>;

/** `now` in milliseconds. */
export function createRemotePresence(bus: Bus, now: () => number): RemotePresence {
  const documents = new Map<DocumentId, OpenDocument>();

  const tellWhole = (documentId: DocumentId, { here }: OpenDocument): void =>
    bus.publish({ kind: 'presence', documentId, isWhole: true, states: [...here.values()] });

  const unsubscribe = bus.subscribe((heard, from) => {
    if (heard.kind === 'missed') {
      for (const [documentId, document] of documents) {
        bus.publish({ kind: 'presence-wanted', documentId });
        if (document.here.size > 0) tellWhole(documentId, document);
      }
      return;
    }
    if (from === bus.nodeId || (heard.kind !== 'presence' && heard.kind !== 'presence-wanted')) return;
    const document = documents.get(heard.documentId);
    if (document === undefined) return;
    if (heard.kind === 'presence') document.hear(from, heard.states, heard.isWhole, now());
    else if (document.here.size > 0) tellWhole(heard.documentId, document);
  });

  function tend(): void {
    for (const [documentId, document] of documents) {
      if (document.here.size > 0) tellWhole(documentId, document);
      document.forgetBefore(now() - forgottenMs);
    }
  }

  const tending = setInterval(tend, wholeMs).unref();

  return {
    open(documentId, onChange) {
      const document = createDocumentPresence(onChange);
      documents.set(documentId, document);
      bus.publish({ kind: 'presence-wanted', documentId });
      return {
        tell(changes) {
          const states = readPresence(changes);
          document.note(states);
          bus.publish({ kind: 'presence', documentId, isWhole: false, states });
        },
        takeChanges: document.takeChanges,
        everybody: document.everybody,
        close() {
          if (documents.get(documentId) === document) documents.delete(documentId);
          if (document.here.size > 0)
            bus.publish({ kind: 'presence', documentId, isWhole: true, states: [] });
        },
      };
    },
    tend,
    close() {
      unsubscribe();
      clearInterval(tending);
    },
  };
}

type Node = { heardAt: number; states: Map<number, PresenceState> };

function createDocumentPresence(onChange: () => void) {
  /** Whom this node shows, by client id: here a client is known better than anywhere else. */
  const here = new Map<number, PresenceState>();
  const nodes = new Map<NodeId, Node>();
  const changes = new Map<number, PresenceState>();
  /** The last clock pages were sent per client id: they ignore what isn't newer, even after its owner left. */
  const lastClocks = new Map<number, number>();

  function show({ clientId, clock: theirs, state }: PresenceState): void {
    if (here.has(clientId)) return;
    const sent = lastClocks.get(clientId) ?? -1;
    const clock = theirs > sent ? theirs : sent + (state === 'null' ? 0 : 1);
    lastClocks.set(clientId, clock);
    changes.set(clientId, { clientId, clock, state });
    onChange();
  }

  function take(node: Node, fresh: PresenceState): void {
    const known = node.states.get(fresh.clientId);
    if (fresh.state === 'null') {
      if (node.states.delete(fresh.clientId)) show(fresh);
    } else if (known?.clock !== fresh.clock || known.state !== fresh.state) {
      node.states.set(fresh.clientId, fresh);
      show(fresh);
    }
  }

  function forget(node: Node, isKept: (clientId: number) => boolean): void {
    for (const state of [...node.states.values()]) {
      if (!isKept(state.clientId)) take(node, { ...state, state: 'null' });
    }
  }

  return {
    here,
    /** What pages of this node are being shown of each other. */
    note(states: readonly PresenceState[]): void {
      for (const own of states) {
        lastClocks.set(own.clientId, Math.max(own.clock, lastClocks.get(own.clientId) ?? 0));
        if (own.state !== 'null') here.set(own.clientId, own);
        else if (here.delete(own.clientId)) {
          // The page has moved to another node, which knows it still.
          for (const { states: there } of nodes.values()) {
            const moved = there.get(own.clientId);
            if (moved !== undefined) show(moved);
          }
        }
      }
    },
    hear(from: NodeId, states: readonly PresenceState[], isWhole: boolean, at: number): void {
      const node = nodes.get(from) ?? { heardAt: at, states: new Map() };
      nodes.set(from, node);
      node.heardAt = at;
      if (isWhole) {
        const named = new Set(states.map(({ clientId }) => clientId));
        forget(node, (clientId) => named.has(clientId));
      }
      for (const state of states) take(node, state);
    },
    forgetBefore(time: number): void {
      for (const [id, node] of nodes) {
        if (node.heardAt >= time) continue;
        forget(node, () => false);
        nodes.delete(id);
      }
    },
    takeChanges(): Frame | undefined {
      if (changes.size === 0) return undefined;
      const frame = presenceFrame([...changes.values()]);
      changes.clear();
      return frame;
    },
    everybody(): Frame | undefined {
      const there = new Map<number, PresenceState>();
      for (const { states } of nodes.values()) {
        for (const [clientId, state] of states) {
          if (here.has(clientId)) continue;
          there.set(clientId, { ...state, clock: lastClocks.get(clientId) ?? state.clock });
        }
      }
      return there.size === 0 ? undefined : presenceFrame([...there.values()]);
    },
  };
}
