/**
 * The only way to a database. One pool of postgres.js connections, seen two ways: `orm` (Drizzle) for tables and
 * `sql` (postgres.js) for what tables can't say: COPY, LISTEN, streams. Both read the same values (see wire-values.ts).
 */
import type { ExtractTablesWithRelations } from 'drizzle-orm';
import type { PgDatabase, PgTransactionConfig } from 'drizzle-orm/pg-core';
import { drizzle, type PostgresJsDatabase, type PostgresJsQueryResultHKT } from 'drizzle-orm/postgres-js';
import postgres, { type Sql } from 'postgres';
import { askTypesOnce, endWithConnection, longStartup, ownSocket } from './lost-connections.ts';
import { readValuesAsOurs } from './wire-values.ts';

export {
  isConnectionLost,
  isExclusionViolation,
  isSerializationFailure,
  isUniqueViolation,
} from './errors.ts';

type NoSchema = Record<string, never>;
type Orm = PostgresJsDatabase<NoSchema>;

/**
 * What a command receives: an open transaction. Table work is `tx.select()`, `tx.insert()` …; a raw statement is
 * ``tx.execute<Row>(sql`…`)`` with the `sql` of drizzle-orm, on the same connection.
 */
export type Tx = Parameters<Parameters<Orm['transaction']>[0]>[0];

/** What a query needs, and no more: `db.orm` and a `Tx` are both a `Reader`. */
export type Reader = PgDatabase<PostgresJsQueryResultHKT, NoSchema, ExtractTablesWithRelations<NoSchema>>;

export type Database = {
  readonly sql: Sql;
  readonly orm: Orm;
  /**
   * Another pool on the same database, whose commits don't wait for the disk: for a load that is done again when it is
   * cut off. A later commit of the first pool makes all of it durable.
   */
  hurried(): Database;
  /**
   * The same database over one connection that nothing else uses, closed with this one: for statements that follow each
   * other anyway, a thousand a second. They wait for nobody's request, and one Postgres process has all they need at hand.
   */
  oneByOne(): Database;
  /** Waits for what is running, then closes every connection. A second call is harmless. */
  close(): Promise<void>;
};

/**
 * Opens a pool; the first connection is made by the first query. `url` is a usual `postgres://` address; a Unix
 * socket's folder goes in `?host=/folder`, as libpq has it. `max` is the most connections held at once.
 */
export const connect = (url: string, { max = 10 }: { max?: number } = {}): Database => open(url, max, {});

function open(url: string, max: number, settings: Readonly<Record<string, string>>): Database {
  const { address, socketFolder } = splitSocketFolder(url);
  const sql = postgres(address, {
    max,
    ...(socketFolder === undefined ? {} : { host: socketFolder }),
    ...(opensOwnSocket(address) ? ownSocket : {}),
    connect_timeout: 10,
    backoff: (tries: number) => Math.min(0.05 * 2 ** tries, 1),
    connection: { application_name: 'trama', TimeZone: 'UTC', DateStyle: 'ISO', ...longStartup, ...settings },
    onnotice: () => undefined,
  });
  endWithConnection(sql);
  askTypesOnce(sql);
  const orm = drizzle(sql, { casing: 'snake_case' });
  readValuesAsOurs(sql); // after drizzle(), which changes the pool's parsers to its own
  let single: Database | undefined;
  return {
    sql,
    orm,
    hurried: () => open(url, max, { synchronous_commit: 'off' }),
    oneByOne() {
      single ??= open(url, 1, settings);
      return single;
    },
    async close() {
      await Promise.all([sql.end({ timeout: 5 }), single?.close()]);
    },
  };
}

/** Runs `work` in one transaction: committed when it returns, rolled back when it throws. */
export function inTransaction<T>(
  db: Database,
  work: (tx: Tx) => Promise<T>,
  config?: PgTransactionConfig,
): Promise<T> {
  return db.orm.transaction(work, config);
}

/** With TLS, or several hosts to try, postgres.js makes the socket itself. */
const opensOwnSocket = (address: string): boolean => !/[?&]ssl|^[^/]*\/\/[^/]*,/.test(address);

/** postgres.js reads a socket's folder from its options only, and would send `host` on as a server setting. */
function splitSocketFolder(url: string): { address: string; socketFolder: string | undefined } {
  const parsed = new URL(url);
  const host = parsed.searchParams.get('host') ?? undefined;
  if (!host?.startsWith('/')) return { address: url, socketFolder: undefined };
  parsed.searchParams.delete('host');
  return { address: parsed.href, socketFolder: host };
}
