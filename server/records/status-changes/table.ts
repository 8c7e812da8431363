/** The states of households by their days: migrations/0009_charge.sql. */
import { bigint, pgTable, text } from 'drizzle-orm/pg-core';
import type { HouseholdId, PersonId } from '../../../shared/ids.ts';
import type { HouseholdStatus } from '../../../shared/records/household-status.ts';
import type { StatusChange } from '../../../shared/records/status-changes.ts';
import { brandedId, day } from '../../db/columns.ts';

export const statusChange = pgTable('status_change', {
  id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  householdId: brandedId<HouseholdId>().notNull(),
  on: day('on_day').notNull(),
  from: text('from_status').$type<HouseholdStatus>(),
  to: text('to_status').$type<HouseholdStatus>().notNull(),
  reason: text().notNull(),
  closure: text().$type<StatusChange['closure']>(),
  reviewOn: day(),
  changedBy: brandedId<PersonId>().notNull(),
});
