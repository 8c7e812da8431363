/** Passwords, kept as argon2id with the cost OWASP asks for (Password Storage Cheat Sheet: 19 MiB, 2 passes, 1 lane). */
import { hash, verify } from '@node-rs/argon2';

const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** A new salted hash, in argon2's own text form (`$argon2id$…`): it carries its cost, so the cost may be raised later. */
export const hashPassword = (password: string): Promise<string> => hash(password, cost);

let dummy: Promise<string> | undefined;

/**
 * Whether the password is the one that was hashed. Without a hash (an e-mail nobody has) it compares with one made of
 * chance, so that the answer takes the same time, and says no.
 */
export async function isPassword(passwordHash: string | null, password: string): Promise<boolean> {
  dummy ??= hashPassword(crypto.randomUUID());
  const matches = await verify(passwordHash ?? (await dummy), password);
  return matches && passwordHash !== null;
}
