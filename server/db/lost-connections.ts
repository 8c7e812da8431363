/**
 * What postgres.js 3.4.9 gets wrong when a connection dies (Postgres restarts, a backend is terminated), made good
 * here and nowhere else. Each of these was seen; tests/db/lost-connections.test.ts is a storm that brings them all.
 *
 * 1. A transaction goes on talking to its dead connection, with its own `rollback` at least: the process ends with
 *    "Cannot read properties of null (reading 'write')"; or, the connection being reopened for somebody else by then,
 *    the statement runs in their transaction. → `endWithConnection`
 * 2. A write that waited when the connection closed is never forgotten and keeps every later one from being sent: each
 *    use of that connection hangs until `connect_timeout`. A message of 1 KiB or more is sent at once, whatever waits;
 *    so the first one of a new connection is that long. Postgres refuses the remainder of the old write before it, the
 *    driver connects once more, and all is well. → `longStartup`
 * 3. Between a socket's `error` and its `close` new statements are still sent on it, and never answered. → `ownSocket`
 * 4. Each new connection asks for the types of lists, and nobody hears it when that fails: an unhandled rejection ends the
 *    process. → `askTypesOnce`
 */
import { Socket } from 'node:net';
import type { Sql } from 'postgres';

/** Startup parameter `options`: command-line flags for the backend, parted by spaces; here only the spaces. */
export const longStartup = { options: ' '.repeat(1024) };

/** What postgres.js hands to its option `socket`: everything it read, lists of hosts and ports among it. */
type ReadOptions = {
  readonly path: string | false | undefined;
  readonly host: readonly string[];
  readonly port: readonly number[];
};

/** A socket that tells an error together with its close, so that nothing comes between. Without TLS. */
function openSocket({ path, host, port }: ReadOptions): Socket {
  const socket = new Socket();
  const emit: (event: string, ...details: unknown[]) => boolean = socket.emit.bind(socket);
  const errors: unknown[] = [];
  socket.emit = (event: string, ...details: unknown[]): boolean => {
    if (event === 'error') return errors.push(details[0]) > 0;
    if (event === 'close') for (const error of errors.splice(0)) emit('error', error);
    return emit(event, ...details);
  };
  return path
    ? socket.connect(path)
    : socket.connect({ port: port[0] ?? 5432, host: host[0] ?? 'localhost' });
}

/** What a list of ids is read with: there once the types of lists are known. */
const listOfUuid = 2951;

/** What the pool's first connection learnt serves the others: they share its parsers. */
export function askTypesOnce(sql: Sql): void {
  const parsers: object = sql.options.parsers;
  Object.defineProperty(sql.options, 'fetch_types', { get: () => !(listOfUuid in parsers) });
}

/** An option that postgres.js has and its types don't. */
export const ownSocket = { socket: openSocket };

type Work = (tx: Sql) => unknown;

/**
 * Makes the pool's transactions end with their connection: the work's later statements throw, and what it comes to
 * then is nobody's business (the caller has been told that the connection closed).
 */
export function endWithConnection(sql: Sql): void {
  const begin = sql.begin.bind(sql) as unknown as (options: string, work: Work) => Promise<unknown>;
  const guarded = (...given: [Work] | [string, Work]): Promise<unknown> => {
    const [options, work] = given.length === 1 ? ['', given[0]] : given;
    let over = false;
    const end = (): void => {
      over = true;
    };
    const outcome = begin(options, (tx) => settleWhileOpen(work(guard(tx, () => over)), () => over));
    outcome.then(end, end);
    return outcome;
  };
  Object.assign(sql, { begin: guarded });
}

/** A failure waits two turns of the event loop: by then a connection that was lost is known to be. */
async function settleWhileOpen(work: unknown, isOver: () => boolean): Promise<unknown> {
  try {
    const value = await work;
    return isOver() ? await never() : value;
  } catch (error) {
    await nextTurn();
    await nextTurn();
    if (isOver()) await never();
    throw error;
  }
}

/** The part of a transaction that Drizzle uses, refusing to speak once it is over. */
function guard(tx: Sql, isOver: () => boolean): Sql {
  const inTime = (): void => {
    if (isOver()) throw new Error('this transaction is over: its connection was lost, or it was not awaited');
  };
  return new Proxy(tx, {
    apply: (target, self, values) => {
      inTime();
      return Reflect.apply(target, self, values);
    },
    get: (target, name) => {
      const part: unknown = Reflect.get(target, name);
      if (name === 'savepoint' && typeof part === 'function') return savepointIn(part as Savepoint);
      if (name !== 'unsafe' || typeof part !== 'function') return part;
      return (...values: unknown[]): unknown => {
        inTime();
        return Reflect.apply(part, target, values);
      };
    },
  });

  function savepointIn(savepoint: Savepoint) {
    return (work: Work): Promise<unknown> => {
      inTime();
      return savepoint((inner) => settleWhileOpen(work(guard(inner, isOver)), isOver));
    };
  }
}

type Savepoint = (work: Work) => Promise<unknown>;

const never = (): Promise<never> => new Promise(() => undefined);
const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
