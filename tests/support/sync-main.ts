/**
 * A program with nothing but sync, to be killed: `node sync-main.ts <database address> [broadcast-first]`. It prints its
 * port. The switch is the negative control of the kill loop: it answers "committed" before it commits.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { connect } from '../../server/db/connect.ts';
import type { UpdateLog } from '../../server/sync/log.ts';
import { createTestAuthority, serveSync } from './sync-world.ts';

const [, , url, mode] = process.argv;
if (url === undefined) throw new Error('the address of a database is missing');
const db = connect(url);
const { authority } = createTestAuthority(db);

/** As most servers do: what was shown is stored a little later. */
const broadcastFirst = (log: UpdateLog): UpdateLog => ({
  ...log,
  async commit(batches) {
    sleep(250)
      .then(() => log.commit(batches))
      .catch(() => undefined);
    return new Map(
      batches.map(({ documentId, headSeq, writes }) => [
        documentId,
        { kind: 'committed', headSeq: headSeq + writes.length },
      ]),
    );
  },
});

const server = await serveSync(db, authority, {
  ...(mode === 'broadcast-first' ? { wrapLog: broadcastFirst } : {}),
});
process.stdout.write(`${server.port}\n`);
