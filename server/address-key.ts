/** Where the key for secret addresses comes from: the environment, or a file of one's own beside the embedded database. */
import { randomBytes } from 'node:crypto';
import { mkdir, open, readFile } from 'node:fs/promises';
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

async function writeOnce(file: string, text: string): Promise<void> {
  try {
    const handle = await open(file, 'wx', 0o600);
    try {
      await handle.writeFile(text);
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error; // there is one: it is read
  }
}
