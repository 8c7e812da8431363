/**
 * The floor of a conference under way: its chair or its minute-taker opens a point. Both say what they saw open, so that
 * of two who press "next" at once one moves it and the other looks again.
 */
import { and, eq } from 'drizzle-orm';
import { instantOf } from '../../../shared/dates.ts';
import type { ConferenceId, HouseholdId } from '../../../shared/ids.ts';
import { type Outcome, ok, refuse, refuseField } from '../../../shared/outcome.ts';
import type { Floor } from '../../../shared/records/conference-floor.ts';
import { append } from '../../activity/log.ts';
import type { CommandContext } from '../../command.ts';
import { authorise } from '../households/authority.ts';
import { type ConferenceRow, conference } from './table.ts';

export type FloorMove = {
  readonly householdId: HouseholdId;
  readonly conferenceId: ConferenceId;
  readonly pointId: string | null;
  readonly seen: Floor;
};

/** The open point of a conference's row. */
export const floorOf = ({ floorPointId, floorSince }: ConferenceRow): Floor =>
  floorPointId !== null && floorSince !== null ? { pointId: floorPointId, since: floorSince } : null;

/**
 * Opens a point or closes the open one. Asked for what is so already, it changes nothing: a request sent twice. `seen`
 * that isn't so any more is `changed-meanwhile`; a conference that hasn't begun, or is over, `wrong-state`.
 */
export async function moveFloor(
  context: CommandContext,
  { householdId, conferenceId, pointId, seen }: FloorMove,
): Promise<Outcome<{ floor: Floor }>> {
  const { tx, actor, now } = context;
  const allowed = await authorise(tx, actor, householdId, 'case.see');
  if (!allowed.ok) return allowed;
  const [row] = await tx
    .select()
    .from(conference)
    .where(and(eq(conference.id, conferenceId), eq(conference.householdId, householdId)))
    .for('update');
  if (row === undefined) return refuse('not-available');
  if (actor.personId !== row.chairId && actor.personId !== row.minuteTakerId)
    return refuse('not-yours-to-do');
  if (row.status !== 'held' || allowed.value.household.status === 'closed') return refuse('wrong-state');
  if (pointId !== null && !row.agenda.some(({ id }) => id === pointId))
    return refuseField('pointId', 'unknown', 'No point of the agenda has this id.');
  const open = floorOf(row);
  if ((open?.pointId ?? null) === pointId) return ok({ floor: open });
  if (open?.pointId !== seen?.pointId || open?.since !== seen?.since) return refuse('changed-meanwhile');
  const floor: Floor = pointId === null ? null : { pointId, since: instantOf(now) };
  await tx
    .update(conference)
    .set({ floorPointId: floor?.pointId ?? null, floorSince: floor?.since ?? null })
    .where(eq(conference.id, conferenceId));
  await append(context, householdId, { kind: 'conference.floor-moved', conferenceId, pointId });
  return ok({ floor });
}
