/** Calendars that may be followed from outside: migrations/0020_before.sql. */
import { pgTable } from 'drizzle-orm/pg-core';
import type { PersonId } from '../../../shared/ids.ts';
import { brandedId, bytes, instant } from '../../db/columns.ts';

export const calendarFeed = pgTable('calendar_feed', {
  personId: brandedId<PersonId>().primaryKey(),
  tokenHash: bytes().notNull(),
  madeAt: instant().notNull(),
  /** Of what was answered last, and since when it is the same. */
  answerHash: bytes(),
  answerSince: instant(),
});
