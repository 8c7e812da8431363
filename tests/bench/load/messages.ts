/** The y-websocket protocol as the load generator speaks it. Hocuspocus puts the document's name before each message. */
import { type Cursor, readVarUint, writeVarUint } from './cursor.ts';

export const kind = { sync: 0, awareness: 1, auth: 2, ack: 4 } as const;
export const step = { one: 0, two: 1, update: 2 } as const;

export type Messages = {
  /** Sync step 1, step 2 or an update. */
  sync(step: number, payload: Uint8Array): Uint8Array;
  awareness(states: Uint8Array): Uint8Array;
};

export function createMessages(prefix: Uint8Array): Messages {
  const build = (payload: Uint8Array, ...head: number[]): Uint8Array => {
    const bytes = new Uint8Array(prefix.length + head.length + 5 + payload.length);
    bytes.set(prefix);
    bytes.set(head, prefix.length);
    const start = writeVarUint(bytes, prefix.length + head.length, payload.length);
    bytes.set(payload, start);
    return bytes.subarray(0, start + payload.length);
  };
  return {
    sync: (which, payload) => build(payload, kind.sync, which),
    awareness: (states) => build(states, kind.awareness),
  };
}

/** What a server said; `cursor` stands behind the message's numbers, at the payload's length where it has one. */
export type Heard = { kind: number; step: number };

/** Reads a message's numbers into `heard`. */
export function readKind(cursor: Cursor, prefixLength: number, heard: Heard): void {
  cursor.at += prefixLength;
  heard.kind = readVarUint(cursor);
  heard.step = heard.kind === kind.sync ? readVarUint(cursor) : 0;
}

export const emptyStateVector = new Uint8Array([0]);
/** No structs and no deletions. */
export const emptyUpdate = new Uint8Array([0, 0]);
