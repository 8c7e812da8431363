/**
 * The documents a page has open, each once: the only place that owns providers. Two components that open the same one
 * share its socket. Leaving the last of them closes it, after a short grace (who looks at another tab and comes back
 * finds it open) and never before what was written there is committed.
 */
import { type Accessor, createEffect, createMemo, createRoot, createSignal } from 'solid-js';
import type { DocumentId, PersonId } from '../../shared/ids.ts';
import { whenChanged } from '../ui/when-changed.ts';
import { createLeftBehind, type LeftBehind } from './left-behind.ts';
import { combine, type SaveState, unsavedOf } from './save-state.ts';
import type { Connect, Line, OpenRequest, Replica, SharedDocument } from './shared-document.ts';

export type OpenDocuments = {
  /** `connect` makes the replica: it comes with the pages that open documents, so that no other page loads Yjs. */
  open(request: OpenRequest, connect: Connect): SharedDocument;
  /**
   * Opens it without being in it, until what waits there is committed: resolves then, or when it is ended. Without a
   * network it waits.
   */
  visit(request: OpenRequest, connect: Connect): Promise<void>;
  /** Reactive: all documents in use as one. Undefined when none is. One that was ended speaks for itself. */
  readonly state: Accessor<SaveState | undefined>;
  /** Reactive: how many changes exist only on this page. */
  readonly unsaved: Accessor<number>;
  /** One's own unsaved words of documents that were taken away. */
  readonly leftBehind: LeftBehind;
  /** Closes every socket, saved or not: signing out. What wasn't saved is left behind. */
  close(): void;
};

export type OpenDocumentsOptions = {
  readonly leftBehind?: LeftBehind;
  /** How long a document that was left stays open, in milliseconds. */
  readonly graceMs?: number;
  /** Reactive: for whom copies are kept on this device. */
  readonly keptFor?: Accessor<PersonId | undefined>;
};

const usualGraceMs = 10_000;

type Entry = {
  readonly replica: Replica;
  readonly readers: Accessor<number>;
  readonly setReaders: (change: (before: number) => number) => void;
  grace: ReturnType<typeof setTimeout> | undefined;
};

export function createOpenDocuments(line: Line, options: OpenDocumentsOptions = {}): OpenDocuments {
  const { leftBehind = createLeftBehind(), graceMs = usualGraceMs, keptFor = () => undefined } = options;
  const [entries, setEntries] = createSignal<readonly Entry[]>([]);
  const find = (id: DocumentId) => entries().find(({ replica }) => replica.documentId === id);
  const drop = (entry: Entry) => {
    clearTimeout(entry.grace);
    entry.replica.destroy();
    setEntries((all) => all.filter((other) => other !== entry));
  };
  /** Waits, without a timer, until nothing is unsaved. Whoever opens it again meanwhile keeps it. */
  const dropWhenSaved = (entry: Entry) => {
    createRoot((done) => {
      createMemo(() => {
        if (entry.readers() === 0 && unsavedOf(entry.replica.state()) > 0) return;
        queueMicrotask(done);
        queueMicrotask(() => entry.readers() === 0 && drop(entry));
      });
    });
  };
  const leave = (entry: Entry, stayMs: number) => {
    entry.setReaders((before) => before - 1);
    if (entry.readers() > 0) return;
    if (!entry.replica.closeReason()) entry.replica.presence.leave();
    if (stayMs === 0) dropWhenSaved(entry);
    else entry.grace = setTimeout(() => dropWhenSaved(entry), stayMs);
  };
  const make = (request: OpenRequest, connect: Connect): Entry => {
    const replica = connect(request, {
      line,
      keptFor: keptFor(),
      leaveBehind: ({ text, why }) => leftBehind.keep({ ...request, label: request.label ?? '', text, why }),
    });
    const [readers, setReaders] = createSignal(0);
    const entry: Entry = { replica, readers, setReaders, grace: undefined };
    setEntries((all) => [...all, entry]);
    return entry;
  };
  const enter = (request: OpenRequest, connect: Connect): Entry => {
    const known = find(request.documentId);
    const isOver = known?.replica.closeReason() !== undefined;
    if (known && isOver) drop(known);
    const entry = known && !isOver ? known : make(request, connect);
    clearTimeout(entry.grace);
    entry.replica.setAccess(request.access);
    entry.setReaders((before) => before + 1);
    return entry;
  };
  const inUse = () =>
    entries().filter(({ readers, replica }) => readers() > 0 || unsavedOf(replica.state()) > 0);

  return createRoot((dispose) => {
    whenChanged(
      keptFor,
      (person) => {
        for (const { replica } of entries()) replica.keepFor(person);
      },
      { defer: true },
    );
    return {
      open(request, connect) {
        const entry = enter(request, connect);
        entry.replica.presence.enter();
        let left = false;
        return {
          ...entry.replica,
          close() {
            if (left) return;
            left = true;
            leave(entry, graceMs);
          },
        };
      },
      visit(request, connect) {
        const entry = enter(request, connect);
        return new Promise((done) => {
          createRoot((end) => {
            const isOver = createMemo(
              () => entry.replica.closeReason() !== undefined || entry.replica.state().state === 'saved',
            );
            let left = false;
            createEffect(() => {
              if (!isOver() || left) return;
              left = true;
              queueMicrotask(end);
              leave(entry, 0);
              done();
            });
          });
        });
      },
      state: createMemo(() => combine(inUse().map(({ replica }) => replica.state()))),
      unsaved: createMemo(() => entries().reduce((sum, { replica }) => sum + unsavedOf(replica.state()), 0)),
      leftBehind,
      close() {
        for (const { replica, grace } of entries()) {
          clearTimeout(grace);
          replica.abandon();
        }
        setEntries([]);
        dispose();
      },
    };
  });
}
