/** How often people stand as chips in a text, as far as they were told. */
import { sql } from 'drizzle-orm';
import type { DocumentId, PersonId } from '../../../shared/ids.ts';
import type { Tx } from '../../db/connect.ts';
import { personChip } from './table.ts';

/** Keeps the highest count of each and answers those that grew, with their count now. Of two nodes, one finds it grown. */
export async function moreChips(
  tx: Tx,
  documentId: DocumentId,
  counts: ReadonlyMap<PersonId, number>,
): Promise<Map<PersonId, number>> {
  const known = await tx.execute<{ id: PersonId }>(sql`
    select id from person where id in (${sql.join(
      [...counts.keys()].map((id) => sql`${id}`),
      sql`, `,
    )})`);
  const rows = known.flatMap(({ id }) => {
    const count = counts.get(id);
    return count === undefined ? [] : [{ documentId, personId: id, count }];
  });
  if (rows.length === 0) return new Map();
  const grown = await tx
    .insert(personChip)
    .values(rows)
    .onConflictDoUpdate({
      target: [personChip.documentId, personChip.personId],
      set: { count: sql`excluded.count` },
      setWhere: sql`${personChip.count} < excluded.count`,
    })
    .returning({ personId: personChip.personId, count: personChip.count });
  return new Map(grown.map(({ personId, count }) => [personId, count]));
}
