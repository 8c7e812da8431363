/** One page that opens one document: how long until everything is there, what of it is there, and filling it. */
import * as Y from 'yjs';
import type { Filling } from '../servers/server.ts';
import { type Cursor, readVarUint } from './cursor.ts';
import type { LongDocument } from './long-document.ts';
import {
  createMessages,
  emptyStateVector,
  emptyUpdate,
  type Heard,
  kind,
  readKind,
  step,
} from './messages.ts';
import type { Seat } from './plan.ts';
import { openSocket } from './socket.ts';

/** Clocks by Yjs client id. */
export type Clocks = ReadonlyMap<number, number>;

export type Visit = {
  /** From connect until everything wanted had arrived, milliseconds; undefined if it hadn't in time. */
  readonly ms: number | undefined;
  /** How much of each writer is there. */
  readonly clocks: Clocks;
  /** Of sync payloads. */
  readonly bytes: number;
};

export type Visitor = Visit & { leave(): void };

/**
 * Opens the document with nothing in hand. It is open when everything `wanted` has arrived, in a step 2 or after it: one
 * of the servers answers with an empty step 2 while it is still loading. Resolves after `withinMs` at the latest.
 */
export function visit(port: number, seat: Seat, wanted: Clocks, withinMs = 60_000): Promise<Visitor> {
  const prefix = Buffer.from(seat.prefix, 'base64');
  const speak = createMessages(prefix);
  const clocks = new Map<number, number>();
  const heard: Heard = { kind: 0, step: 0 };
  let bytesHeard = 0;
  return new Promise((resolve, reject) => {
    const began = performance.now();
    const answer = (ms: number | undefined): void => {
      clearTimeout(givingUp);
      resolve({ ms, clocks, bytes: bytesHeard, leave: socket.cut });
    };
    const givingUp = setTimeout(() => answer(undefined), withinMs);
    const socket = openSocket(
      { port, path: seat.path, headers: seat.headers },
      {
        opened() {
          for (const message of seat.hello) socket.send(Buffer.from(message, 'base64'));
          socket.send(speak.sync(step.one, emptyStateVector));
        },
        message(bytes, from) {
          const now = performance.now();
          const cursor: Cursor = { bytes, at: from };
          readKind(cursor, prefix.length, heard);
          if (heard.kind !== kind.sync) return;
          const length = readVarUint(cursor);
          if (heard.step === step.one) return socket.send(speak.sync(step.two, emptyUpdate));
          bytesHeard += length;
          take(Y.parseUpdateMeta(bytes.slice(cursor.at, cursor.at + length)));
          if ([...wanted].every(([client, clock]) => (clocks.get(client) ?? 0) >= clock)) answer(now - began);
        },
        closed: (code) => reject(new Error(`closed with ${code} while it opened`)),
      },
    );
  });

  function take({ from, to }: ReturnType<typeof Y.parseUpdateMeta>): void {
    for (const [client, end] of to) {
      const known = clocks.get(client) ?? 0;
      if ((from.get(client) ?? 0) <= known) clocks.set(client, Math.max(known, end));
    }
  }
}

/** Types the long document into an empty one, as fast as the server takes it. Resolves when another page has all of it. */
export async function fill(
  port: number,
  seat: Seat,
  { updates, clientId, clock }: LongDocument,
  { editsPerFrame, waitsForAck }: Filling,
): Promise<void> {
  const writer = await visit(port, seat, new Map());
  writer.leave();
  const prefix = Buffer.from(seat.prefix, 'base64');
  const speak = createMessages(prefix);
  const { promise: opened, resolve } = Promise.withResolvers<void>();
  let failed: Error | undefined;
  let acked = 0;
  let onAck: () => void = () => undefined;
  const socket = openSocket(
    { port, path: seat.path, headers: seat.headers },
    {
      opened: resolve,
      message(bytes, from) {
        if (!waitsForAck || bytes[from] !== kind.ack) return;
        acked = readVarUint({ bytes, at: from + 1 });
        onAck();
      },
      closed(code) {
        failed = new Error(`closed with ${code} while it was written`);
        onAck();
      },
    },
  );
  await opened;
  for (const message of seat.hello) socket.send(Buffer.from(message, 'base64'));
  socket.send(speak.sync(step.one, emptyStateVector));
  const most = 4000;
  for (let at = 0; at < updates.length && failed === undefined; at += editsPerFrame) {
    const some = updates.slice(at, at + editsPerFrame);
    const [first] = some;
    if (first === undefined) break;
    socket.send(speak.sync(step.update, some.length === 1 ? first : Y.mergeUpdates(some)));
    const sent = at / editsPerFrame + 1;
    if (waitsForAck) await acknowledged(sent);
    else if (sent % most === 0) await socket.drained();
  }
  await seenByAnother();
  socket.cut();
  if (failed !== undefined) throw failed;

  async function acknowledged(frames: number): Promise<void> {
    while (acked < frames && failed === undefined) {
      await new Promise<void>((resolve) => {
        onAck = resolve;
      });
    }
  }

  async function seenByAnother(): Promise<void> {
    const wanted = new Map([[clientId, clock]]);
    for (let tries = 0; failed === undefined; tries++) {
      const reader = await visit(port, seat, wanted, 10_000);
      reader.leave();
      if (reader.ms !== undefined) break;
      if (tries === 10) throw new Error('the server did not take the document in time');
    }
  }
}
