/**
 * Sync's public face: shared documents over WebSockets, where seen is saved.
 *
 *   upgrade → session → room (gate → staged document) → flusher → log: commit → broadcast, acknowledgement
 */
import type { Server } from 'node:http';
import type { Bus } from '../bus/bus.ts';
import type { Database } from '../db/connect.ts';
import type { AccessChange, Authority } from './authority.ts';
import { createCounters, type SyncStats } from './counters.ts';
import { createFlusher } from './flusher.ts';
import { createLiveAccess } from './live-access.ts';
import type { UpdateLog } from './log.ts';
import { createOutbox } from './outbox.ts';
import { createPostgresLog } from './postgres-log.ts';
import type { Committed } from './room.ts';
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
  /** Called after each commit of a document, with the live Y.Doc: read it before returning. Answers how to stop. */
  onCommitted(listener: (event: Committed) => void): () => void;
  stats(): SyncStats;
  /** Commits and acknowledges what came, closes every socket with 1012; ten seconds at most. A second call is harmless. */
  close(): Promise<void>;
};

export function createSync({ db, ...options }: SyncOptions): Sync {
  return createSyncOn({ ...options, log: createPostgresLog(db), now: () => performance.now() });
}

/** What `createSync` is made of, for tests with a log, a clock and wires of their own. `now` is in milliseconds. */
export type SyncParts = Omit<SyncOptions, 'db'> & { readonly log: UpdateLog; readonly now: () => number };

export function createSyncOn({ log, bus, authority, origins, report, now }: SyncParts) {
  const counters = createCounters();
  const outbox = createOutbox();
  const listeners = new Set<(event: Committed) => void>();
  const flusher = createFlusher({ log, counters, outbox, report });
  const rooms = createRooms({
    log,
    counters,
    now,
    report,
    wake: flusher.wake,
    reauthorise: (session) => live.reauthorise(session),
    onCommitted(event, seq) {
      bus.publish({ kind: 'document', documentId: event.documentId, seq });
      for (const listener of listeners) notify(listener, event);
    },
  });
  const live = createLiveAccess({ authority, log, bus, report, sessions: rooms.sessions });

  function notify(listener: (event: Committed) => void, event: Committed): void {
    try {
      listener(event);
    } catch (error) {
      report(error, 'telling of a commit');
    }
  }

  function open(wire: Wire, admitted: Admitted) {
    const session = createSession({ now, counters, flushSoon: outbox.flushSoon }, wire, admitted);
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
    stats: (): SyncStats => counters.read(),
    async close(): Promise<void> {
      await rooms.close();
      live.close();
      for (const server of attached) server.off('upgrade', door.knock);
      attached.clear();
    },
    /** A session on any wire. */
    open,
    sweep: rooms.sweep,
  } satisfies Sync & Record<string, unknown>;
}
