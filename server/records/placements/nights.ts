/** Which nights of which structure are taken: a leaf, because structures ask it. */
import { and, inArray } from 'drizzle-orm';
import { addDays, type Day } from '../../../shared/dates.ts';
import type { BodyId, PlacementId } from '../../../shared/ids.ts';
import type { Guests } from '../../../shared/records/structures.ts';
import type { Reader } from '../../db/connect.ts';
import { placement } from './table.ts';

export type Taken = Guests & { readonly placementId: PlacementId };

/**
 * Bookings and stays of these structures. Whoever is there past the planned day still sleeps there tonight, so their
 * place isn't free before tomorrow.
 */
export async function nightsTaken(
  reader: Reader,
  structureIds: readonly BodyId[],
  today: Day,
): Promise<Map<BodyId, Taken[]>> {
  const taken = new Map<BodyId, Taken[]>(structureIds.map((id) => [id, []]));
  if (structureIds.length === 0) return taken;
  const rows = await reader
    .select()
    .from(placement)
    .where(
      and(
        inArray(placement.structureId, [...structureIds]),
        inArray(placement.status, ['booked', 'in_stay']),
      ),
    );
  for (const { id, structureId, startsOn, endsOn, status, persons } of rows) {
    if (structureId === null || startsOn === null) continue;
    const stays = status === 'in_stay' && endsOn !== null && endsOn <= today;
    const until = stays ? addDays(today, 1) : endsOn;
    taken.get(structureId)?.push({ placementId: id, from: startsOn, until, persons });
  }
  return taken;
}
