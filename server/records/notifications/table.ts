/** What people were told, and how they want to hear of it: migrations/0021_letters.sql. */
import { bigint, boolean, integer, jsonb, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import type { DocumentId, HouseholdId, NotificationId, PersonId } from '../../../shared/ids.ts';
import type {
  MailPace,
  NotificationKind,
  NotificationSubject,
  WatchLevel,
} from '../../../shared/records/notifications.ts';
import { brandedId, instant } from '../../db/columns.ts';

export const notification = pgTable('notification', {
  id: brandedId<NotificationId>().primaryKey(),
  personId: brandedId<PersonId>().notNull(),
  householdId: brandedId<HouseholdId>(),
  kind: text().$type<NotificationKind>().notNull(),
  data: jsonb().$type<NotificationSubject>().notNull(),
  actorId: brandedId<PersonId>(),
  at: instant().notNull(),
  once: text().notNull(),
  readAt: instant(),
  mailedAt: instant(),
});
export type NotificationRow = typeof notification.$inferSelect;

export const notificationCursor = pgTable('notification_cursor', {
  onlyOne: boolean().primaryKey().default(true),
  seq: bigint({ mode: 'number' }).notNull(),
});

export const householdWatch = pgTable(
  'household_watch',
  {
    personId: brandedId<PersonId>().notNull(),
    householdId: brandedId<HouseholdId>().notNull(),
    level: text().$type<Exclude<WatchLevel, 'concerns'>>().notNull(),
  },
  (row) => [primaryKey({ columns: [row.personId, row.householdId] })],
);

export const mailSetting = pgTable('mail_setting', {
  personId: brandedId<PersonId>().primaryKey(),
  pace: text().$type<MailPace>().notNull(),
  hour: integer().notNull(),
  weekday: integer().notNull(),
  unsubscribe: uuid().notNull().defaultRandom(),
  version: integer().notNull().default(1),
});

export const personChip = pgTable(
  'person_chip',
  {
    documentId: brandedId<DocumentId>().notNull(),
    personId: brandedId<PersonId>().notNull(),
    count: integer().notNull(),
  },
  (row) => [primaryKey({ columns: [row.documentId, row.personId] })],
);
