/**
 * The bytes of an outgoing frame: a WebSocket header (RFC 6455 §5.2: final, binary, unmasked) and the message, laid out
 * in one buffer of the right size. Thousands are made a second, so nothing is gathered and copied on the way.
 */

export type Frame = {
  /** Header and payload, as they go over the socket. */
  readonly bytes: Uint8Array;
  /** The protocol message. */
  readonly payload: Uint8Array;
};

/** Something of known length, and how it is written from a place on; `write` answers where it ends. */
export type Part = { readonly length: number; write(into: Buffer, at: number): number };

export function toFrame(parts: readonly Part[]): Frame {
  let length = 0;
  for (const part of parts) length += part.length;
  const headerLength = length < 126 ? 2 : length < 65_536 ? 4 : 10;
  const bytes = Buffer.allocUnsafe(headerLength + length);
  writeHeader(bytes, length);
  let at = headerLength;
  for (const part of parts) at = part.write(bytes, at);
  return { bytes, payload: bytes.subarray(headerLength) };
}

function writeHeader(into: Buffer, length: number): void {
  const finalBinary = 0x82;
  into[0] = finalBinary;
  if (length < 126) into[1] = length;
  else if (length < 65_536) {
    into[1] = 126;
    into.writeUInt16BE(length, 2);
  } else {
    into[1] = 127;
    into.writeBigUInt64BE(BigInt(length), 2);
  }
}

/** lib0's varuint: seven bits a byte, the lowest first. For integers up to 2 ** 53. */
export function varUint(value: number): Part {
  let length = 1;
  for (let rest = value; rest >= 0x80; rest = Math.floor(rest / 0x80)) length++;
  return {
    length,
    write(into, at) {
      let rest = value;
      let end = at;
      for (; rest >= 0x80; rest = Math.floor(rest / 0x80)) into[end++] = 0x80 | (rest % 0x80);
      into[end++] = rest;
      return end;
    },
  };
}

export const raw = (bytes: Uint8Array): Part => ({
  length: bytes.length,
  write(into, at) {
    into.set(bytes, at);
    return at + bytes.length;
  },
});

export function text(value: string): Part {
  const length = Buffer.byteLength(value);
  return { length, write: (into, at) => at + into.write(value, at, length) };
}

/** The parts with how long they are together in front. */
export function sized(parts: readonly Part[]): Part[] {
  let length = 0;
  for (const part of parts) length += part.length;
  return [varUint(length), ...parts];
}
