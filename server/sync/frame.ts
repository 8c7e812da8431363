/**
 * Frames of the y-websocket protocol. Outgoing ones carry their WebSocket header in front, so that one buffer is made
 * once and written as it is to every socket of a room.
 */
import * as decoding from 'lib0/decoding';
import { MessageKind } from '../../shared/sync/protocol.ts';
import { type Frame, raw, sized, text, toFrame, varUint } from './frame-bytes.ts';

export type { Frame } from './frame-bytes.ts';

const SyncKind = { step1: 0, step2: 1, update: 2 } as const;

export const step1Frame = (stateVector: Uint8Array): Frame => syncFrame(SyncKind.step1, stateVector);

export const step2Frame = (update: Uint8Array): Frame => syncFrame(SyncKind.step2, update);

export const updateFrame = (update: Uint8Array): Frame => syncFrame(SyncKind.update, update);

const syncFrame = (kind: number, bytes: Uint8Array): Frame =>
  toFrame([varUint(MessageKind.sync), varUint(kind), ...sized([raw(bytes)])]);

/** Which epoch the page is about to get. */
export const epochFrame = (epoch: number): Frame => toFrame([varUint(MessageKind.epoch), varUint(epoch)]);

/** How many of a connection's update frames are committed. */
export const ackFrame = (count: number): Frame => toFrame([varUint(MessageKind.ack), varUint(count)]);

export type PresenceEntry = {
  readonly clientId: number;
  readonly clock: number;
  /** JSON; `null` is who left. */
  readonly state: string;
};

export const presenceFrame = (entries: readonly PresenceEntry[]): Frame => {
  const states = entries.flatMap(({ clientId, clock, state }) => [
    varUint(clientId),
    varUint(clock),
    ...sized([text(state)]),
  ]);
  return toFrame([varUint(MessageKind.awareness), ...sized([varUint(entries.length), ...states])]);
};

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

/** What a frame of ours tells about presence. */
export function readPresence({ payload }: Frame): PresenceEntry[] {
  const decoder = decoding.createDecoder(payload);
  decoding.readVarUint(decoder);
  const states = decoding.createDecoder(decoding.readVarUint8Array(decoder));
  return Array.from({ length: decoding.readVarUint(states) }, () => ({
    clientId: decoding.readVarUint(states),
    clock: decoding.readVarUint(states),
    state: decoding.readVarString(states),
  }));
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
