/** The families' situations by day: migrations/0009_charge.sql. */
import { bigint, integer, pgTable, text } from 'drizzle-orm/pg-core';
import type { HouseholdId, PersonId } from '../../../shared/ids.ts';
import type { SituationFacts } from '../../../shared/records/situations.ts';
import { brandedId, day, instant } from '../../db/columns.ts';

export const situation = pgTable('situation', {
  householdId: brandedId<HouseholdId>().notNull(),
  on: day('on_day').notNull(),
  severePoverty: text().$type<SituationFacts['severePoverty']>().notNull(),
  severePovertySince: day(),
  migrantBackground: text().$type<SituationFacts['migrantBackground']>().notNull(),
  housing: text().$type<SituationFacts['housing']>().notNull(),
  work: text().$type<SituationFacts['work']>().notNull(),
  isee: text().$type<SituationFacts['isee']['state']>().notNull(),
  iseeCents: bigint({ mode: 'number' }),
  iseeOn: day(),
  documentState: text().$type<SituationFacts['documentState']>().notNull(),
  documentExpires: day(),
  residence: text().$type<SituationFacts['residence']>().notNull(),
  healthRegistration: text().$type<SituationFacts['healthRegistration']>().notNull(),
  paediatrician: text().$type<SituationFacts['paediatrician']>().notNull(),
  recordedBy: brandedId<PersonId>().notNull(),
  recordedAt: instant().notNull(),
  version: integer().notNull().default(1),
});
export type SituationRow = typeof situation.$inferSelect;
