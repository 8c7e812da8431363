/**
 * Seals words with a key that never enters the database: AES-256-GCM (NIST SP 800-38D), a random nonce each time. What
 * the words belong to is authenticated with them, so a sealed address moved to another row doesn't open.
 */
import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { assert } from '../../../shared/assert.ts';

export type AddressBox = {
  /** The beginning of the key's hash: says which key is needed, and nothing about it. */
  readonly keyId: string;
  seal(words: string, owner: string): Uint8Array;
  /** Throws when the bytes were changed, or belong to another owner. */
  open(sealed: Uint8Array, owner: string): string;
};

const nonceBytes = 12;
const tagBytes = 16;

/** `key`: 32 bytes. */
export function createAddressBox(key: Uint8Array): AddressBox {
  assert(key.byteLength === 32, 'an address key has 32 bytes');
  return {
    keyId: createHash('sha256').update(key).digest('hex').slice(0, 12),
    seal(words, owner) {
      const nonce = randomBytes(nonceBytes);
      const cipher = createCipheriv('aes-256-gcm', key, nonce);
      cipher.setAAD(Buffer.from(owner));
      const sealed = Buffer.concat([cipher.update(words, 'utf8'), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
    },
    open(sealed, owner) {
      const bytes = Buffer.from(sealed);
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, nonceBytes));
      decipher.setAAD(Buffer.from(owner));
      decipher.setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes));
      const words = [decipher.update(bytes.subarray(nonceBytes + tagBytes)), decipher.final()];
      return Buffer.concat(words).toString('utf8');
    },
  };
}
