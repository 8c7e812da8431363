/** Programmes as workers and other domains read them. */
import { desc, eq, inArray } from 'drizzle-orm';
import type { ProgrammeId } from '../../../shared/ids.ts';
import type { Programme } from '../../../shared/records/programmes.ts';
import type { Reader } from '../../db/connect.ts';
import { programme } from './table.ts';

/** Every programme, the one that started last first. */
export const readProgrammes = (reader: Reader): Promise<Programme[]> =>
  reader.select().from(programme).orderBy(desc(programme.startsOn), desc(programme.id));

/** One programme, or null. */
export async function programmeOf(reader: Reader, id: ProgrammeId): Promise<Programme | null> {
  const [row] = await reader.select().from(programme).where(eq(programme.id, id));
  return row ?? null;
}

/** Programmes by id; an unknown id is left out. */
export async function programmesById(
  reader: Reader,
  ids: Iterable<ProgrammeId>,
): Promise<Map<ProgrammeId, Programme>> {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return new Map();
  const rows = await reader.select().from(programme).where(inArray(programme.id, wanted));
  return new Map(rows.map((row) => [row.id, row]));
}
