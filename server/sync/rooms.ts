/** The rooms of this node: found by document, forgotten when idle, emptied on shutdown. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { DocumentId } from '../../shared/ids.ts';
import { CloseCode } from '../../shared/sync/protocol.ts';
import { createRoom, type Room, type RoomWorld } from './room.ts';
import type { Session } from './session.ts';

const idleMs = 30_000;
const sweepMs = 5_000;
const shutdownMs = 10_000;
/** Rows behind a snapshot after which the log is compacted, when the room is left and while it is busy. */
const rowsWhenLeft = 500;
const rowsWhileOpen = 5_000;

export type Rooms = {
  /** Lets the session in; `epoch` is that of the replica it brings. */
  enter(session: Session, epoch: number | undefined): void;
  /** Every open session. */
  readonly sessions: ReadonlySet<Session>;
  /** Looks after quiet connections, idle rooms and long logs; runs by itself every few seconds. */
  sweep(): Promise<void>;
  /** Takes no more frames, commits what came, acknowledges, closes with 1012; ten seconds at most. */
  close(): Promise<void>;
};

export function createRooms(world: Omit<RoomWorld, 'onClosed'>): Rooms {
  const roomById = new Map<DocumentId, Room>();
  const sessions = new Set<Session>();
  let compacting: Promise<void> = Promise.resolve();
  let closing: Promise<void> | undefined;

  const onClosed = (room: Room): void => {
    if (roomById.get(room.documentId) === room) roomById.delete(room.documentId);
  };

  function find(documentId: DocumentId): Room {
    const found = roomById.get(documentId);
    if (found !== undefined) return found;
    const room = createRoom({ ...world, onClosed }, documentId);
    roomById.set(documentId, room);
    return room;
  }

  /** One at a time: rebuilding a long document takes a while of the only thread. */
  function compact(room: Room): void {
    room.compacted();
    compacting = compacting
      .then(() => world.log.compact(room.documentId))
      .then(() => void world.counters.compactions++)
      .catch((error: unknown) => world.report(error, 'compacting'));
  }

  async function sweep(): Promise<void> {
    for (const session of sessions) {
      if (session.isClosed()) sessions.delete(session);
      else session.tend(sweepMs);
    }
    for (const room of [...roomById.values()]) {
      const isIdle = room.isIdleFor(idleMs);
      if (room.rowsSinceSnapshot() > (isIdle ? rowsWhenLeft : rowsWhileOpen)) compact(room);
      if (isIdle) room.close(CloseCode.restart, 'idle');
    }
    await compacting;
  }

  const sweeping = setInterval(() => void sweep(), sweepMs).unref();

  async function shutDown(): Promise<void> {
    clearInterval(sweeping);
    const deadline = performance.now() + shutdownMs;
    for (const room of [...roomById.values()]) room.drain();
    for (const room of roomById.values()) if (!room.isSettled()) world.wake(room);
    while ([...roomById.values()].some((room) => !room.isSettled()) && performance.now() < deadline)
      await sleep(5);
    for (const room of [...roomById.values()]) room.close(CloseCode.restart, 'restart');
    await compacting;
  }

  return {
    sessions,
    sweep,
    enter(session, epoch) {
      if (closing !== undefined) {
        session.close(CloseCode.restart, 'restart');
        return;
      }
      sessions.add(session);
      find(session.documentId).join(session, epoch);
    },
    close() {
      closing ??= shutDown();
      return closing;
    },
  };
}
