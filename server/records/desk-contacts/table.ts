/** Contacts at desks and their visits: migrations/0008_door.sql. */
import { integer, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import type { BodyId, DeskContactId, HouseholdId, PersonId } from '../../../shared/ids.ts';
import type { ContentLanguage } from '../../../shared/languages.ts';
import type { ContactOutcome, ContactSubject } from '../../../shared/records/desk-contacts.ts';
import { brandedId, day, instant } from '../../db/columns.ts';

export const deskContact = pgTable('desk_contact', {
  id: brandedId<DeskContactId>().primaryKey(),
  code: text().notNull(),
  language: text().$type<ContentLanguage>(),
  subject: text().$type<ContactSubject>().notNull(),
  loggedBy: brandedId<PersonId>().notNull(),
  lastAt: instant().notNull(),
  householdId: brandedId<HouseholdId>(),
  linkedBy: brandedId<PersonId>(),
  linkedAt: instant(),
  version: integer().notNull().default(1),
});
export type DeskContactRow = typeof deskContact.$inferSelect;

export const deskContactStep = pgTable('desk_contact_step', {
  id: uuid().primaryKey(),
  contactId: brandedId<DeskContactId>().notNull(),
  deskId: brandedId<BodyId>().notNull(),
  onDay: day().notNull(),
  topic: text().notNull(),
  outcome: text().$type<ContactOutcome>().notNull(),
  orientedTo: uuid().array().$type<BodyId[]>().notNull(),
  byId: brandedId<PersonId>().notNull(),
  at: instant().notNull(),
});
