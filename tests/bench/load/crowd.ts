/** Everybody in every room of a plan: connected, synced, typing and moving; what arrives goes to two tallies. */
import * as Y from 'yjs';
import type { Cursor } from './cursor.ts';
import { readVarUint } from './cursor.ts';
import { clocksBefore, firstUpdate, keystroke, readClocks } from './edits.ts';
import {
  createMessages,
  emptyStateVector,
  emptyUpdate,
  type Heard,
  kind,
  readKind,
  step,
} from './messages.ts';
import { move, readMoves } from './moves.ts';
import type { Joined, Plan } from './plan.ts';
import { openSocket, type Socket } from './socket.ts';
import { createTally, type Window } from './tally.ts';

/** So many handshakes are under way at once while a crowd gathers. */
const mostAtOnce = 50;

export type Crowd = ReturnType<typeof createCrowd>;

export function createCrowd(plan: Plan) {
  const { seats, roomSize, firstClientId } = plan;
  const window: Window = { from: Number.POSITIVE_INFINITY, to: Number.POSITIVE_INFINITY };
  const edits = createTally(seats.length, roomSize, clocksBefore, window);
  // An Awareness ignores clock 0 of somebody it doesn't know.
  const moves = createTally(seats.length, roomSize, 1, window);
  const closed: Record<string, number> = {};
  let messages = 0;
  const members = seats.map((_, index) => createMember(index));

  function createMember(index: number) {
    const seat = seats[index];
    if (seat === undefined) throw new Error('a seat is missing');
    const prefix = Buffer.from(seat.prefix, 'base64');
    const speak = createMessages(prefix);
    const cursor: Cursor = { bytes: prefix, at: 0 };
    const heard: Heard = { kind: 0, step: 0 };
    const clientId = firstClientId + index;
    let socket: Socket | undefined;
    let onSynced: (() => void) | undefined;
    let stateVector: Uint8Array = emptyStateVector;
    let hasWritten = false;

    const hearClocks = (writer: number, clock: number, end: number): void => {
      const from = writer - firstClientId;
      if (isHere(from)) edits.arrived(index, from, clock, end, performance.now());
    };
    const hearMove = (mover: number, clock: number): void => {
      const from = mover - firstClientId;
      if (isHere(from)) moves.arrived(index, from, 0, clock + 1, performance.now());
    };
    /** Content of earlier plans doesn't count. */
    const isHere = (from: number): boolean => from >= 0 && from < seats.length;

    function hear(bytes: Uint8Array, from: number, to: number): void {
      if (performance.now() >= window.from) messages++;
      cursor.bytes = bytes;
      cursor.at = from;
      readKind(cursor, prefix.length, heard);
      if (heard.kind === kind.awareness) {
        readVarUint(cursor);
        readMoves(cursor, hearMove);
      } else if (heard.kind === kind.sync) {
        const length = readVarUint(cursor);
        if (heard.step === step.one) socket?.send(speak.sync(step.two, emptyUpdate));
        else if (heard.step === step.update) readClocks(cursor, hearClocks);
        else synced(bytes.subarray(to - length, to));
      }
    }

    function synced(update: Uint8Array): void {
      if (onSynced === undefined) return;
      onSynced();
      onSynced = undefined;
      if (!plan.writes) {
        if (plan.returns && stateVector === emptyStateVector)
          stateVector = Y.encodeStateVectorFromUpdate(update);
        return;
      }
      for (const [writer, end] of Y.parseUpdateMeta(update).to) hearClocks(writer, 0, end);
      if (hasWritten) return;
      hasWritten = true;
      socket?.send(speak.sync(step.update, firstUpdate(clientId)));
    }

    return {
      /** Resolves when step 2 has come. */
      join(): Promise<void> {
        return new Promise((resolve, reject) => {
          onSynced = resolve;
          socket = openSocket(
            { port: plan.port, path: seat.path, headers: seat.headers },
            {
              opened() {
                for (const message of seat.hello) socket?.send(Buffer.from(message, 'base64'));
                socket?.send(speak.sync(step.one, stateVector));
              },
              message: hear,
              closed(code) {
                closed[code] = (closed[code] ?? 0) + 1;
                if (onSynced !== undefined) reject(new Error(`closed with ${code} before it was synced`));
              },
            },
          );
        });
      },
      type: () => socket?.send(speak.sync(step.update, keystroke(clientId, edits.sent(index)))),
      move: () =>
        socket?.send(speak.awareness(move(clientId, moves.sent(index), edits.nextClock(index) - 1))),
      leave(): void {
        socket?.cut();
        socket = undefined;
      },
    };
  }

  return {
    plan,
    members,
    edits,
    moves,
    window,
    closed,
    messages: () => messages,
    /** Opens every seat, `mostAtOnce` at a time or all `together`, and waits until all are synced. */
    async join({ together = false } = {}): Promise<Joined> {
      const began = performance.now();
      const waiting = members.values();
      const worker = async (): Promise<void> => {
        for (const member of waiting) await member.join();
      };
      await Promise.all(Array.from({ length: together ? seats.length : mostAtOnce }, worker));
      return { ms: performance.now() - began };
    },
    /** Whether everybody has everybody else's paragraph. */
    isAcquainted(): boolean {
      for (let at = 0; at < seats.length; at++) {
        const room = at - (at % roomSize);
        for (let from = room; from < room + roomSize; from++)
          if (from !== at && edits.seenOf(at, from) < clocksBefore) return false;
      }
      return true;
    },
    leave(): void {
      for (const member of members) member.leave();
    },
  };
}
