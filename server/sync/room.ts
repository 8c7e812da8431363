/**
 * One open document and whoever is in it. Nothing staged is ever shown: what a room tells, it tells after the commit
 * that covers it.
 *
 *   loading ──▶ open ──▶ draining ──▶ closed        frames wait in the inbox while it loads or commits;
 *      ▲──────────┘ (reload: staged content is dropped, sessions stay)      a reload stages them again
 */
import type * as Y from 'yjs';
import { unreachable } from '../../shared/assert.ts';
import type { DocumentKind } from '../../shared/documents/kinds.ts';
import type { DocumentId, HouseholdId } from '../../shared/ids.ts';
import { CloseCode } from '../../shared/sync/protocol.ts';
import { type Entry, type Staged, toDocumentBatch } from './batch.ts';
import type { Counters } from './counters.ts';
import { type Message, updateFrame } from './frame.ts';
import type { CommitResult, DocumentBatch, StoredDocument, UpdateLog } from './log.ts';
import { mergeFew } from './merge.ts';
import type { Session } from './session.ts';
import { createShowing } from './showing.ts';
import { type Resyncing, stageEntries } from './stage.ts';
import { type StagedDocument, stageDocument } from './staged-document.ts';

type Open = { readonly stored: StoredDocument; readonly document: StagedDocument; headSeq: number };
type State =
  | { readonly kind: 'loading' }
  /** `committing` is staged and on its way; until it is known, nothing further is staged. */
  | ({ readonly kind: 'open' | 'draining'; committing: Staged | undefined } & Open)
  | { readonly kind: 'closed' };

/** After each commit. `doc` is live: read it before returning. */
export type Committed = {
  readonly documentId: DocumentId;
  readonly kind: DocumentKind;
  readonly householdId: HouseholdId;
  readonly doc: Y.Doc;
};

export type RoomWorld = {
  readonly log: UpdateLog;
  readonly counters: Counters;
  readonly now: () => number;
  /** Something waits to be staged. */
  readonly wake: (room: Room) => void;
  /** Asks again what the session may do, and ends or regrants it. */
  readonly reauthorise: (session: Session) => Promise<void>;
  readonly onCommitted: (event: Committed, headSeq: number) => void;
  /** It is closed and must not be found any more. */
  readonly onClosed: (room: Room) => void;
  readonly report: (error: unknown, doing: string) => void;
};

/** As many times a batch is tried again before its room is given up. */
const mostTries = 5;

export type Room = ReturnType<typeof createRoom>;

/** Begins to load at once. */
export function createRoom(world: RoomWorld, documentId: DocumentId) {
  const { log, counters } = world;
  const sessions = new Map<Session, { readonly epoch: number | undefined }>();
  const resyncing = new Map<Session, Resyncing>();
  const showing = createShowing(sessions, world.now);
  let state: State = { kind: 'loading' };
  let inbox: Entry[] = [];
  let tries = 0;
  let emptySince: number | undefined = world.now();
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
    for (const [session, { epoch }] of sessions) refuseOldEpoch(session, epoch);
    if (inbox.length > 0) world.wake(room);
  }

  function refuseOldEpoch(session: Session, epoch: number | undefined): void {
    if (state.kind !== 'open' || epoch === undefined || epoch === state.stored.epoch) return;
    session.close(CloseCode.oldEpoch, 'old-epoch');
  }

  /** Staged content that won't be committed goes; `entries` are staged again on what is stored. */
  function reload(entries: readonly Entry[]): void {
    counters.roomsReloaded++;
    if (state.kind === 'open' || state.kind === 'draining') state.document.close();
    state = { kind: 'loading' };
    resyncing.clear();
    inbox = [...entries, ...inbox];
    void load();
  }

  /** Tells what is committed now: one frame for everybody, answers and acknowledgements for those who wait. */
  function publish(staged: Staged): void {
    const { updates, answers, acks } = staged;
    if (updates.length > 0) {
      const frame = updateFrame(mergeFew(updates.map(({ bytes }) => bytes)));
      const author = updates.every(({ session }) => session === updates[0]?.session)
        ? updates[0]?.session
        : undefined;
      // An answer given in this batch contains it already, and a lone author has it.
      for (const session of sessions.keys()) {
        if (session !== author && !answers.has(session)) session.send(frame);
      }
    }
    for (const [session, frames] of answers) for (const frame of frames) session.send(frame);
    for (const [session, frames] of acks) session.ack(frames);
  }

  async function reauthoriseAuthors(staged: Staged, authors: ReadonlySet<string>): Promise<void> {
    const writers = new Set(staged.updates.map(({ session }) => session));
    await Promise.all(
      [...writers].filter((session) => authors.has(session.personId())).map(world.reauthorise),
    );
    if (state.kind !== 'open' && state.kind !== 'draining') return;
    if ([...writers].every((session) => session.mayWrite())) {
      world.wake(room);
      return;
    }
    for (const session of writers) {
      if (!session.mayWrite()) session.close(CloseCode.notAvailable, 'read-only');
    }
    reload(staged.entries);
  }

  const room = {
    documentId,
    sessions: (): Iterable<Session> => sessions.keys(),

    join(session: Session, epoch: number | undefined): void {
      emptySince = undefined;
      sessions.set(session, { epoch });
      session.enter(room);
      if (state.kind === 'closed' || state.kind === 'draining') session.close(CloseCode.restart, '');
      else refuseOldEpoch(session, epoch);
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
          inbox.push({ ...message, session });
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
      if (state.committing === undefined) {
        const entries = inbox;
        inbox = [];
        const staged = stageEntries(
          { kind: state.stored.kind, document: state.document, resyncing },
          entries,
        );
        if (staged === undefined) {
          reload(entries);
          return undefined;
        }
        if (staged.updates.length === 0) {
          publish(staged);
          return undefined;
        }
        state.committing = staged;
      }
      return toDocumentBatch(documentId, state.stored, state.headSeq, state.committing);
    },

    /** The fate of what `stage` gave. */
    settle(result: CommitResult): void {
      if (state.kind !== 'open' && state.kind !== 'draining') return;
      const staged = state.committing;
      if (staged === undefined) return;
      if (result.kind === 'committed') {
        tries = 0;
        rowsSinceSnapshot += result.headSeq - state.headSeq;
        state.headSeq = result.headSeq;
        state.committing = undefined;
        publish(staged);
        const { kind, householdId } = state.stored;
        world.onCommitted({ documentId, kind, householdId, doc: state.document.doc() }, result.headSeq);
        if (inbox.length > 0) world.wake(room);
      } else if (++tries > mostTries || result.kind === 'behind') {
        room.close(CloseCode.restart, 'reload');
      } else {
        reauthoriseAuthors(staged, result.authors).catch((error: unknown) => {
          world.report(error, 'authorising again');
          room.close(CloseCode.restart, 'reload');
        });
      }
    },

    /** The transaction left nothing behind: the same batch goes into the next one. */
    tryAgain(): void {
      if (++tries > mostTries) room.close(CloseCode.restart, 'reload');
      else world.wake(room);
    },

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
      if (before.kind !== 'loading') before.document.close();
      world.onClosed(room);
    },
  };
  void load();
  return room;
}
