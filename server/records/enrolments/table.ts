/** Households in programmes: migrations/0009_charge.sql. */
import { integer, jsonb, pgTable, text } from 'drizzle-orm/pg-core';
import type { EnrolmentId, HouseholdId, PersonId, ProgrammeId } from '../../../shared/ids.ts';
import type { Enrolment } from '../../../shared/records/enrolments.ts';
import { brandedId, day, instant } from '../../db/columns.ts';

export const enrolment = pgTable('enrolment', {
  id: brandedId<EnrolmentId>().primaryKey(),
  householdId: brandedId<HouseholdId>().notNull(),
  programmeId: brandedId<ProgrammeId>().notNull(),
  since: day().notNull(),
  /** The first day it no longer is. */
  until: day(),
  eligibility: jsonb().$type<Enrolment['eligibility']>().notNull(),
  overrideReason: text(),
  enrolledBy: brandedId<PersonId>().notNull(),
  enrolledAt: instant().notNull(),
  endReason: text().$type<Enrolment['endReason']>(),
  endNote: text(),
  version: integer().notNull().default(1),
});
export type EnrolmentRow = typeof enrolment.$inferSelect;
