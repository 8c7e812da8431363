/** Pictures of network maps: migrations/0011_map_history.sql. */
import { bigint, integer, pgTable, text } from 'drizzle-orm/pg-core';
import type { DocumentId, HouseholdId, PersonId, SnapshotId } from '../../../shared/ids.ts';
import { brandedId, bytes, day, instant } from '../../db/columns.ts';

export const mapSnapshot = pgTable('map_snapshot', {
  id: brandedId<SnapshotId>().primaryKey(),
  householdId: brandedId<HouseholdId>().notNull(),
  documentId: brandedId<DocumentId>().notNull(),
  epoch: integer().notNull(),
  seq: bigint({ mode: 'number' }).notNull(),
  bytes: bytes().notNull(),
  label: text().notNull(),
  takenOn: day().notNull(),
  takenAt: instant().notNull(),
  takenBy: brandedId<PersonId>().notNull(),
});
