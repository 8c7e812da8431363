/** Procedures, good practices and methods as the workers read them. */
import { and, desc, inArray, isNotNull, sql } from 'drizzle-orm';
import { type Actor, mayCoordinate } from '../../../shared/access.ts';
import { assert } from '../../../shared/assert.ts';
import type { Procedure } from '../../../shared/records/procedures.ts';
import type { Reader } from '../../db/connect.ts';
import { personBriefs } from '../people/queries.ts';
import { type ProcedureRow, procedure, procedureVersion } from './table.ts';

/** All of them by title; what has only a draft is there for who writes procedures alone. */
export async function readProcedures(reader: Reader, actor: Actor): Promise<Procedure[]> {
  const rows = await reader
    .select()
    .from(procedure)
    .orderBy(sql`${procedure.title} collate "it-x-icu"`, procedure.id);
  const procedures = await presentProcedures(reader, actor, rows);
  return procedures.filter(({ versions }) => versions.length > 0);
}

/** Rows with their versions, newest first. Drafts are for who writes procedures. */
export async function presentProcedures(
  reader: Reader,
  actor: Actor,
  rows: readonly ProcedureRow[],
): Promise<Procedure[]> {
  if (rows.length === 0) return [];
  const versions = await reader
    .select()
    .from(procedureVersion)
    .where(
      and(
        inArray(
          procedureVersion.procedureId,
          rows.map(({ id }) => id),
        ),
        mayCoordinate(actor) ? undefined : isNotNull(procedureVersion.inForceFrom),
      ),
    )
    .orderBy(desc(procedureVersion.number));
  const people = await personBriefs(
    reader,
    versions.map(({ authorId }) => authorId),
  );
  return rows.map((row) => ({
    ...row,
    versions: versions
      .filter(({ procedureId }) => procedureId === row.id)
      .map(({ procedureId, authorId, ...version }) => {
        const author = people.get(authorId);
        assert(author, 'a version was written by somebody who exists');
        return { ...version, author };
      }),
  }));
}
