/** WebSocket bytes by hand: what no client library would send. */
import { connect } from 'node:net';
import type { Random } from './faults-random.ts';

export type Opcode = number;
export const opcodes = { continuation: 0, text: 1, binary: 2, close: 8, ping: 9, pong: 10 } as const;

export type HeaderOptions = {
  readonly isFinal?: boolean;
  readonly opcode?: Opcode;
  /** The three reserved bits, 0 to 7. */
  readonly reserved?: number;
  readonly isMasked?: boolean;
  /** What the header says, when it lies. */
  readonly saidLength?: number;
};

/** One WebSocket frame (RFC 6455 §5.2). The mask is four zeros, which is as good as any and changes nothing. */
export function webSocketFrame(
  payload: Uint8Array,
  {
    isFinal = true,
    opcode = opcodes.binary,
    reserved = 0,
    isMasked = true,
    saidLength = payload.length,
  }: HeaderOptions = {},
): Buffer {
  const first = (isFinal ? 0x80 : 0) | (reserved << 4) | opcode;
  const masked = isMasked ? 0x80 : 0;
  const mask = Buffer.alloc(isMasked ? 4 : 0);
  if (saidLength < 126) return Buffer.concat([Buffer.from([first, masked | saidLength]), mask, payload]);
  if (saidLength < 65_536) {
    const length = [saidLength >>> 8, saidLength & 0xff];
    return Buffer.concat([Buffer.from([first, masked | 126, ...length]), mask, payload]);
  }
  const header = Buffer.alloc(10);
  header[0] = first;
  header[1] = masked | 127;
  header.writeBigUInt64BE(BigInt(saidLength), 2);
  return Buffer.concat([header, mask, payload]);
}

export const closeFrame = webSocketFrame(Buffer.from([0x03, 0xe8]), { opcode: opcodes.close });

type Garbage = (payload: Uint8Array, random: Random) => Buffer[];

/** Each is one way not to speak WebSocket. */
const garbage: Readonly<Record<string, Garbage>> = {
  'an opcode nobody has': (payload, random) => [
    webSocketFrame(payload, { opcode: random.pick([3, 4, 5, 6, 7, 11, 12, 13, 14, 15]) }),
  ],
  'reserved bits': (payload, random) => [webSocketFrame(payload, { reserved: random.between(1, 7) })],
  unmasked: (payload) => [webSocketFrame(payload, { isMasked: false })],
  'a text message': (payload) => [webSocketFrame(payload, { opcode: opcodes.text })],
  'text that is no text': (_payload, random) => [
    webSocketFrame(Buffer.concat([Buffer.from([0xff, 0xfe]), random.bytes(9)]), { opcode: opcodes.text }),
  ],
  'a continuation of nothing': (payload) => [webSocketFrame(payload, { opcode: opcodes.continuation })],
  'a second beginning': (payload) => [
    webSocketFrame(payload, { isFinal: false }),
    webSocketFrame(payload, { isFinal: false }),
  ],
  'a ping in pieces': (payload) => [
    webSocketFrame(payload.slice(0, 20), { isFinal: false, opcode: opcodes.ping }),
  ],
  'a ping too long': (_payload, random) => [webSocketFrame(random.bytes(200), { opcode: opcodes.ping })],
  'pings and pongs': (payload, random) =>
    Array.from({ length: 5 }, () =>
      webSocketFrame(payload.slice(0, 100), { opcode: random.chance(0.5) ? opcodes.ping : opcodes.pong }),
    ),
  'more than a message may hold': (payload) => [webSocketFrame(payload, { saidLength: 1024 * 1024 + 1 })],
  'a length beyond numbers': (payload) => [webSocketFrame(payload, { saidLength: Number.MAX_SAFE_INTEGER })],
  'a close without a code': () => [webSocketFrame(Buffer.from([3]), { opcode: opcodes.close })],
  'a close with an impossible code': (_payload, random) => [
    webSocketFrame(Buffer.from([random.below(256), random.below(256)]), { opcode: opcodes.close }),
  ],
  'half a header': (payload) => [webSocketFrame(payload).subarray(0, 1)],
  'random bytes': (_payload, random) => [Buffer.from(random.bytes(random.between(1, 300)))],
  /** Honest, but cut into many pieces: it must be put together again. */
  'a message in pieces': (payload, random) => {
    const pieces: Buffer[] = [];
    for (let at = 0; at < payload.length; ) {
      const length = random.between(1, 40);
      pieces.push(
        webSocketFrame(payload.subarray(at, at + length), {
          isFinal: at + length >= payload.length,
          opcode: at === 0 ? opcodes.binary : opcodes.continuation,
        }),
      );
      at += length;
    }
    return pieces;
  },
};
const names = Object.keys(garbage);

export function webSocketGarbage(payload: Uint8Array, random: Random): Buffer[] {
  return garbage[random.pick(names)]?.(payload, random) ?? [];
}

/**
 * Opens a socket, says everything in one go and hangs up. Resolves when the server has closed it too; answers whether
 * it had to be cut off because the server didn't within `patienceMs`.
 */
export function throwAt(
  port: number,
  { path, cookie, origin }: { readonly path: string; readonly cookie: string; readonly origin: string },
  frames: readonly Buffer[],
  patienceMs = 10_000,
): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    let wasCut = false;
    // It may still wait for the rest of what looked like the beginning of a frame.
    const hangUp = setTimeout(() => socket.end(), 200);
    const giveUp = setTimeout(() => {
      wasCut = true;
      socket.destroy();
    }, patienceMs);
    socket.on('error', () => undefined); // the server cuts off who doesn't speak WebSocket
    socket.on('data', () => undefined);
    socket.on('end', () => socket.end());
    socket.on('close', () => {
      clearTimeout(hangUp);
      clearTimeout(giveUp);
      resolve(wasCut);
    });
    socket.write(
      `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\n` +
        `Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nOrigin: ${origin}\r\nCookie: ${cookie}\r\n\r\n`,
    );
    socket.write(Buffer.concat([...frames, closeFrame]));
  });
}
