/** Referrals, their steps and their links: migrations/0005_case.sql, 0012_loop.sql. */
import { bigint, integer, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import type { BodyId, GoalId, HouseholdId, MemberId, PersonId, ReferralId } from '../../../shared/ids.ts';
import type { Referral } from '../../../shared/records/referrals.ts';
import { brandedId, bytes, day, instant } from '../../db/columns.ts';

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
  answerBy: day(),
  escalatedAt: instant(),
  status: text().$type<Referral['status']>().notNull(),
  outcome: text().$type<Referral['outcome']>(),
  changedAt: instant().notNull(),
  version: integer().notNull().default(1),
});
export type ReferralRow = typeof referral.$inferSelect;

export const referralStep = pgTable('referral_step', {
  id: bigint({ mode: 'number' }).generatedAlwaysAsIdentity().primaryKey(),
  referralId: brandedId<ReferralId>().notNull(),
  at: instant().notNull(),
  status: text().$type<Referral['status']>().notNull(),
  outcome: text().$type<Referral['outcome']>(),
  note: text().notNull(),
  byId: brandedId<PersonId>(),
  byBodyId: brandedId<BodyId>(),
});

export const referralLink = pgTable('referral_link', {
  id: uuid().primaryKey(),
  referralId: brandedId<ReferralId>().notNull(),
  tokenHash: bytes().notNull(),
  madeBy: brandedId<PersonId>().notNull(),
  madeAt: instant().notNull(),
  expiresAt: instant().notNull(),
  usedAt: instant(),
  withdrawnAt: instant(),
});
export type ReferralLinkRow = typeof referralLink.$inferSelect;
