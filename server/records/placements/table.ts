/** Placements with their reviews and extensions, and the rule for chronicity: migrations/0014_shelter.sql. */
import { sql } from 'drizzle-orm';
import { boolean, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import type {
  BodyId,
  HomeSupportId,
  HouseholdId,
  MemberId,
  PersonId,
  PlacementId,
} from '../../../shared/ids.ts';
import type {
  EmergencyReason,
  ExitReason,
  PlacementCause,
  PlacementStatus,
  PlacementUrgency,
} from '../../../shared/records/placements.ts';
import { brandedId, day, instant } from '../../db/columns.ts';

export const placement = pgTable('placement', {
  id: brandedId<PlacementId>().primaryKey(),
  householdId: brandedId<HouseholdId>().notNull(),
  memberIds: uuid().array().$type<MemberId[]>().notNull(),
  expected: integer().notNull(),
  persons: integer().notNull().generatedAlwaysAs(sql`cardinality(member_ids) + expected`),
  cause: text().$type<PlacementCause>().notNull(),
  urgency: text().$type<PlacementUrgency>().notNull(),
  wantedFrom: day().notNull(),
  homeSupportId: brandedId<HomeSupportId>(),
  emergency: text().$type<EmergencyReason>(),
  emergencyWords: text(),
  concealed: boolean().notNull(),
  status: text().$type<PlacementStatus>().notNull(),
  requestedBy: brandedId<PersonId>().notNull(),
  requestedOn: day().notNull(),
  structureId: brandedId<BodyId>(),
  startsOn: day(),
  endsOn: day(),
  bookedBy: brandedId<PersonId>(),
  bookedAt: instant(),
  arrivedOn: day(),
  reEntry: boolean().notNull().default(false),
  reviewOn: day(),
  reviewTaskOn: day(),
  exitReason: text().$type<ExitReason>(),
  exitWords: text(),
  cancelReason: text(),
  changedAt: instant().notNull(),
  version: integer().notNull().default(1),
});
export type PlacementRow = typeof placement.$inferSelect;

export const placementReview = pgTable('placement_review', {
  id: uuid().primaryKey(),
  placementId: brandedId<PlacementId>().notNull(),
  reviewedOn: day().notNull(),
  note: text().notNull(),
  reviewedBy: brandedId<PersonId>().notNull(),
});

export const placementExtension = pgTable('placement_extension', {
  id: uuid().primaryKey(),
  placementId: brandedId<PlacementId>().notNull(),
  extendedOn: day().notNull(),
  until: day().notNull(),
  reason: text().notNull(),
  extendedBy: brandedId<PersonId>().notNull(),
});

export const chronicityRule = pgTable('chronicity_rule', {
  onlyOne: boolean().primaryKey().default(true),
  nights: integer().notNull(),
  entries: integer().notNull(),
});
