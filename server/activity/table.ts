/** The log's rows and the drafts commands write; the database gives a draft its position when it commits (0002). */
import { bigint, jsonb, pgTable, text } from 'drizzle-orm/pg-core';
import type { ActivityEvent, ActivityKind } from '../../shared/activity.ts';
import type { HouseholdId, PersonId } from '../../shared/ids.ts';
import { brandedId, bytes, instant } from '../db/columns.ts';

export const activity = pgTable('activity', {
  seq: bigint({ mode: 'number' }).primaryKey(),
  at: instant().notNull(),
  actorId: brandedId<PersonId>(),
  householdId: brandedId<HouseholdId>(),
  kind: text().$type<ActivityKind>().notNull(),
  event: jsonb().$type<ActivityEvent>().notNull(),
  prevHash: bytes().notNull(),
  hash: bytes().notNull(),
});

export const activityDraft = pgTable('activity_draft', {
  at: instant().notNull(),
  actorId: brandedId<PersonId>(),
  householdId: brandedId<HouseholdId>(),
  event: jsonb().$type<ActivityEvent>().notNull(),
});
