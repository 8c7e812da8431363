/**
 * The documents a page has open, each once: two components that open the same one share its socket. Leaving the last
 * of them closes it, but never before what was written there is committed.
 */
import { type Accessor, createMemo, createRoot, createSignal } from 'solid-js';
import type { DocumentId } from '../../shared/ids.ts';
import { createLeftBehind, type LeftBehind } from './left-behind.ts';
import type { SaveState } from './save-state.ts';
import {
  connectReplica,
  type Line,
  type OpenRequest,
  type Replica,
  type SharedDocument,
} from './shared-document.ts';

export type OpenDocuments = {
  open(request: OpenRequest): SharedDocument;
  /** Reactive: all open documents as one. Undefined when none is. A document that was ended speaks for itself. */
  readonly state: Accessor<SaveState | undefined>;
  /** Reactive: how many changes exist only on this page. */
  readonly unsaved: Accessor<number>;
  /** One's own unsaved words of documents that were taken away. */
  readonly leftBehind: LeftBehind;
  /** Closes every socket, saved or not: signing out. What wasn't saved is left behind. */
  close(): void;
};

type Entry = { readonly replica: Replica; readers: number };

export function createOpenDocuments(line: Line, leftBehind: LeftBehind = createLeftBehind()): OpenDocuments {
  const [entries, setEntries] = createSignal<readonly Entry[]>([]);
  const find = (id: DocumentId) => entries().find(({ replica }) => replica.documentId === id);
  const drop = (entry: Entry) => {
    entry.replica.destroy();
    setEntries((all) => all.filter((other) => other !== entry));
  };
  /** Waits, without a timer, until nothing is unsaved. Whoever opens it again meanwhile keeps it. */
  const leave = (entry: Entry) => {
    createRoot((done) => {
      createMemo(() => {
        if (entry.readers === 0 && unsavedOf(entry.replica.state()) > 0) return;
        queueMicrotask(done);
        if (entry.readers === 0) queueMicrotask(() => entry.readers === 0 && drop(entry));
      });
    });
  };
  const enter = (request: OpenRequest): Entry => {
    const known = find(request.documentId);
    if (known && !known.replica.closeReason()) {
      known.replica.setAccess(request.access);
      return known;
    }
    if (known) drop(known);
    const keep = (text: string) => leftBehind.keep({ ...request, label: request.label ?? '', text });
    const entry = { replica: connectReplica(request, line, keep), readers: 0 };
    setEntries((all) => [...all, entry]);
    return entry;
  };

  return createRoot((dispose) => ({
    open(request) {
      const entry = enter(request);
      entry.readers += 1;
      let left = false;
      return {
        ...entry.replica,
        close() {
          if (left) return;
          left = true;
          entry.readers -= 1;
          if (entry.readers === 0) leave(entry);
        },
      };
    },
    state: createMemo(() => combine(entries().map(({ replica }) => replica.state()))),
    unsaved: createMemo(() => entries().reduce((sum, { replica }) => sum + unsavedOf(replica.state()), 0)),
    leftBehind,
    close() {
      for (const { replica } of entries()) replica.abandon();
      setEntries([]);
      dispose();
    },
  }));
}

/** Changes that would be lost with this page. One frame without changes (an empty step 2) is none. */
function unsavedOf(state: SaveState): number {
  if (state.state === 'saving') return state.pending;
  return state.state === 'offline' ? state.unsynced : 0;
}

/** The most worrying state wins; counts add up. */
export function combine(states: readonly SaveState[]): SaveState | undefined {
  const live = states.filter((state) => state.state !== 'closed');
  const has = (name: SaveState['state']) => live.some((state) => state.state === name);
  const sum = live.reduce((total, state) => total + unsavedOf(state), 0);
  if (live.length === 0) return undefined;
  if (has('offline')) return { state: 'offline', unsynced: sum };
  if (has('saving')) return { state: 'saving', pending: sum };
  return has('connecting') ? { state: 'connecting' } : { state: 'saved' };
}
