/** Goals and the ratings of their progress: migrations/0005_case.sql. */
import { bigint, boolean, integer, pgTable, text } from 'drizzle-orm/pg-core';
import type { GoalId, HouseholdId, MemberId, PersonId } from '../../../shared/ids.ts';
import type { Goal } from '../../../shared/records/goals.ts';
import { brandedId, day, instant } from '../../db/columns.ts';

export const goal = pgTable('goal', {
  id: brandedId<GoalId>().primaryKey(),
  householdId: brandedId<HouseholdId>().notNull(),
  title: text().notNull(),
  right: text().$type<Goal['right']>().notNull(),
  dimension: text().$type<Goal['dimension']>(),
  aim: text().$type<Goal['aim']>(),
  objective: text().$type<Goal['objective']>(),
  mode: text().$type<Goal['mode']>(),
  beneficiaryId: brandedId<MemberId>(),
  baseline: text().notNull(),
  expectedResult: text().notNull(),
  measure: text().notNull(),
  responsibleId: brandedId<PersonId>(),
  due: day(),
  status: text().$type<Goal['status']>().notNull(),
  statusSince: instant().notNull(),
  inText: boolean().notNull().default(true),
  proposedBy: brandedId<PersonId>().notNull(),
  proposedAt: instant().notNull(),
  version: integer().notNull().default(1),
});
export type GoalRow = typeof goal.$inferSelect;

export const goalProgress = pgTable('goal_progress', {
  id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  goalId: brandedId<GoalId>().notNull(),
  ratedOn: day().notNull(),
  rating: integer().notNull(),
  note: text().notNull(),
  ratedBy: brandedId<PersonId>().notNull(),
});
