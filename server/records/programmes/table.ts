/** Programmes: migrations/0009_charge.sql. */
import { bigint, integer, jsonb, pgTable, text } from 'drizzle-orm/pg-core';
import type { ProgrammeId } from '../../../shared/ids.ts';
import type { Programme } from '../../../shared/records/programmes.ts';
import { brandedId, day } from '../../db/columns.ts';

export const programme = pgTable('programme', {
  id: brandedId<ProgrammeId>().primaryKey(),
  name: text().notNull(),
  funder: text().notNull(),
  project: text().notNull(),
  startsOn: day().notNull(),
  endsOn: day().notNull(),
  budgetCents: bigint({ mode: 'number' }).notNull(),
  spending: jsonb().$type<Programme['spending']>().notNull(),
  objectives: text().array().$type<Programme['objectives']>().notNull(),
  ageFrom: text().$type<Programme['ageFrom']>().notNull(),
  ageTo: text().$type<Programme['ageTo']>().notNull(),
  eligibility: jsonb().$type<Programme['eligibility']>().notNull(),
  grantCapCents: bigint({ mode: 'number' }).notNull(),
  version: integer().notNull().default(1),
});
