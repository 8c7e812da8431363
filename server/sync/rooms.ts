/** The rooms of this node: found by document, forgotten when idle, emptied on shutdown. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { DocumentId } from '../../shared/ids.ts';
import { CloseCode } from '../../shared/sync/protocol.ts';
import type { CompactionQueue } from './compaction-queue.ts';
import { shortTail } from './compaction-rounds.ts';
import { createRoom, type Room } from './room.ts';
import type { RoomWorld } from './room-world.ts';
import type { Session } from './session.ts';

const idleMs = 30_000;
const sweepMs = 5_000;
const shutdownMs = 10_000;
/** A document that is only read for so long is kept as bytes alone. */
const restMs = 30_000;
/** A room that is left so long is compacted, so that the next cold open is a copy of bytes. */
const leftMs = 5_000;
/** Rows behind a snapshot after which a room is compacted though people write in it: after a crash they are merged at the open. */
const rowsWhileOpen = 2_000;
/** Of a shutdown, for compacting: whoever comes back after it opens cold. */
const lastCompactionsMs = 1_500;

export type Rooms = {
  /** Lets the session in; `epoch` is that of the replica it brings. */
  enter(session: Session, epoch: number | undefined): void;
  /** The document has a new epoch: whoever is in it must drop their replica. */
  rebuilt(documentId: DocumentId): void;
  /** Another node says that the document's log reached this seq. */
  heard(documentId: DocumentId, seq: number): void;
  /** Of the rooms in memory. */
  documentIds(): DocumentId[];
  /** Every open session. */
  readonly sessions: ReadonlySet<Session>;
  /** Looks after quiet connections, idle rooms and long logs; runs by itself every few seconds. */
  sweep(): Promise<void>;
  /** Takes no more frames, commits what came, acknowledges, closes with 1012; ten seconds at most. */
  close(): Promise<void>;
};

export type RoomsWorld = Omit<RoomWorld, 'onClosed'> & { readonly compactions: CompactionQueue };

export function createRooms(world: RoomsWorld): Rooms {
  const roomById = new Map<DocumentId, Room>();
  const sessions = new Set<Session>();
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

  function compactBeyond(rows: number, room: Room): void {
    if (room.rowsSinceSnapshot() <= rows) return;
    room.compacted();
    world.compactions.add(room.documentId);
  }

  async function sweep(): Promise<void> {
    for (const session of sessions) {
      if (session.isClosed()) sessions.delete(session);
      else session.tend(sweepMs);
    }
    for (const room of [...roomById.values()]) {
      compactBeyond(room.isIdleFor(leftMs) ? shortTail : rowsWhileOpen, room);
      if (room.isIdleFor(idleMs)) room.close(CloseCode.restart, 'idle');
      else room.restAfter(restMs);
    }
    await world.compactions.settled();
  }

  const sweeping = setInterval(() => void sweep(), sweepMs).unref();

  async function shutDown(): Promise<void> {
    clearInterval(sweeping);
    const deadline = performance.now() + shutdownMs;
    for (const room of [...roomById.values()]) room.drain();
    for (const room of roomById.values()) if (!room.isSettled()) world.wake(room);
    while ([...roomById.values()].some((room) => !room.isSettled()) && performance.now() < deadline)
      await sleep(5);
    const longest = [...roomById.values()].sort((a, b) => b.rowsSinceSnapshot() - a.rowsSinceSnapshot());
    for (const room of longest) {
      compactBeyond(shortTail, room);
      room.close(CloseCode.restart, 'restart');
    }
    await world.compactions.close(lastCompactionsMs);
  }

  return {
    sessions,
    sweep,
    heard: (documentId, seq) => roomById.get(documentId)?.heard(seq),
    documentIds: () => [...roomById.keys()],
    rebuilt: (documentId) => roomById.get(documentId)?.close(CloseCode.oldEpoch, 'old-epoch'),
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
