/** The network's own agendas: migrations/0020_before.sql. */
import { integer, jsonb, pgTable, text } from 'drizzle-orm/pg-core';
import type { ConferenceTemplateId, PersonId } from '../../../shared/ids.ts';
import type { ConferenceTemplate, TemplatePoint } from '../../../shared/records/conference-templates.ts';
import { brandedId, instant } from '../../db/columns.ts';

export const conferenceTemplate = pgTable('conference_template', {
  id: brandedId<ConferenceTemplateId>().primaryKey(),
  kind: text().$type<ConferenceTemplate['kind']>().notNull(),
  name: text().notNull(),
  minutesLong: integer().notNull(),
  points: jsonb().$type<TemplatePoint[]>().notNull(),
  version: integer().notNull().default(1),
  changedBy: brandedId<PersonId>().notNull(),
  changedAt: instant().notNull(),
  withdrawnAt: instant(),
});
export type ConferenceTemplateRow = typeof conferenceTemplate.$inferSelect;
