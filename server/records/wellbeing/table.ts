/** Wellbeing: migrations/0013_pacts.sql and 0026_corrections.sql. */
import { integer, jsonb, pgTable, text } from 'drizzle-orm/pg-core';
import type { HouseholdId, PersonId, WellbeingId } from '../../../shared/ids.ts';
import type { WellbeingFacts, WellbeingMoment } from '../../../shared/records/wellbeing.ts';
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
  withdrawnBy: brandedId<PersonId>(),
  withdrawnAt: instant(),
  withdrawnReason: text(),
  version: integer().notNull().default(1),
});
export type WellbeingRow = typeof wellbeing.$inferSelect;

export const wellbeingCorrection = pgTable('wellbeing_correction', {
  wellbeingId: brandedId<WellbeingId>().notNull(),
  version: integer().notNull(),
  was: jsonb().$type<WellbeingFacts>().notNull(),
  reason: text().notNull(),
  correctedBy: brandedId<PersonId>().notNull(),
  correctedAt: instant().notNull(),
});
