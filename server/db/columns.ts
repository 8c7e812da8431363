/**
 * Column builders for tables, so that every table means the same by an id, a moment, a day and bytes. A column's SQL
 * name is its key in snake_case (`householdId` → `household_id`) unless a name is given.
 */
import { customType, date, timestamp, uuid } from 'drizzle-orm/pg-core';
import type { Day, Instant } from '../../shared/dates.ts';

/** `timestamptz(3)`, read and written as `2026-11-21T10:00:00.000Z`. */
export const instant = (name = '') =>
  timestamp(name, { withTimezone: true, precision: 3, mode: 'string' }).$type<Instant>();

/** `date`, read and written as `2026-11-21`. */
export const day = (name = '') => date(name, { mode: 'string' }).$type<Day>();

/** `uuid`, typed as one of shared/ids.ts: `brandedId<HouseholdId>()`. */
export const brandedId = <Id extends string>(name = '') => uuid(name).$type<Id>();

/** `bytea`. */
export const bytes = customType<{ data: Uint8Array; driverData: Uint8Array }>({ dataType: () => 'bytea' });
