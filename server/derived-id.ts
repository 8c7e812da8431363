/** Ids that follow from something else: the same parts give the same id, so what is made of them is made once. */
import { createHash } from 'node:crypto';
import type { z } from 'zod';

/** A UUID version 8 (RFC 9562 §5.8) of the SHA-256 of these parts. The schema that parses it decides its brand. */
export function derivedId<S extends z.ZodType<string>>(schema: S, ...parts: readonly string[]): z.output<S> {
  const bytes = createHash('sha256').update(JSON.stringify(parts)).digest().subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString('hex');
  return schema.parse(
    `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`,
  );
}
