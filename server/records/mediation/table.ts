/** Requests for a mediator, refusals, and when mediators are there: migrations/0012_loop.sql, 0025_tongues.sql. */
import { bigint, boolean, integer, pgTable, text } from 'drizzle-orm/pg-core';
import type { DocumentId, HouseholdId, MediationId, PersonId } from '../../../shared/ids.ts';
import type { Mediation } from '../../../shared/records/mediation.ts';
import { brandedId, day, instant } from '../../db/columns.ts';

export const mediation = pgTable('mediation', {
  id: brandedId<MediationId>().primaryKey(),
  householdId: brandedId<HouseholdId>().notNull(),
  language: text().$type<Mediation['language']>().notNull(),
  aim: text().$type<Mediation['aim']>().notNull(),
  mode: text().$type<Mediation['mode']>().notNull(),
  wantedAt: instant(),
  place: text().notNull(),
  note: text().notNull(),
  documentId: brandedId<DocumentId>(),
  threadKey: text(),
  requestedBy: brandedId<PersonId>().notNull(),
  requestedAt: instant().notNull(),
  status: text().$type<Mediation['status']>().notNull(),
  mediatorId: brandedId<PersonId>(),
  assignedBy: brandedId<PersonId>(),
  since: instant().notNull(),
  minutes: integer(),
  reached: boolean(),
  cameOf: text(),
  cancelReason: text(),
  version: integer().notNull().default(1),
});
export type MediationRow = typeof mediation.$inferSelect;

export const mediationDecline = pgTable('mediation_decline', {
  id: bigint({ mode: 'number' }).generatedAlwaysAsIdentity().primaryKey(),
  mediationId: brandedId<MediationId>().notNull(),
  personId: brandedId<PersonId>().notNull(),
  at: instant().notNull(),
  reason: text().notNull(),
});

export const mediatorAvailability = pgTable('mediator_availability', {
  personId: brandedId<PersonId>().primaryKey(),
  pausedUntil: day(),
  days: text().notNull().default(''),
  districts: integer().array().notNull().default([]),
  note: text().notNull().default(''),
  version: integer().notNull().default(1),
});
