/** A program that holds an embedded Postgres, for tests that kill it: `node embedded-program.ts <data folder>`. */
import { startEmbeddedPostgres } from '../../server/db/embedded.ts';

const say = (message: object) => process.stdout.write(`${JSON.stringify(message)}\n`);

try {
  const postgres = await startEmbeddedPostgres({ dataDir: process.argv[2] ?? '' });
  process.once('SIGTERM', () => void postgres.stop().then(() => process.exit(0)));
  say({ url: postgres.url, adopted: postgres.adopted });
} catch (error) {
  say({ refused: error instanceof Error ? `${error.name}: ${error.message}` : String(error) });
}
