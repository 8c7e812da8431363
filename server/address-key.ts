/** Where the key for secret addresses comes from: the environment, or a file of one's own beside the embedded database. */
import { randomBytes, randomUUID } from 'node:crypto';
import { link, mkdir, readFile, unlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Config, ConfigRefused } from './config.ts';

const fileName = 'address-key';

/**
 * The 32 bytes, or null with a database of one's own and no ADDRESS_KEY: a key beside somebody else's data folder would
 * be lost with the machine, so nothing secret is stored then. The file is made once, readable by its owner alone.
 */
export async function readAddressKey(
  config: Pick<Config, 'addressKey' | 'databaseUrl' | 'dataDir'>,
): Promise<Uint8Array | null> {
  if (config.addressKey !== null) return config.addressKey;
  if (config.databaseUrl !== null) return null;
  const file = join(config.dataDir, fileName);
  await mkdir(config.dataDir, { recursive: true });
  await writeOnce(file, randomBytes(32).toString('hex'));
  const key = Buffer.from((await readFile(file, 'utf8')).trim(), 'hex');
  if (key.byteLength !== 32) throw new ConfigRefused(`${file} doesn’t hold a key of 64 hexadecimal digits.`);
  return key;
}

/** Written aside and then linked, so that nobody reads half a key; of several nodes that start at once, one's is kept. */
async function writeOnce(file: string, text: string): Promise<void> {
  const aside = `${file}-${randomUUID()}`;
  await writeFile(aside, text, { mode: 0o600, flush: true });
  try {
    await link(aside, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error; // there is one: it is read
  } finally {
    await unlink(aside);
  }
}
