/** `npm run migrate`: brings the database of DATABASE_URL, else the embedded one in DATA_DIR, up to date and ends. */
import { connect } from './connect.ts';
import { startEmbeddedPostgres } from './embedded.ts';
import { migrate } from './migrate.ts';
import { DatabaseRefused } from './refusal.ts';

const say = (line: string) => process.stdout.write(`${line}\n`);

try {
  const applied = await migrateWhereConfigured();
  for (const name of applied) say(`applied ${name}`);
  if (applied.length === 0) say('nothing to apply');
} catch (error) {
  if (!(error instanceof DatabaseRefused)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}

async function migrateWhereConfigured(): Promise<string[]> {
  const { DATABASE_URL, DATA_DIR = '.data' } = process.env;
  if (DATABASE_URL) return migrateAt(DATABASE_URL);
  const postgres = await startEmbeddedPostgres({ dataDir: DATA_DIR, log: say });
  try {
    return await migrateAt(postgres.url);
  } finally {
    await postgres.stop();
  }
}

async function migrateAt(url: string): Promise<string[]> {
  const db = connect(url, { max: 1 });
  try {
    return await migrate(db);
  } finally {
    await db.close();
  }
}
