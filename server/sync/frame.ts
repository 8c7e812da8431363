/**
 * Frames of the y-websocket protocol. Outgoing ones carry their WebSocket header in front, so that one buffer is made
 * once and written as it is to every socket of a room.
 */
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { MessageKind } from '../../shared/sync/protocol.ts';

export type Frame = {
  /** Header and payload, as they go over the socket. */
  readonly bytes: Uint8Array;
  /** The protocol message. */
  readonly payload: Uint8Array;
};

const SyncKind = { step1: 0, step2: 1, update: 2 } as const;

export const step1Frame = (stateVector: Uint8Array): Frame =>
  toFrame((encoder) => writeSync(encoder, SyncKind.step1, stateVector));

export const step2Frame = (update: Uint8Array): Frame =>
  toFrame((encoder) => writeSync(encoder, SyncKind.step2, update));

export const updateFrame = (update: Uint8Array): Frame =>
  toFrame((encoder) => writeSync(encoder, SyncKind.update, update));

/** How many of a connection's update frames are committed. */
export const ackFrame = (count: number): Frame =>
  toFrame((encoder) => {
    encoding.writeVarUint(encoder, MessageKind.ack);
    encoding.writeVarUint(encoder, count);
  });

export type PresenceEntry = {
  readonly clientId: number;
  readonly clock: number;
  /** JSON; `null` is who left. */
  readonly state: string;
};

export const presenceFrame = (entries: readonly PresenceEntry[]): Frame =>
  toFrame((encoder) => {
    const states = encoding.createEncoder();
    encoding.writeVarUint(states, entries.length);
    for (const { clientId, clock, state } of entries) {
      encoding.writeVarUint(states, clientId);
      encoding.writeVarUint(states, clock);
      encoding.writeVarString(states, state);
    }
    encoding.writeVarUint(encoder, MessageKind.awareness);
    encoding.writeVarUint8Array(encoder, encoding.toUint8Array(states));
  });

/** A data frame that says nothing: pings don't count for a page that waits for life signs. */
export const keepAliveFrame: Frame = presenceFrame([]);

export type Message =
  | { readonly kind: 'step1'; readonly stateVector: Uint8Array }
  | { readonly kind: 'step2' | 'update'; readonly update: Uint8Array }
  | { readonly kind: 'presence'; readonly states: Uint8Array }
  | { readonly kind: 'presence-asked' };

/** Undefined when the frame isn't the protocol. The message's bytes are a view into the frame's. */
export function readMessage(frame: Uint8Array): Message | undefined {
  try {
    const decoder = decoding.createDecoder(frame);
    const kind = decoding.readVarUint(decoder);
    if (kind === MessageKind.sync) return readSync(decoder);
    if (kind === MessageKind.awareness) {
      return { kind: 'presence', states: decoding.readVarUint8Array(decoder) };
    }
    return kind === MessageKind.queryAwareness ? { kind: 'presence-asked' } : undefined;
  } catch {
    return undefined; // lib0 throws when a frame ends too early: it isn't the protocol
  }
}

function readSync(decoder: decoding.Decoder): Message | undefined {
  const kind = decoding.readVarUint(decoder);
  const bytes = decoding.readVarUint8Array(decoder);
  if (kind === SyncKind.step1) return { kind: 'step1', stateVector: bytes };
  if (kind === SyncKind.step2) return { kind: 'step2', update: bytes };
  return kind === SyncKind.update ? { kind: 'update', update: bytes } : undefined;
}

/** One awareness entry of a client id in an awareness update; the others' JSON isn't even looked at. */
export function findPresence(
  states: Uint8Array,
  isOwn: (clientId: number) => boolean,
): PresenceEntry | undefined {
  const decoder = decoding.createDecoder(states);
  const count = decoding.readVarUint(decoder);
  for (let i = 0; i < count; i++) {
    const clientId = decoding.readVarUint(decoder);
    const clock = decoding.readVarUint(decoder);
    if (isOwn(clientId)) return { clientId, clock, state: decoding.readVarString(decoder) };
    const length = decoding.readVarUint(decoder);
    decoder.pos += length;
  }
  return undefined;
}

function writeSync(encoder: encoding.Encoder, kind: number, bytes: Uint8Array): void {
  encoding.writeVarUint(encoder, MessageKind.sync);
  encoding.writeVarUint(encoder, kind);
  encoding.writeVarUint8Array(encoder, bytes);
}

function toFrame(write: (encoder: encoding.Encoder) => void): Frame {
  const encoder = encoding.createEncoder();
  write(encoder);
  const length = encoding.length(encoder);
  const header = headerOf(length);
  const bytes = Buffer.allocUnsafe(header.length + length);
  header.copy(bytes);
  bytes.set(encoding.toUint8Array(encoder), header.length);
  return { bytes, payload: bytes.subarray(header.length) };
}

/** A whole binary message from a server, unmasked (RFC 6455 §5.2). */
function headerOf(length: number): Buffer {
  const finalBinary = 0x82;
  if (length < 126) return Buffer.from([finalBinary, length]);
  if (length < 65_536) return Buffer.from([finalBinary, 126, length >>> 8, length & 0xff]);
  const header = Buffer.alloc(10);
  header[0] = finalBinary;
  header[1] = 127;
  header.writeBigUInt64BE(BigInt(length), 2);
  return header;
}
