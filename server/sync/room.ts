/**
 * One open document and whoever is in it. Nothing staged is ever shown: what a room tells, it tells after the commit
 * that covers it.
 *
 *   loading ──▶ open ──▶ draining ──▶ closed        frames wait in the inbox while it loads, commits or reads
 *      ▲──────────┘ (reload: staged content is dropped,             what other nodes committed (catch-up.ts);
 *                    sessions stay)                                 a reload stages them again
 */
import { unreachable } from '../../shared/assert.ts';
import type { DocumentId } from '../../shared/ids.ts';
import { CloseCode } from '../../shared/sync/protocol.ts';
import { createArrivals, noArrivals } from './arrivals.ts';
import { type Entry, type Staged, toDocumentBatch } from './batch.ts';
import { createCatchUp } from './catch-up.ts';
import type { Message } from './frame.ts';
import type { CommitResult, DocumentBatch, Had, Since, StoredDocument } from './log.ts';
import { mergeInChunks } from './merge.ts';
import { bringReplica, meetEpoch, type Replica } from './replica-epoch.ts';
import type { RoomWorld } from './room-world.ts';
import type { Session } from './session.ts';
import { createShowing } from './showing.ts';
import { type Resyncing, stageEntries } from './stage.ts';
import { type StagedDocument, stageDocument } from './staged-document.ts';
import { createTelling } from './telling.ts';
import { shareClients } from './update-clients.ts';
import { allMayStillWrite } from './writers.ts';

type Open = { readonly stored: StoredDocument; readonly document: StagedDocument; headSeq: number };
type State =
  | { readonly kind: 'loading' }
  /** `committing` is staged and on its way; until it is known, nothing further is staged. */
  | ({ readonly kind: 'open' | 'draining'; committing: Staged | undefined } & Open)
  | { readonly kind: 'closed' };

/** As many times a batch is tried again before its room is given up. */
const mostTries = 5;

/** The state vector of who has nothing. */
const nothing = Uint8Array.of(0);

export type Room = ReturnType<typeof createRoom>;

