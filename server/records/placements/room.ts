/** Whether a structure has room on these nights, and which others would (D4). */
import { type Day, dayOf } from '../../../shared/dates.ts';
import type { BodyId, PlacementId } from '../../../shared/ids.ts';
import { type Refusal, refuse } from '../../../shared/outcome.ts';
import { leastFree } from '../../../shared/records/structures.ts';
import type { CommandContext } from '../../command.ts';
import { openStructures } from '../structures/queries.ts';
import { nightsTaken } from './nights.ts';

type Wanted = {
  readonly placementId: PlacementId;
  readonly persons: number;
  readonly from: Day;
  readonly until: Day | null;
};
type Room = { readonly bodyId: BodyId; readonly capacity: number; readonly others: number };

/** Null when there is room. The structure is locked by the caller, so what is read here stays true until the commit. */
export async function refuseFull(
  context: CommandContext,
  structure: Room,
  wanted: Wanted,
): Promise<Refusal | null> {
  if (await hasRoom(context, structure, wanted)) return null;
  const free = [];
  for (const other of await openStructures(context.tx, context.actor)) {
    if (other.bodyId !== structure.bodyId && (await hasRoom(context, other, wanted))) free.push(other.bodyId);
  }
  return refuse('place-taken', {
    fields: free.map((id) => ({ path: 'structureId', code: 'free-instead', message: id })),
  });
}

async function hasRoom(
  { tx, now }: CommandContext,
  { bodyId, capacity, others }: Room,
  { placementId, persons, from, until }: Wanted,
): Promise<boolean> {
  const taken = (await nightsTaken(tx, [bodyId], dayOf(now))).get(bodyId) ?? [];
  const guests = taken.filter((each) => each.placementId !== placementId);
  return leastFree(capacity - others, guests, { from, until }) >= persons;
}
