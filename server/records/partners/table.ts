/** The partner registry and the networks of the Case: migrations/0015_territory.sql. */
import { integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import type { BodyId } from '../../../shared/ids.ts';
import type { Agreement, TieKind } from '../../../shared/records/partners.ts';
import { brandedId, day } from '../../db/columns.ts';

export const partner = pgTable('partner', {
  bodyId: brandedId<BodyId>().primaryKey(),
  agreement: text().$type<Agreement>().notNull(),
  since: day().notNull(),
  contactName: text().notNull(),
  contactRole: text().notNull(),
  contactEmail: text(),
  contactPhone: text(),
  x: integer(),
  y: integer(),
  version: integer().notNull().default(1),
});
export type PartnerRow = typeof partner.$inferSelect;

export const networkTie = pgTable(
  'network_tie',
  {
    casaId: brandedId<BodyId>().notNull(),
    bodyId: brandedId<BodyId>().notNull(),
    kind: text().$type<TieKind>().notNull(),
    since: day().notNull(),
    until: day(),
  },
  (table) => [primaryKey({ columns: [table.casaId, table.bodyId] })],
);
