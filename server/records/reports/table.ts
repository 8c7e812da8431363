/** Reports and the count of redirections: migrations/0008_door.sql; corrections: 0026_corrections.sql. */
import { sql } from 'drizzle-orm';
import { integer, jsonb, pgTable, text } from 'drizzle-orm/pg-core';
import type { BodyId, HouseholdId, PersonId, ReportId, SenderId } from '../../../shared/ids.ts';
import type { ReportContent, ReportingKind } from '../../../shared/records/report-content.ts';
import type { Report } from '../../../shared/records/reports.ts';
import { brandedId, day, instant } from '../../db/columns.ts';

export const report = pgTable('report', {
  id: brandedId<ReportId>().primaryKey(),
  number: text().notNull().default(sql`'S-' || nextval('report_number')`),
  receiptToken: text().notNull(),
  senderKind: text().$type<ReportingKind>().notNull(),
  senderName: text().notNull(),
  senderBodyId: brandedId<BodyId>(),
  senderId: brandedId<SenderId>(),
  channel: text().$type<Report['channel']>().notNull(),
  receivedAt: instant().notNull(),
  recordedAt: instant().notNull(),
  recordedBy: brandedId<PersonId>(),
  subject: text().$type<Report['subject']>().notNull(),
  urgency: text().$type<Report['urgency']>().notNull(),
  content: jsonb().$type<ReportContent>(),
  outcome: text().$type<Report['outcome']>(),
  triageNote: text().notNull().default(''),
  triageGrounds: text().$type<NonNullable<Report['triage']>['grounds']>(),
  triageBodyId: brandedId<BodyId>(),
  triagedBy: brandedId<PersonId>(),
  triagedAt: instant(),
  householdId: brandedId<HouseholdId>(),
  takenInBy: brandedId<PersonId>(),
  takenInAt: instant(),
  version: integer().notNull().default(1),
});
export type ReportRecord = typeof report.$inferSelect;

export const redirection = pgTable('redirection', {
  id: brandedId<ReportId>().primaryKey(),
  month: day().notNull(),
});

/** What a report said until it was corrected. */
export type ReportBefore = Pick<
  ReportRecord,
  'senderKind' | 'senderName' | 'senderBodyId' | 'channel' | 'receivedAt'
> & { readonly content: ReportContent };

export const reportCorrection = pgTable('report_correction', {
  reportId: brandedId<ReportId>().notNull(),
  version: integer().notNull(),
  was: jsonb().$type<ReportBefore>().notNull(),
  reason: text().notNull(),
  correctedBy: brandedId<PersonId>().notNull(),
  correctedAt: instant().notNull(),
});
