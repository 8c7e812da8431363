/** Standing tables (tavoli): migrations/0015_territory.sql. */
import { integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import type { BodyId, StandingTableId, TableDecisionId, TableSessionId } from '../../../shared/ids.ts';
import type { DecisionState } from '../../../shared/records/standing-tables.ts';
import { brandedId, day, instant } from '../../db/columns.ts';

export const standingTable = pgTable('standing_table', {
  id: brandedId<StandingTableId>().primaryKey(),
  name: text().notNull(),
  purpose: text().notNull(),
  version: integer().notNull().default(1),
});
export type StandingTableRow = typeof standingTable.$inferSelect;

export const standingTableMember = pgTable(
  'standing_table_member',
  {
    standingTableId: brandedId<StandingTableId>().notNull(),
    bodyId: brandedId<BodyId>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.standingTableId, table.bodyId] })],
);

export const tableSession = pgTable('table_session', {
  id: brandedId<TableSessionId>().primaryKey(),
  standingTableId: brandedId<StandingTableId>().notNull(),
  startsAt: instant().notNull(),
  topics: text().array().notNull(),
  attended: integer(),
  version: integer().notNull().default(1),
});

export const tableDecision = pgTable('table_decision', {
  id: brandedId<TableDecisionId>().primaryKey(),
  sessionId: brandedId<TableSessionId>().notNull(),
  position: integer().notNull(),
  text: text().notNull(),
  bodyId: brandedId<BodyId>(),
  due: day(),
  state: text().$type<DecisionState>().notNull().default('open'),
  note: text().notNull().default(''),
  followedOn: day(),
  version: integer().notNull().default(1),
});
export type TableDecisionRow = typeof tableDecision.$inferSelect;
