/** Tenures of tutors: migrations/0003_households.sql. */
import { bigint, pgTable, text } from 'drizzle-orm/pg-core';
import type { HouseholdId, PersonId } from '../../../shared/ids.ts';
import { brandedId, day } from '../../db/columns.ts';

export const tutorTenure = pgTable('tutor_tenure', {
  id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  householdId: brandedId<HouseholdId>().notNull(),
  personId: brandedId<PersonId>().notNull(),
  since: day().notNull(),
  /** The first day they no longer are. */
  until: day(),
  reason: text().notNull(),
});
