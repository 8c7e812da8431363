/**
 * The wire of a real WebSocket. Frames are written to the raw socket, because they carry their header already and the
 * same bytes go to everybody in a room; nothing else writes messages to it, and there is no compression.
 */
import type { Duplex } from 'node:stream';
import { WebSocket } from 'ws';
import type { Frame } from './frame-bytes.ts';
import type { Session } from './session.ts';
import type { Wire } from './wire.ts';

/** A page that doesn't answer a close is cut off after this. */
const closeTimeoutMs = 2_000;

export function createWire(webSocket: WebSocket, socket: Duplex): Wire {
  return {
    write(frames) {
      if (webSocket.readyState !== WebSocket.OPEN) return;
      if (frames.every(({ bytes }) => bytes.length <= mostBytesJoined)) socket.write(joined(frames));
      else {
        socket.cork();
        for (const { bytes } of frames) socket.write(bytes);
        socket.uncork();
      }
    },
    unsentBytes: () => socket.writableLength,
    pause: () => webSocket.pause(),
    resume: () => webSocket.resume(),
    ping: () => {
      if (webSocket.readyState === WebSocket.OPEN) webSocket.ping();
    },
    close(code, reason) {
      closeInTime(webSocket, code, reason);
    },
    terminate: () => webSocket.terminate(),
  };
}

type Joined = { readonly frames: readonly Frame[]; readonly bytes: Uint8Array };
/** What was joined last behind a frame: everybody in a room is sent the same frames one after another. */
const lastJoined = new WeakMap<Frame, Joined>();
/** Longer ones are not worth copying. */
const mostBytesJoined = 16 * 1024;

/** One buffer: a write of several costs the kernel and Node half as much again. */
function joined(frames: readonly Frame[]): Uint8Array {
  const [first] = frames;
  if (first === undefined) return new Uint8Array();
  if (frames.length === 1) return first.bytes;
  const known = lastJoined.get(first);
  if (known?.frames.length === frames.length && known.frames.every((frame, index) => frame === frames[index]))
    return known.bytes;
  const bytes = Buffer.concat(frames.map((frame) => frame.bytes));
  lastJoined.set(first, { frames: [...frames], bytes });
  return bytes;
}

/** Closes, and cuts off a peer that doesn't answer. */
export function closeInTime(webSocket: WebSocket, code: number, reason: string): void {
  if (webSocket.readyState === WebSocket.CLOSED) return;
  webSocket.resume(); // a paused one would never read the answer
  webSocket.close(code, reason);
  const giveUp = setTimeout(() => webSocket.terminate(), closeTimeoutMs).unref();
  webSocket.once('close', () => clearTimeout(giveUp));
}

/** Everything the socket says goes to the session. */
export function connectSession(webSocket: WebSocket, session: Session): void {
  webSocket.on('message', (data, isBinary) => {
    // `nodebuffer` is ws's default: a message is one Buffer.
    if (Buffer.isBuffer(data)) session.receive(data, isBinary);
  });
  webSocket.on('pong', () => session.heard());
  webSocket.on('error', () => undefined); // a broken frame or connection; `close` follows
  webSocket.on('close', () => session.ended());
}
