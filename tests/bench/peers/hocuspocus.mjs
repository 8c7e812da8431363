/**
 * Hocuspocus with its database extension on SQLite, otherwise as it comes: `node hocuspocus.mjs <folder>`. Schema and
 * statements are those of its SQLite extension, whose native module isn't built for every Node; Node brings SQLite itself.
 */
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Database } from '@hocuspocus/extension-database';
import { Server } from '@hocuspocus/server';
import { answerParent } from '../servers/vitals.ts';

const sqlite = new DatabaseSync(join(process.argv[2], 'hocuspocus.sqlite'));
sqlite.exec(
  'CREATE TABLE IF NOT EXISTS "documents" ("name" varchar(255) NOT NULL, "data" blob NOT NULL, UNIQUE(name))',
);
const select = sqlite.prepare('SELECT data FROM "documents" WHERE name = $name ORDER BY rowid DESC');
const upsert = sqlite.prepare(
  'INSERT INTO "documents" ("name", "data") VALUES ($name, $data) ON CONFLICT(name) DO UPDATE SET data = $data',
);

const server = new Server({
  port: 0,
  address: '127.0.0.1',
  quiet: true,
  extensions: [
    new Database({
      fetch: async ({ documentName }) => select.get({ $name: documentName })?.data ?? null,
      store: async ({ documentName, state }) => {
        upsert.run({ $name: documentName, $data: state });
      },
    }),
  ],
});
await server.listen();
answerParent(server.address.port);
