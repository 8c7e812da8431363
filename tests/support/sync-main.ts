/**
 * A program with nothing but sync, to be killed, flooded or left running. It loads, waits for the order to serve, and
 * does it: a new one is ready the moment the old one is dead. It ends when whoever started it does.
 *
 * `broadcast-first` is the negative control of the kill loops: it answers "committed" before it commits, as most servers do.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { connect } from '../../server/db/connect.ts';
import { type Authority, idOf } from '../../server/sync/authority.ts';
import type { UpdateLog } from '../../server/sync/log.ts';
import type { Answer, Order } from './faults-program.ts';
import { createTestAuthority, serveSync } from './sync-world.ts';

const answer = (message: Answer): void => void process.send?.(message);

process.on('disconnect', () => process.exit());
process.on('message', (order: Order) => {
  if (order.kind === 'serve') void serve(order);
  else answer({ kind: 'state', ...memory(), framesReceived: received() });
});
let received = (): number => 0;
answer({ kind: 'loaded' });

async function serve({ databaseUrl, port, mode, remembersPeople }: Extract<Order, { kind: 'serve' }>) {
  const db = connect(databaseUrl);
  const { authority } = createTestAuthority(db);
  const server = await serveSync(db, remembersPeople ? remembering(authority) : authority, {
    port,
    report: (error) => answer({ kind: 'report', what: String(error) }),
    ...(mode === 'broadcast-first' ? { wrapLog: broadcastFirst } : {}),
  });
  received = () => server.sync.stats().framesReceived;
  answer({ kind: 'serving', port: server.port });
}

/** What was shown is stored a little later. */
function broadcastFirst(log: UpdateLog): UpdateLog {
  return {
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
  };
}

/** Asks once about everybody: for floods of connections whose access never changes. */
function remembering({ signIn, accessTo }: Authority): Authority {
  const known = new Map<string, unknown>();
  const once = async <T>(key: string, ask: () => Promise<T>): Promise<T> => {
    if (!known.has(key)) known.set(key, await ask());
    return known.get(key) as T; // what the same question was answered with
  };
  return {
    signIn: (headers) => once(`${headers.cookie}`, () => signIn(headers)),
    accessTo: (identity, id) => once(`${idOf(identity)} ${id}`, () => accessTo(identity, id)),
  };
}

/** In bytes, after collecting what nobody needs (with `--expose-gc`). */
function memory(): { rss: number; heap: number } {
  globalThis.gc?.();
  const { rss, heapUsed } = process.memoryUsage();
  return { rss, heap: heapUsed };
}
