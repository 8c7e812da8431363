/** Tasks: migrations/0005_case.sql. */
import { integer, jsonb, pgTable, text } from 'drizzle-orm/pg-core';
import type { GoalId, HouseholdId, PersonId, TaskId } from '../../../shared/ids.ts';
import type { TaskSource, TaskStatus } from '../../../shared/records/tasks.ts';
import { brandedId, day, instant } from '../../db/columns.ts';

export const task = pgTable('task', {
  id: brandedId<TaskId>().primaryKey(),
  householdId: brandedId<HouseholdId>().notNull(),
  title: text().notNull(),
  ownerId: brandedId<PersonId>().notNull(),
  assignedBy: brandedId<PersonId>().notNull(),
  status: text().$type<TaskStatus>().notNull(),
  reason: text(),
  due: day(),
  escalatedAt: instant(),
  source: jsonb().$type<TaskSource>().notNull(),
  goalId: brandedId<GoalId>(),
  createdAt: instant().notNull(),
  changedAt: instant().notNull(),
  version: integer().notNull().default(1),
});
export type TaskRow = typeof task.$inferSelect;
