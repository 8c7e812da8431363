/** Reading lib0's variable integers in place: no decoder object for each of some 100,000 messages a second. */

export type Cursor = { bytes: Uint8Array; at: number };

export function readVarUint(cursor: Cursor): number {
  let number = 0;
  let scale = 1;
  for (;;) {
    const byte = cursor.bytes[cursor.at++];
    if (byte === undefined) throw new Error('a message that ends too early');
    number += (byte & 127) * scale;
    if (byte < 128) return number;
    scale *= 128;
  }
}

/** Skips a text or bytes with their length in front. */
export function skipVarBytes(cursor: Cursor): void {
  const length = readVarUint(cursor);
  cursor.at += length;
}

/** Writes at `at` and answers where it ends. */
export function writeVarUint(bytes: Uint8Array, at: number, number: number): number {
  let [left, end] = [number, at];
  while (left > 127) {
    bytes[end++] = (left & 127) | 128;
    left = Math.floor(left / 128);
  }
  bytes[end++] = left;
  return end;
}
