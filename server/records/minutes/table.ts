/** Minutes after the conference: migrations/0023_closing.sql. */
import { bigint, boolean, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import type {
  AddendumId,
  BodyId,
  ConferenceId,
  MemberId,
  PersonId,
  SignatureId,
} from '../../../shared/ids.ts';
import type { ContentLanguage } from '../../../shared/languages.ts';
import type { PersonFunction } from '../../../shared/person-function.ts';
import type { Distribution } from '../../../shared/records/excerpts.ts';
import type { Attendee, MinutesSignature } from '../../../shared/records/minutes.ts';
import { brandedId, day, instant } from '../../db/columns.ts';

export const minutesReading = pgTable('minutes_reading', {
  conferenceId: brandedId<ConferenceId>().primaryKey(),
  startedBy: brandedId<PersonId>().notNull(),
  startedAt: instant().notNull(),
  until: day().notNull(),
});
export type ReadingRow = typeof minutesReading.$inferSelect;

export const minutesReader = pgTable(
  'minutes_reader',
  {
    conferenceId: brandedId<ConferenceId>().notNull(),
    reader: uuid().notNull(),
    personId: brandedId<PersonId>(),
    memberId: brandedId<MemberId>(),
    saidBy: brandedId<PersonId>().notNull(),
    at: instant().notNull(),
    epoch: integer().notNull(),
    seq: bigint({ mode: 'number' }).notNull(),
    hash: text().notNull(),
  },
  (row) => [primaryKey({ columns: [row.conferenceId, row.reader] })],
);
export type ReaderRow = typeof minutesReader.$inferSelect;

export const minutesRemark = pgTable('minutes_remark', {
  id: uuid().primaryKey(),
  conferenceId: brandedId<ConferenceId>().notNull(),
  personId: brandedId<PersonId>().notNull(),
  pointId: text(),
  text: text().notNull(),
  at: instant().notNull(),
  answer: text(),
  answeredBy: brandedId<PersonId>(),
  answeredAt: instant(),
});
export type RemarkRow = typeof minutesRemark.$inferSelect;

export const conferenceAttendee = pgTable(
  'conference_attendee',
  {
    conferenceId: brandedId<ConferenceId>().notNull(),
    key: text().notNull(),
    position: integer().notNull(),
    personId: brandedId<PersonId>(),
    memberId: brandedId<MemberId>(),
    name: text().notNull(),
    function: text().$type<PersonFunction>(),
    body: text(),
    place: text().$type<Attendee['place']>(),
  },
  (row) => [primaryKey({ columns: [row.conferenceId, row.key] })],
);
export type AttendeeRow = typeof conferenceAttendee.$inferSelect;

export const minutesSignature = pgTable('minutes_signature', {
  id: brandedId<SignatureId>().primaryKey(),
  conferenceId: brandedId<ConferenceId>().notNull(),
  attendee: text().notNull(),
  answer: text().$type<MinutesSignature['answer']>().notNull(),
  dissent: boolean().notNull(),
  words: text(),
  language: text().$type<ContentLanguage>().notNull(),
  hash: text().notNull(),
  personId: brandedId<PersonId>(),
  deviceOf: brandedId<PersonId>(),
  witnessId: brandedId<PersonId>(),
  name: text().notNull(),
  function: text().$type<PersonFunction>(),
  body: text(),
  signedAt: instant().notNull(),
  seal: text().notNull(),
  voidedAt: instant(),
});
export type SignatureRow = typeof minutesSignature.$inferSelect;

export const minutesAddendum = pgTable('minutes_addendum', {
  id: brandedId<AddendumId>().primaryKey(),
  conferenceId: brandedId<ConferenceId>().notNull(),
  number: integer().notNull(),
  authorId: brandedId<PersonId>().notNull(),
  name: text().notNull(),
  function: text().$type<PersonFunction>().notNull(),
  body: text(),
  language: text().$type<ContentLanguage>().notNull(),
  text: text().notNull(),
  at: instant().notNull(),
  previousHash: text().notNull(),
  hash: text().notNull(),
});
export type AddendumRow = typeof minutesAddendum.$inferSelect;

export const minutesAddendumSignature = pgTable(
  'minutes_addendum_signature',
  {
    addendumId: brandedId<AddendumId>().notNull(),
    personId: brandedId<PersonId>().notNull(),
    name: text().notNull(),
    function: text().$type<PersonFunction>().notNull(),
    body: text(),
    at: instant().notNull(),
    hash: text().notNull(),
  },
  (row) => [primaryKey({ columns: [row.addendumId, row.personId] })],
);

export const minutesDistribution = pgTable('minutes_distribution', {
  id: uuid().primaryKey(),
  conferenceId: brandedId<ConferenceId>().notNull(),
  toKind: text().$type<Distribution['to']>().notNull(),
  toBodyId: brandedId<BodyId>(),
  pointIds: text().array(),
  sentBy: brandedId<PersonId>().notNull(),
  sentAt: instant().notNull(),
});
export type DistributionRow = typeof minutesDistribution.$inferSelect;

export const minutesRecipient = pgTable(
  'minutes_recipient',
  {
    distributionId: uuid().notNull(),
    personId: brandedId<PersonId>().notNull(),
    bodyId: brandedId<BodyId>(),
    openedAt: instant(),
  },
  (row) => [primaryKey({ columns: [row.distributionId, row.personId] })],
);

export const minutesCopy = pgTable(
  'minutes_copy',
  {
    conferenceId: brandedId<ConferenceId>().notNull(),
    language: text().$type<ContentLanguage>().notNull(),
    text: text().notNull(),
    writtenBy: brandedId<PersonId>().notNull(),
    writtenAt: instant().notNull(),
  },
  (row) => [primaryKey({ columns: [row.conferenceId, row.language] })],
);
