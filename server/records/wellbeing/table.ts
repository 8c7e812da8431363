/** Wellbeing: migrations/0013_pacts.sql. */
import { integer, pgTable, text } from 'drizzle-orm/pg-core';
import type { HouseholdId, PersonId, WellbeingId } from '../../../shared/ids.ts';
import type { WellbeingMoment } from '../../../shared/records/wellbeing.ts';
import { brandedId, day, instant } from '../../db/columns.ts';

export const wellbeing = pgTable('wellbeing', {
  id: brandedId<WellbeingId>().primaryKey(),
  householdId: brandedId<HouseholdId>().notNull(),
  on: day('on_day').notNull(),
  moment: text().$type<WellbeingMoment>().notNull(),
  person: integer().notNull(),
  family: integer().notNull(),
  network: integer().notNull(),
  note: text().notNull(),
  recordedBy: brandedId<PersonId>().notNull(),
  recordedAt: instant().notNull(),
});
export type WellbeingRow = typeof wellbeing.$inferSelect;
