/**
 * Many updates in one run of bytes, each behind its length (four bytes, the highest first): what `int4send` writes in
 * Postgres. A log of 100,000 rows then crosses the connection as one value, and the border of a thread without a copy.
 */

/** The updates, as views into `packed`. Throws a RangeError when it ends too early. */
export function unpack(packed: Uint8Array): Uint8Array[] {
  const view = new DataView(packed.buffer, packed.byteOffset, packed.byteLength);
  const updates: Uint8Array[] = [];
  for (let at = 0; at < packed.length; ) {
    const start = at + 4;
    const end = start + view.getUint32(at);
    if (end > packed.length) throw new RangeError('packed updates end too early');
    updates.push(packed.subarray(start, end));
    at = end;
  }
  return updates;
}

/** The same run of bytes from updates. */
export function pack(updates: readonly Uint8Array[]): Uint8Array {
  const packed = new Uint8Array(updates.reduce((sum, { length }) => sum + 4 + length, 0));
  const view = new DataView(packed.buffer);
  let at = 0;
  for (const update of updates) {
    view.setUint32(at, update.length);
    packed.set(update, at + 4);
    at += 4 + update.length;
  }
  return packed;
}
