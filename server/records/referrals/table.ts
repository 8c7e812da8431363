/** Referrals: migrations/0005_case.sql. */
import { integer, pgTable, text } from 'drizzle-orm/pg-core';
import type { BodyId, GoalId, HouseholdId, MemberId, PersonId, ReferralId } from '../../../shared/ids.ts';
import type { Referral } from '../../../shared/records/referrals.ts';
import { brandedId, day, instant } from '../../db/columns.ts';

export const referral = pgTable('referral', {
  id: brandedId<ReferralId>().primaryKey(),
  householdId: brandedId<HouseholdId>().notNull(),
  right: text().$type<Referral['right']>().notNull(),
  service: text().notNull(),
  bodyId: brandedId<BodyId>().notNull(),
  memberId: brandedId<MemberId>(),
  goalId: brandedId<GoalId>(),
  note: text().notNull(),
  requestedBy: brandedId<PersonId>().notNull(),
  requestedOn: day().notNull(),
  status: text().$type<Referral['status']>().notNull(),
  outcome: text().$type<Referral['outcome']>(),
  changedAt: instant().notNull(),
  version: integer().notNull().default(1),
});
export type ReferralRow = typeof referral.$inferSelect;
