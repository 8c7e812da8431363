/** The register of trainings: migrations/0015_territory.sql. */
import { integer, jsonb, numeric, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import type { BodyId, PersonId, TrainingId } from '../../../shared/ids.ts';
import type { Training } from '../../../shared/records/trainings.ts';
import { brandedId, instant } from '../../db/columns.ts';

export const training = pgTable('training', {
  id: brandedId<TrainingId>().primaryKey(),
  title: text().notNull(),
  startsAt: instant().notNull(),
  hours: numeric({ mode: 'number' }).notNull(),
  trainer: text().notNull(),
  bodyId: brandedId<BodyId>(),
  materials: jsonb().$type<Training['materials']>().notNull(),
  others: integer().notNull().default(0),
  version: integer().notNull().default(1),
});
export type TrainingRow = typeof training.$inferSelect;

export const trainingAttendee = pgTable(
  'training_attendee',
  {
    trainingId: brandedId<TrainingId>().notNull(),
    personId: brandedId<PersonId>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.trainingId, table.personId] })],
);
