/**
 * Sync's public face: shared documents over WebSockets, where seen is saved.
 *
 *   upgrade → session → room (gate → staged document) → flusher → log: commit → broadcast, acknowledgement
 */
import type { Server } from 'node:http';
import type * as Y from 'yjs';
import type { DocumentId } from '../../shared/ids.ts';
import type { Bus } from '../bus/bus.ts';
import type { Database } from '../db/connect.ts';
import type { AccessChange, Authority } from './authority.ts';
import { createCompactionQueue } from './compaction-queue.ts';
import { createCompactionRounds } from './compaction-rounds.ts';
import { createCounters, type SyncStats } from './counters.ts';
import { createFlusher } from './flusher.ts';
import { createFollowing } from './following.ts';
import { createLiveAccess } from './live-access.ts';
import type { UpdateLog } from './log.ts';
import { createOutbox } from './outbox.ts';
import { createPace } from './pace.ts';
import { createPostgresLog } from './postgres-log.ts';
import { createRemotePresence } from './remote-presence.ts';
import type { Committed } from './room-world.ts';
import { createRooms } from './rooms.ts';
import { createSession } from './session.ts';
import { type Admitted, createDoor } from './upgrade.ts';
import type { Wire } from './wire.ts';
import { connectSession, createWire } from './ws-wire.ts';

export type SyncOptions = {
  readonly db: Database;
  readonly bus: Bus;
  readonly authority: Authority;
  /** Every Origin that pages are served from, exactly: `https://trama.example`. */
  readonly origins: readonly string[];
  /** Told what went wrong inside, for the program's log. */
  readonly report: (error: unknown, doing: string) => void;
};

export type Sync = {
  /** Answers the server's WebSocket upgrades. */
  attach(server: Server): void;
  /** Authorises open sockets anew; call it after the commit that changed access. Resolves when all have their answer. */
  accessChanged(change: AccessChange): Promise<void>;
  /**
   * Called after each commit of a document that is open here, also another node's, with the live Y.Doc: read it before
   * returning. Answers how to stop.
   */
  onCommitted(listener: (event: Committed) => void): () => void;
  /**
   * After an erasure, or to drop a document's history: a new epoch with what stands in it now, less what `change` takes
   * out, and nothing of how it came about. Whoever has it open is closed with 4409, and replicas of before are refused.
   * Answers the new epoch; null when there is no such document.
   */
  rebuild(documentId: DocumentId, change?: (doc: Y.Doc) => void): Promise<number | null>;
  /** After a command that wrote in a document itself (append-to-document.ts): those who have it open are shown it. */
  lookAgain(): Promise<void>;
  stats(): SyncStats;
  /** Commits and acknowledges what came, closes every socket with 1012; ten seconds at most. A second call is harmless. */
  close(): Promise<void>;
};

export function createSync({ db, ...options }: SyncOptions): Sync {
  const sync = createSyncOn({ ...options, log: createPostgresLog(db), now: () => performance.now() });
  const rounds = createCompactionRounds({
    sql: db.sql,
    queue: sync.compactions,
    report: options.report,
  });
  return {
    ...sync,
    async close() {
      await Promise.all([rounds.close(), sync.close()]);
    },
  };
}

/** What `createSync` is made of, for tests with a log, a clock and wires of their own. `now` is in milliseconds. */
export type SyncParts = Omit<SyncOptions, 'db'> & { readonly log: UpdateLog; readonly now: () => number };

export function createSyncOn({ log, bus, authority, origins, report, now }: SyncParts) {
  const counters = createCounters();
  const pace = createPace();
  const outbox = createOutbox(pace.isBusy);
  const listeners = new Set<(event: Committed) => void>();
  const compactions = createCompactionQueue({ log, counters, report });
  const flusher = createFlusher({ log, counters, outbox, pace, report });
  const elsewhere = bus.isLocal ? undefined : createRemotePresence(bus, now);
  const rooms = createRooms({
    log,
    counters,
    now,
    report,
    wake: flusher.wake,
    reauthorise: (session) => live.reauthorise(session),
    compactions,
    onCommitted: tellCommitted,
    onCaughtUp: tellListeners,
    elsewhere,
  });
  const following = createFollowing({ bus, log, rooms, report });
  const live = createLiveAccess({ authority, log, bus, report, sessions: rooms.sessions });

  function tellCommitted(event: Committed, seq: number): void {
    bus.publish({ kind: 'document', documentId: event.documentId, seq });
    tellListeners(event);
  }

  function tellListeners(event: Committed): void {
    for (const listener of listeners) notify(listener, event);
  }

  function notify(listener: (event: Committed) => void, event: Committed): void {
    try {
      listener(event);
    } catch (error) {
      report(error, 'telling of a commit');
    }
  }

  function open(wire: Wire, admitted: Admitted) {
    const session = createSession({ now, counters, ...outbox }, wire, admitted);
    rooms.enter(session, admitted.epoch);
    return session;
  }

  const door = createDoor({
    authority,
    origins,
    counters,
    report,
    changes: live.changes,
    admit(webSocket, socket, admitted, isFresh) {
      const session = open(createWire(webSocket, socket), admitted);
      connectSession(webSocket, session);
      if (!isFresh) void live.reauthorise(session);
    },
  });
  const attached = new Set<Server>();

  return {
    attach(server: Server): void {
      attached.add(server);
      server.on('upgrade', door.knock);
    },
    accessChanged: live.accessChanged,
    onCommitted(listener: (event: Committed) => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async rebuild(documentId: DocumentId, change = (_doc: Y.Doc): void => undefined): Promise<number | null> {
      const rebuilt = await log.rebuild(documentId, change);
      if (rebuilt === null) return null;
      counters.rebuilds++;
      rooms.rebuilt(documentId);
      const { kind, householdId, epoch, headSeq, doc } = rebuilt;
      tellCommitted({ documentId, kind, householdId, doc }, headSeq);
      return epoch;
    },
    lookAgain: following.look,
    stats: (): SyncStats => ({ ...counters.read(), queue: flusher.queue() }),
    async close(): Promise<void> {
      await rooms.close();
      await following.close();
      elsewhere?.close();
      live.close();
      for (const server of attached) server.off('upgrade', door.knock);
      attached.clear();
    },
    /** A session on any wire. */
    open,
    sweep: rooms.sweep,
    compactions,
  } satisfies Sync & Record<string, unknown>;
}
