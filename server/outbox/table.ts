/** Letters posted, sent and given up: migrations/0021_letters.sql. */
import { integer, jsonb, pgTable, text } from 'drizzle-orm/pg-core';
import type { PersonId } from '../../shared/ids.ts';
import type { ScreenLanguage } from '../../shared/languages.ts';
import { brandedId, instant } from '../db/columns.ts';
import type { TemplateName } from '../mail/templates.ts';
import type { Attachment } from './outbox.ts';

export const letter = pgTable('letter', {
  id: brandedId<string>().primaryKey(),
  once: text(),
  personId: brandedId<PersonId>(),
  address: text(),
  language: text().$type<ScreenLanguage>(),
  template: text().$type<TemplateName>().notNull(),
  data: jsonb().$type<unknown>().notNull(),
  attachments: jsonb().$type<readonly Attachment[]>().notNull().default([]),
  postedAt: instant().notNull(),
  dueAt: instant().notNull(),
  takenUntil: instant(),
  tries: integer().notNull().default(0),
  state: text().$type<'waiting' | 'sent' | 'given_up' | 'not_sent'>().notNull().default('waiting'),
  settledAt: instant(),
  reason: text(),
});
