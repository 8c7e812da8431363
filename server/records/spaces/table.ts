/** Community spaces: migrations/0015_territory.sql. */
import { boolean, integer, pgTable, text } from 'drizzle-orm/pg-core';
import type { BodyId, SpaceId } from '../../../shared/ids.ts';
import type { SpaceResource } from '../../../shared/records/spaces.ts';
import { brandedId, day } from '../../db/columns.ts';

export const space = pgTable('space', {
  id: brandedId<SpaceId>().primaryKey(),
  bodyId: brandedId<BodyId>().notNull(),
  name: text().notNull(),
  resources: text().array().$type<SpaceResource[]>().notNull(),
  capacity: integer().notNull(),
  hours: text().notNull(),
  stepFree: boolean().notNull(),
  accessNote: text().notNull(),
  note: text().notNull(),
  x: integer(),
  y: integer(),
  openedOn: day().notNull(),
  closedOn: day(),
  version: integer().notNull().default(1),
});
export type SpaceRow = typeof space.$inferSelect;
