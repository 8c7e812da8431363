/** Procedures and their versions: migrations/0015_territory.sql. */
import { integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import type { PersonId, ProcedureId } from '../../../shared/ids.ts';
import type { ProcedureKind } from '../../../shared/records/procedures.ts';
import { brandedId, day, instant } from '../../db/columns.ts';

export const procedure = pgTable('procedure', {
  id: brandedId<ProcedureId>().primaryKey(),
  kind: text().$type<ProcedureKind>().notNull(),
  title: text().notNull(),
});
export type ProcedureRow = typeof procedure.$inferSelect;

export const procedureVersion = pgTable(
  'procedure_version',
  {
    procedureId: brandedId<ProcedureId>().notNull(),
    number: integer().notNull(),
    text: text().notNull(),
    change: text().notNull(),
    authorId: brandedId<PersonId>().notNull(),
    writtenAt: instant().notNull(),
    inForceFrom: day(),
  },
  (table) => [primaryKey({ columns: [table.procedureId, table.number] })],
);
export type ProcedureVersionRow = typeof procedureVersion.$inferSelect;
