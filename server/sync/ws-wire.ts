/**
 * The wire of a real WebSocket. Frames are written to the raw socket, because they carry their header already and the
 * same bytes go to everybody in a room; nothing else writes messages to it, and there is no compression.
 */
import type { Duplex } from 'node:stream';
import { WebSocket } from 'ws';
import type { Session } from './session.ts';
import type { Wire } from './wire.ts';

/** A page that doesn't answer a close is cut off after this. */
const closeTimeoutMs = 2_000;

export function createWire(webSocket: WebSocket, socket: Duplex): Wire {
  return {
    write(frames) {
      if (webSocket.readyState !== WebSocket.OPEN) return;
      socket.cork();
      for (const frame of frames) socket.write(frame.bytes);
      socket.uncork();
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
