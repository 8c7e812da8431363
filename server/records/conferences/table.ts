/** Conferences, who is asked to come and what they said: migrations/0005_case.sql, 0020_before.sql. */
import { boolean, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import type { BodyId, ConferenceId, DocumentId, HouseholdId, PersonId } from '../../../shared/ids.ts';
import type { AgendaPoint, Conference, Reply } from '../../../shared/records/conferences.ts';
import { brandedId, instant } from '../../db/columns.ts';

export const conference = pgTable('conference', {
  id: brandedId<ConferenceId>().primaryKey(),
  householdId: brandedId<HouseholdId>().notNull(),
  kind: text().$type<Conference['kind']>().notNull(),
  title: text().notNull(),
  start: instant().notNull(),
  minutesLong: integer().notNull(),
  mode: text().$type<Conference['mode']>().notNull(),
  placeId: brandedId<BodyId>(),
  videoUrl: text(),
  chairId: brandedId<PersonId>().notNull(),
  minuteTakerId: brandedId<PersonId>().notNull(),
  agenda: jsonb().$type<AgendaPoint[]>().notNull(),
  familyInvited: boolean().notNull(),
  quorum: integer().notNull(),
  status: text().$type<Conference['status']>().notNull(),
  cancelReason: text(),
  /** The open point, and since when: both or neither. */
  floorPointId: text(),
  floorSince: instant(),
  frozenAt: instant(),
  frozenHash: text(),
  frozenHashOf: text().$type<'bytes' | 'words'>(),
  withoutQuorum: text(),
  signaturesAskedAt: instant(),
  minutesId: brandedId<DocumentId>().notNull(),
  scheduledBy: brandedId<PersonId>().notNull(),
  /** RFC 5545, SEQUENCE: how often what the invitation says has changed. */
  invitationSequence: integer().notNull().default(0),
  changedAt: instant().notNull(),
  version: integer().notNull().default(1),
});
export type ConferenceRow = typeof conference.$inferSelect;

export const conferenceInvitee = pgTable(
  'conference_invitee',
  {
    conferenceId: brandedId<ConferenceId>().notNull(),
    personId: brandedId<PersonId>().notNull(),
  },
  (row) => [primaryKey({ columns: [row.conferenceId, row.personId] })],
);

export const conferenceReply = pgTable(
  'conference_reply',
  {
    conferenceId: brandedId<ConferenceId>().notNull(),
    personId: brandedId<PersonId>().notNull(),
    reply: text().$type<Reply>().notNull(),
    words: text().notNull(),
    forStart: instant().notNull(),
    repliedAt: instant().notNull(),
  },
  (row) => [primaryKey({ columns: [row.conferenceId, row.personId] })],
);
