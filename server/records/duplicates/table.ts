/** Merges and what was dismissed: migrations/0008_door.sql. */
import { jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import type { HouseholdId, MergeId, PersonId, ReportId } from '../../../shared/ids.ts';
import { brandedId, instant } from '../../db/columns.ts';
import type { TriageBefore } from '../reports/merging.ts';

export const reportMerge = pgTable('report_merge', {
  id: brandedId<MergeId>().primaryKey(),
  reportId: brandedId<ReportId>().notNull(),
  intoReportId: brandedId<ReportId>(),
  intoHouseholdId: brandedId<HouseholdId>(),
  reason: text().notNull(),
  mergedBy: brandedId<PersonId>().notNull(),
  mergedAt: instant().notNull(),
  before: jsonb().$type<TriageBefore>().notNull(),
  undoneBy: brandedId<PersonId>(),
  undoneAt: instant(),
  undoneReason: text(),
});

export const candidateDismissal = pgTable('candidate_dismissal', {
  reportId: brandedId<ReportId>().notNull(),
  otherId: uuid().notNull(),
  byId: brandedId<PersonId>().notNull(),
  at: instant().notNull(),
});
