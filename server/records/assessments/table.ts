/** Screenings and assessments: migrations/0009_charge.sql. */
import { jsonb, pgTable, text } from 'drizzle-orm/pg-core';
import type { AssessmentId, HouseholdId, PersonId } from '../../../shared/ids.ts';
import type { AssessmentDraft } from '../../../shared/records/assessments.ts';
import { brandedId, day, instant } from '../../db/columns.ts';

export const assessment = pgTable('assessment', {
  id: brandedId<AssessmentId>().primaryKey(),
  householdId: brandedId<HouseholdId>().notNull(),
  kind: text().$type<AssessmentDraft['content']['kind']>().notNull(),
  on: day('on_day').notNull(),
  content: jsonb().$type<AssessmentDraft['content']>().notNull(),
  madeBy: brandedId<PersonId>().notNull(),
  madeAt: instant().notNull(),
});
export type AssessmentRow = typeof assessment.$inferSelect;
