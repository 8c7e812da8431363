/** Structures and who may know of a concealed one: migrations/0014_shelter.sql. */
import { bigint, boolean, integer, pgTable, text } from 'drizzle-orm/pg-core';
import type { BodyId, PersonId } from '../../../shared/ids.ts';
import { brandedId, instant } from '../../db/columns.ts';

export const structure = pgTable('structure', {
  bodyId: brandedId<BodyId>().primaryKey(),
  capacity: integer().notNull(),
  others: integer().notNull().default(0),
  takesPregnant: boolean().notNull(),
  takesChildren: boolean().notNull(),
  childAgeMax: integer(),
  alertNights: integer(),
  open: boolean().notNull().default(true),
  changedAt: instant().notNull(),
  version: integer().notNull().default(1),
});
export type StructureRow = typeof structure.$inferSelect;

export const structureReader = pgTable('structure_reader', {
  id: bigint({ mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
  bodyId: brandedId<BodyId>().notNull(),
  personId: brandedId<PersonId>().notNull(),
  reason: text().notNull(),
  namedBy: brandedId<PersonId>().notNull(),
  since: instant().notNull(),
  until: instant(),
});
