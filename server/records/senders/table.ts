/** Registered senders: migrations/0008_door.sql. */
import { pgTable, text } from 'drizzle-orm/pg-core';
import type { BodyId, PersonId, SenderId } from '../../../shared/ids.ts';
import type { ReportingKind } from '../../../shared/records/report-content.ts';
import { brandedId, bytes, instant } from '../../db/columns.ts';

export const sender = pgTable('sender', {
  id: brandedId<SenderId>().primaryKey(),
  name: text().notNull(),
  kind: text().$type<ReportingKind>().notNull(),
  bodyId: brandedId<BodyId>(),
  keyHash: bytes().notNull(),
  addedBy: brandedId<PersonId>().notNull(),
  addedAt: instant().notNull(),
  endedAt: instant(),
  endedBy: brandedId<PersonId>(),
});
