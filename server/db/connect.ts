/**
 * The only way to a database. One pool of postgres.js connections, seen two ways: `orm` (Drizzle) for tables and
 * `sql` (postgres.js) for what tables can't say: COPY, LISTEN, streams. Both read the same values (see wire-values.ts).
 */
import type { ExtractTablesWithRelations } from 'drizzle-orm';
import type { PgDatabase, PgTransactionConfig } from 'drizzle-orm/pg-core';
import { drizzle, type PostgresJsDatabase, type PostgresJsQueryResultHKT } from 'drizzle-orm/postgres-js';
import postgres, { type Sql } from 'postgres';
import { readValuesAsOurs } from './wire-values.ts';

export { isExclusionViolation, isSerializationFailure, isUniqueViolation } from './errors.ts';

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
  /** Waits for what is running, then closes every connection. A second call is harmless. */
  close(): Promise<void>;
};

/**
 * Opens a pool; the first connection is made by the first query. `url` is a usual `postgres://` address; a Unix
 * socket's folder goes in `?host=/folder`, as libpq has it. `max` is the most connections held at once.
 */
export function connect(url: string, { max = 10 }: { max?: number } = {}): Database {
  const { address, socketFolder } = splitSocketFolder(url);
  const sql = postgres(address, {
    max,
    ...(socketFolder === undefined ? {} : { host: socketFolder }),
    connect_timeout: 10,
    connection: { application_name: 'trama', TimeZone: 'UTC', DateStyle: 'ISO' },
    onnotice: () => undefined,
  });
  const orm = drizzle(sql, { casing: 'snake_case' });
  readValuesAsOurs(sql); // after drizzle(), which changes the pool's parsers to its own
  return { sql, orm, close: () => sql.end({ timeout: 5 }) };
}

/** Runs `work` in one transaction: committed when it returns, rolled back when it throws. */
export function inTransaction<T>(
  db: Database,
  work: (tx: Tx) => Promise<T>,
  config?: PgTransactionConfig,
): Promise<T> {
  return db.orm.transaction(work, config);
}

/** postgres.js reads a socket's folder from its options only, and would send `host` on as a server setting. */
function splitSocketFolder(url: string): { address: string; socketFolder: string | undefined } {
  const parsed = new URL(url);
  const host = parsed.searchParams.get('host') ?? undefined;
  if (!host?.startsWith('/')) return { address: url, socketFolder: undefined };
  parsed.searchParams.delete('host');
  return { address: parsed.href, socketFolder: host };
}