/** Begins to load at once. */
export function createRoom(world: RoomWorld, documentId: DocumentId) {
  const { log, counters } = world;
  const sessions = new Map<Session, Replica>();
  const resyncing = new Map<Session, Resyncing>();
  /** As it was before what is being committed: it may have to be staged again. */
  let owedBefore: readonly (readonly [Session, Resyncing])[] = [];
  const showing = createShowing(sessions, world.now, (changed) => world.elsewhere?.open(documentId, changed));
  const telling = createTelling(sessions, showing);
  let state: State = { kind: 'loading' };
  let inbox: Entry[] = [];
  let tries = 0;
  /** The log is asked to commit; the answer will `settle`. */
  let isCommitting = false;
  /** Up to where those who are here have been told what is stored. */
  let toldSeq: number | undefined;
  let emptySince: number | undefined = world.now();
  let writtenAt = world.now();
  /** Rows behind the snapshot, to know when one is due. */
  let rowsSinceSnapshot = 0;
  counters.rooms++;

  async function load(): Promise<void> {
    try {
      const stored = await log.load(documentId);
      if (state.kind !== 'loading') return;
      if (stored === null) room.close(CloseCode.notAvailable, 'not-available');
      else open(stored);
    } catch (error) {
      world.report(error, 'loading a document');
      room.close(CloseCode.tryAgain, 'not-loaded');
    }
  }

  function open(stored: StoredDocument): void {
    const document = stageDocument(stored);
    rowsSinceSnapshot = stored.updates.length;
    state = { kind: 'open', stored, document, headSeq: stored.headSeq, committing: undefined };
    for (const [session, replica] of sessions) meetEpoch(session, replica, stored.epoch);
    // Loaded anew because of what others wrote: which part of it the pages lack isn't known any more.
    if (toldSeq !== undefined && toldSeq < stored.headSeq) telling.stored(document.missingFrom(nothing));
    toldSeq = stored.headSeq;
    catchUp.heard(stored.headSeq);
    if (inbox.length > 0) world.wake(room);
  }

  /** Staged content that won't be committed goes; `entries` are staged again on what is stored. */
  function reload(entries: readonly Entry[]): void {
    counters.roomsReloaded++;
    if (state.kind === 'open' || state.kind === 'draining') state.document.close();
    state = { kind: 'loading' };
    isCommitting = false;
    if (entries.length > 0) {
      resyncing.clear();
      for (const [session, owed] of owedBefore) if (sessions.has(session)) resyncing.set(session, owed);
    }
    inbox = [...entries, ...inbox];
    void load();
  }

  /** What others committed: it is stored, so it is applied and shown without further questions. */
  function take(since: Since): void {
    if (state.kind !== 'open' && state.kind !== 'draining') return;
    const { document, committing, stored } = state;
    if (since.kind === 'not-there') room.close(CloseCode.notAvailable, 'not-available');
    else if (since.kind === 'rebuilt') room.close(CloseCode.oldEpoch, 'old-epoch');
    else if (since.kind === 'forgotten') reload(committing?.entries ?? []);
    else if (since.updates.length > 0) {
      const update = mergeInChunks(since.updates);
      telling.stored(update);
      toldSeq = state.headSeq = since.headSeq;
      rowsSinceSnapshot += since.updates.length;
      if (committing !== undefined && shareClients(committing.updates, update)) {
        reload(committing.entries);
        return;
      }
      for (const [clientId, owner] of since.owners) document.owners.set(clientId, owner);
      document.transact(() => document.apply(update));
      const { kind, householdId } = stored;
      world.onCaughtUp({ documentId, kind, householdId, doc: document.doc() });
    }
  }

  const catchUp = createCatchUp(world, documentId, {
    isReady: () => !isCommitting && (state.kind === 'open' || state.kind === 'draining'),
    headSeq: () => (state.kind === 'open' || state.kind === 'draining' ? state.headSeq : 0),
    had(): Had | undefined {
      if (state.kind !== 'open' && state.kind !== 'draining') return undefined;
      const { owners } = state.document;
      return { epoch: state.stored.epoch, seq: state.headSeq, knows: (clientId) => owners.has(clientId) };
    },
    take,
    resume() {
      if (!room.isSettled()) world.wake(room);
    },
  });

  const arrivals = world.elsewhere === undefined ? noArrivals : createArrivals(catchUp.looks);

  async function reauthorise(staged: Staged, authors: ReadonlySet<string>): Promise<void> {
    const allMay = await allMayStillWrite(staged, authors, world.reauthorise);
    if ((state.kind !== 'open' && state.kind !== 'draining') || state.committing !== staged) return;
    if (allMay) world.wake(room);
    else reload(staged.entries);
  }

  const room = {
    documentId,
    sessions: (): Iterable<Session> => sessions.keys(),

    join(session: Session, epoch: number | undefined): void {
      emptySince = undefined;
      const replica = bringReplica(epoch);
      sessions.set(session, replica);
      session.enter(room);
      if (state.kind === 'closed' || state.kind === 'draining') session.close(CloseCode.restart, '');
      else if (state.kind === 'open') meetEpoch(session, replica, state.stored.epoch);
      showing.newcomer(session);
    },

    leave(session: Session): void {
      sessions.delete(session);
      resyncing.delete(session);
      showing.leave(session);
      if (sessions.size === 0) emptySince = world.now();
    },

    receive(session: Session, message: Message): void {
      if (state.kind === 'closed' || state.kind === 'draining') return;
      switch (message.kind) {
        case 'step1':
        case 'step2':
        case 'update':
          inbox.push(arrivals.note({ ...message, session }));
          if (state.kind === 'open') world.wake(room);
          return;
        case 'presence':
          showing.receive(session, message.states);
          return;
        case 'presence-asked':
          showing.newcomer(session);
          return;
        default:
          unreachable(message);
      }
    },

    /** What is to be committed now, or undefined: nothing waits, or the last batch's fate isn't known yet. */
    stage(): DocumentBatch | undefined {
      if (state.kind !== 'open' && state.kind !== 'draining') return undefined;
      if (arrivals.mustLook(inbox)) catchUp.heard(state.headSeq + 1);
      if (isCommitting || catchUp.isHolding()) return undefined;
      if (state.committing === undefined) {
        const entries = inbox;
        inbox = [];
        owedBefore = [...resyncing].map(([session, owed]) => [session, { ...owed }]);
        const staged = stageEntries(
          { kind: state.stored.kind, document: state.document, resyncing },
          entries,
        );
        if (staged === undefined) {
          reload(entries);
          return undefined;
        }
        if (staged.updates.length === 0) {
          telling.committed(staged);
          return undefined;
        }
        state.committing = staged;
      }
      isCommitting = true;
      return toDocumentBatch(documentId, state.stored, state.headSeq, state.committing);
    },

    /** The fate of what `stage` gave. */
    settle(result: CommitResult): void {
      if (state.kind !== 'open' && state.kind !== 'draining') return;
      const staged = state.committing;
      isCommitting = false;
      if (staged === undefined) return;
      if (result.kind === 'committed') {
        tries = 0;
        counters.updatesCommitted += staged.updates.length;
        writtenAt = world.now();
        rowsSinceSnapshot += result.headSeq - state.headSeq;
        toldSeq = state.headSeq = result.headSeq;
        state.committing = undefined;
        telling.committed(staged);
        const { kind, householdId } = state.stored;
        world.onCommitted({ documentId, kind, householdId, doc: state.document.doc() }, result.headSeq);
        catchUp.committed();
        if (inbox.length > 0) world.wake(room);
      } else if (result.kind === 'behind' ? !catchUp.behind() : ++tries > mostTries) {
        room.close(CloseCode.restart, 'reload');
      } else if (result.kind === 'stale') {
        reauthorise(staged, result.authors).catch((error: unknown) => {
          world.report(error, 'authorising again');
          room.close(CloseCode.restart, 'reload');
        });
      }
    },

    /** The transaction left nothing behind: the same batch goes into the next one. */
    tryAgain(): void {
      isCommitting = false;
      if (++tries > mostTries) room.close(CloseCode.restart, 'reload');
      else world.wake(room);
    },

    /** Another node says that the document's log reached this seq. */
    heard: catchUp.heard,

    /** Whether everything received is committed. */
    isSettled: (): boolean =>
      state.kind === 'closed' ||
      (state.kind !== 'loading' && state.committing === undefined && inbox.length === 0),

    /** Takes no more frames; what it has is still committed. */
    drain(): void {
      if (state.kind === 'open') state = { ...state, kind: 'draining' };
      else if (state.kind === 'loading') room.close(CloseCode.restart, 'restart');
    },

    isIdleFor: (ms: number): boolean =>
      emptySince !== undefined && world.now() - emptySince >= ms && room.isSettled(),

    /** Nobody has written for so long: what only writing needs leaves memory. */
    restAfter(ms: number): void {
      if (state.kind === 'open' && room.isSettled() && world.now() - writtenAt >= ms) state.document.rest();
    },

    rowsSinceSnapshot: (): number => rowsSinceSnapshot,
    compacted(): void {
      rowsSinceSnapshot = 0;
    },

    /** Ends every session with this code and forgets the document. A second call is harmless. */
    close(code: CloseCode, reason: string): void {
      if (state.kind === 'closed') return;
      const before = state;
      state = { kind: 'closed' };
      inbox = [];
      counters.rooms--;
      for (const session of [...sessions.keys()]) session.finish(code, reason);
      showing.close();
      catchUp.close();
      if (before.kind !== 'loading') before.document.close();
      world.onClosed(room);
    },
  };
  void load();
  return room;
}
