/** What opens something for whoever holds it: random, told once, stored as its hash. */
import { createHash, randomBytes } from 'node:crypto';

/** 32 random bytes unless told otherwise, as an address can carry them. */
export const newToken = (bytes = 32): string => randomBytes(bytes).toString('base64url');

/** What is stored. A token is random, so a plain hash can't be turned back. */
export const hashOfToken = (token: string): Uint8Array =>
  new Uint8Array(createHash('sha256').update(token).digest());
