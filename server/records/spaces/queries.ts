/** Community spaces as the network reads them. */
import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import { type Actor, mayWriteFor } from '../../../shared/access.ts';
import type { SpaceId } from '../../../shared/ids.ts';
import type { Space } from '../../../shared/records/spaces.ts';
import type { WritesFor } from '../../../shared/records/territory.ts';
import type { Reader } from '../../db/connect.ts';
import { directoryBodies } from '../bodies/queries.ts';
import { writesFor } from '../territory/guards.ts';
import { type SpaceRow, space } from './table.ts';

/** The open spaces of the bodies of the directory, by name. */
export async function readSpaces(
  reader: Reader,
  actor: Actor,
): Promise<{ spaces: Space[]; writesFor: WritesFor }> {
  const rows = await reader
    .select()
    .from(space)
    .where(isNull(space.closedOn))
    .orderBy(sql`${space.name} collate "it-x-icu"`, space.id);
  return { spaces: await presentSpaces(reader, actor, rows), writesFor: writesFor(actor) };
}

/** Rows with their body, in the same order; without those whose body has left the directory. */
export async function presentSpaces(
  reader: Reader,
  actor: Actor,
  rows: readonly SpaceRow[],
): Promise<Space[]> {
  const bodies = await directoryBodies(
    reader,
    rows.map(({ bodyId }) => bodyId),
  );
  return rows.flatMap(({ bodyId, x, y, openedOn, closedOn, ...rest }) => {
    const of = bodies.get(bodyId);
    if (of === undefined) return [];
    const { id, name, kind, sector, public: isPublic, district } = of;
    return [
      {
        ...rest,
        body: { id, name, kind, sector, public: isPublic },
        district,
        place: x === null || y === null ? null : { x, y },
        editable: mayWriteFor(actor, bodyId),
      },
    ];
  });
}

/** Names of spaces, closed ones too: where an initiative was held stays said. */
export async function spaceNames(reader: Reader, ids: Iterable<SpaceId>): Promise<Map<SpaceId, string>> {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return new Map();
  const rows = await reader
    .select({ id: space.id, name: space.name, bodyId: space.bodyId })
    .from(space)
    .where(inArray(space.id, wanted));
  const bodies = await directoryBodies(
    reader,
    rows.map(({ bodyId }) => bodyId),
  );
  return new Map(rows.flatMap(({ id, name, bodyId }) => (bodies.has(bodyId) ? [[id, name]] : [])));
}

/** An open space of a body of the directory; null otherwise. */
export async function openSpace(reader: Reader, id: SpaceId): Promise<{ capacity: number } | null> {
  const [row] = await reader
    .select({ capacity: space.capacity, bodyId: space.bodyId })
    .from(space)
    .where(and(eq(space.id, id), isNull(space.closedOn)));
  if (row === undefined) return null;
  return (await directoryBodies(reader, [row.bodyId])).has(row.bodyId) ? { capacity: row.capacity } : null;
}
