/** Practices: migrations/0008_door.sql. */
import { integer, pgTable, text } from 'drizzle-orm/pg-core';
import type { BodyId, DeskContactId, PersonId, PracticeId } from '../../../shared/ids.ts';
import type { Practice } from '../../../shared/records/practices.ts';
import { brandedId, day, instant } from '../../db/columns.ts';

export const practice = pgTable('practice', {
  id: brandedId<PracticeId>().primaryKey(),
  deskId: brandedId<BodyId>().notNull(),
  contactId: brandedId<DeskContactId>(),
  kind: text().$type<Practice['kind']>().notNull(),
  mode: text().$type<Practice['mode']>().notNull(),
  topic: text().notNull(),
  onDay: day().notNull(),
  outcome: text().$type<Practice['outcome']>().notNull(),
  byId: brandedId<PersonId>().notNull(),
  at: instant().notNull(),
  version: integer().notNull().default(1),
});
export type PracticeRow = typeof practice.$inferSelect;
