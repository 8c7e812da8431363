/** Home supports: migrations/0014_shelter.sql. */
import { integer, pgTable, text } from 'drizzle-orm/pg-core';
import type { BodyId, HomeSupportId, HouseholdId, PersonId } from '../../../shared/ids.ts';
import type { HomeSupportKind, HomeSupportOutcome } from '../../../shared/records/home-supports.ts';
import { brandedId, day } from '../../db/columns.ts';

export const homeSupport = pgTable('home_support', {
  id: brandedId<HomeSupportId>().primaryKey(),
  householdId: brandedId<HouseholdId>().notNull(),
  kind: text().$type<HomeSupportKind>().notNull(),
  bodyId: brandedId<BodyId>().notNull(),
  since: day().notNull(),
  until: day(),
  outcome: text().$type<HomeSupportOutcome>(),
  note: text().notNull(),
  recordedBy: brandedId<PersonId>().notNull(),
  version: integer().notNull().default(1),
});
export type HomeSupportRow = typeof homeSupport.$inferSelect;
