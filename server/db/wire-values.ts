/**
 * How Postgres values look in our code, decided once per pool so that Drizzle and raw statements agree:
 *
 *   timestamptz  Instant  '2026-11-21T10:00:00.000Z'   declare it timestamptz(3): we keep milliseconds
 *   date         Day      '2026-11-21'
 *   bytea        Uint8Array
 *   bigint       number   (one beyond 2^53 throws)
 *   json, jsonb  the value; write one with Drizzle's jsonb column, or sql.json() for an object or an array
 */
import type { Sql } from 'postgres';
import { assert } from '../../shared/assert.ts';

const oid = { int8: 20, bytea: 17, json: 114, jsonb: 3802, date: 1082, timestamptz: 1184 };
/** Array types whose parsers Drizzle replaces by "leave as text"; without an entry postgres.js derives them. */
const arraysDrizzleTook = [1182, 1185];

type Parsers = Record<number, (text: string) => unknown>;
type Serializers = Record<number, (value: unknown) => unknown>;

/** Sets the parsers of a pool that no query has used yet. */
export function readValuesAsOurs(sql: Sql): void {
  // postgres.js types its options for its own needs; both are tables of functions by type number (its types.js).
  const parsers = sql.options.parsers as Parsers;
  const serializers = sql.options.serializers as Serializers;
  for (const array of arraysDrizzleTook) {
    delete parsers[array];
    delete serializers[array];
  }
  parsers[oid.timestamptz] = toInstant;
  parsers[oid.date] = (text) => text;
  parsers[oid.int8] = toSafeInteger;
  parsers[oid.bytea] = toBytes;
  serializers[oid.timestamptz] = toTimestampText;
  serializers[oid.json] = toJsonText;
  serializers[oid.jsonb] = toJsonText;
}

/** `infinity` has no ISO form: it stays as Postgres writes it. */
function toInstant(text: string): string {
  return text.endsWith('infinity') ? text : new Date(text).toISOString();
}

function toSafeInteger(text: string): number {
  const value = Number(text);
  assert(Number.isSafeInteger(value), `a bigint fits a number: ${text}`);
  return value;
}

function toBytes(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text.slice(2), 'hex'));
}

function toTimestampText(value: unknown): unknown {
  return value instanceof Date ? value.toISOString() : value;
}

/** Drizzle hands over text already; raw statements hand over the value. */
function toJsonText(value: unknown): unknown {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
