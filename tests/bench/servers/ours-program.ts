/** Our sync server, alone in its process: `node ours-program.ts <database address>`. */
import { connect } from '../../../server/db/connect.ts';
import { createTestAuthority, serveSync } from '../../support/sync-world.ts';
import { answerParent } from './vitals.ts';

const [, , url] = process.argv;
if (url === undefined) throw new Error('the address of a database is missing');
const db = connect(url);
const server = await serveSync(db, createTestAuthority(db).authority, {
  report: (error) => process.stderr.write(`sync: ${String(error)}\n`),
});
process.on('SIGTERM', () => {
  server
    .close()
    .then(() => db.close())
    .then(
      () => process.exit(0),
      () => process.exit(1),
    );
});
answerParent(server.port, () => server.sync.stats());
