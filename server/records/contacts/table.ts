/** Contacts with families and the silences between them: migrations/0012_loop.sql. */
import { bigint, boolean, integer, pgTable, text } from 'drizzle-orm/pg-core';
import type { ContactId, HouseholdId, PersonId, TaskId } from '../../../shared/ids.ts';
import type { ContactChannel } from '../../../shared/records/contacts.ts';
import { brandedId, day, instant } from '../../db/columns.ts';

export const contact = pgTable('contact', {
  id: brandedId<ContactId>().primaryKey(),
  householdId: brandedId<HouseholdId>().notNull(),
  on: day('on_day').notNull(),
  channel: text().$type<ContactChannel>().notNull(),
  reached: boolean().notNull(),
  note: text().notNull(),
  byId: brandedId<PersonId>().notNull(),
  recordedAt: instant().notNull(),
});

/** The row without a household is the network's. */
export const contactInterval = pgTable('contact_interval', {
  householdId: brandedId<HouseholdId>(),
  days: integer().notNull(),
});

export const dropOutSignal = pgTable('drop_out_signal', {
  id: bigint({ mode: 'number' }).generatedAlwaysAsIdentity().primaryKey(),
  householdId: brandedId<HouseholdId>().notNull(),
  taskId: brandedId<TaskId>().notNull(),
  raisedAt: instant().notNull(),
  silentSince: day().notNull(),
  closedAt: instant(),
  contactId: brandedId<ContactId>(),
});
