/** Who may know of a concealed structure: a leaf, because placements and addresses ask it. */
import { and, eq, isNull } from 'drizzle-orm';
import type { BodyId, PersonId } from '../../../shared/ids.ts';
import type { Reader } from '../../db/connect.ts';
import { structureReader } from './table.ts';

/** The concealed structures this person was named for. */
export async function structuresNamedTo(reader: Reader, personId: PersonId): Promise<Set<BodyId>> {
  const rows = await reader
    .select({ bodyId: structureReader.bodyId })
    .from(structureReader)
    .where(and(eq(structureReader.personId, personId), isNull(structureReader.until)));
  return new Set(rows.map(({ bodyId }) => bodyId));
}

export const isReaderOf = async (reader: Reader, personId: PersonId, bodyId: BodyId): Promise<boolean> =>
  (await structuresNamedTo(reader, personId)).has(bodyId);

/** The readers of one structure, as rows, in the order they were named. */
export const readersOf = (reader: Reader, bodyId: BodyId) =>
  reader
    .select()
    .from(structureReader)
    .where(and(eq(structureReader.bodyId, bodyId), isNull(structureReader.until)))
    .orderBy(structureReader.id);
