/** Guests of conferences and what they handed in: migrations/0022_guests.sql. */
import { boolean, integer, pgTable, text } from 'drizzle-orm/pg-core';
import type { ConferenceId, GuestId, GuestWordsId, PersonId } from '../../../shared/ids.ts';
import type { Guest, GuestWords } from '../../../shared/records/guests.ts';
import { brandedId, bytes, instant } from '../../db/columns.ts';

export const guest = pgTable('guest', {
  id: brandedId<GuestId>().primaryKey(),
  conferenceId: brandedId<ConferenceId>().notNull(),
  name: text().notNull(),
  role: text().notNull(),
  language: text().$type<Guest['language']>().notNull(),
  mailed: boolean().notNull(),
  hoursAfter: integer().notNull(),
  tokenHash: bytes().notNull(),
  /** Of the one browser that is let in: both or neither. */
  sessionHash: bytes(),
  sessionUntil: instant(),
  invitedBy: brandedId<PersonId>().notNull(),
  invitedAt: instant().notNull(),
  openedAt: instant(),
  takenOffBy: brandedId<PersonId>(),
  takenOffAt: instant(),
  accessEpoch: integer().notNull().default(1),
});
export type GuestRow = typeof guest.$inferSelect;

export const guestWords = pgTable('guest_words', {
  id: brandedId<GuestWordsId>().primaryKey(),
  guestId: brandedId<GuestId>().notNull(),
  text: text().notNull(),
  at: instant().notNull(),
  state: text().$type<GuestWords['state']>().notNull().default('waiting'),
  decidedBy: brandedId<PersonId>(),
  decidedAt: instant(),
});
