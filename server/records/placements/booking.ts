/** Booking a place: never the same one twice, whoever else books at the same moment (D4). */
import { addDays, addYears, type Day, dayOf, daysBetween, instantOf } from '../../../shared/dates.ts';
import type { BodyId, PlacementId } from '../../../shared/ids.ts';
import { type Outcome, refuseField } from '../../../shared/outcome.ts';
import { longestStayDays, type Placement } from '../../../shared/records/placements.ts';
import type { StructureTerms } from '../../../shared/records/structures.ts';
import { append } from '../../activity/log.ts';
import type { CommandContext } from '../../command.ts';
import { membersOf } from '../households/members.ts';
import { lockStructure } from '../structures/queries.ts';
import { keep, lockForStep, refuseOverlap } from './locked.ts';
import { refuseFull } from './room.ts';
import type { PlacementRow } from './table.ts';

type Booking = {
  readonly placementId: PlacementId;
  readonly structureId: BodyId;
  readonly from: Day;
  readonly until: Day | null;
  readonly reviewOn: Day | null;
  readonly version: number;
};

/**
 * The structure's row is locked before its nights are read: of bookings at the same moment each sees those before it.
 * `place-taken` names what is free instead. The database refuses a doubled place even so (migrations/0014).
 */
export async function bookPlacement(
  context: CommandContext,
  { placementId, structureId, from, until, reviewOn, version }: Booking,
): Promise<Outcome<Placement>> {
  const { tx, actor, now } = context;
  const locked = await lockForStep(context, { placementId, step: 'book', version });
  if (!locked.ok) return locked;
  const row = locked.value;
  const problem = refuseDays({ from, until, reviewOn }, row, now);
  if (problem !== null) return problem;
  const overlap = await refuseOverlap(context, row, { from, until, path: 'from' });
  if (overlap !== null) return overlap;
  const structure = await lockStructure(tx, actor, structureId);
  if (structure === null) return refuseField('structureId', 'unknown', 'No structure has this id.');
  if (!structure.open) return refuseField('structureId', 'closed', 'This structure takes nobody at present.');
  if (!(await takes(context, structure, row, from))) {
    return refuseField('structureId', 'not-for-them', 'This structure doesn’t take a family like this one.');
  }
  const { persons } = row;
  const full = await refuseFull(context, structure, { placementId, persons, from, until });
  if (full !== null) return full;
  await append(context, row.householdId, { kind: 'placement.booked', placementId });
  return keep(context, row, {
    status: 'booked',
    structureId,
    startsOn: from,
    endsOn: until,
    reviewOn,
    bookedBy: actor.personId,
    bookedAt: instantOf(now),
  });
}

/** A night that was asked for yesterday can still be booked this morning; nothing before the request. */
function refuseDays(
  { from, until, reviewOn }: Pick<Booking, 'from' | 'until' | 'reviewOn'>,
  row: PlacementRow,
  now: Date,
) {
  if (from < row.requestedOn) {
    return refuseField('from', 'before-request', 'Nobody stays before a place was asked for.');
  }
  if (from > addDays(dayOf(now), longestStayDays)) {
    return refuseField('from', 'too-far', 'This day is too far ahead.');
  }
  if (until !== null && until <= from) {
    return refuseField('until', 'before-start', 'The day of leaving comes after the day of arriving.');
  }
  if (until !== null && daysBetween(from, until) > longestStayDays) {
    return refuseField('until', 'too-far', 'A stay is booked for two years at most.');
  }
  return reviewOn !== null && reviewOn < from
    ? refuseField('reviewOn', 'before-start', 'A stay isn’t reviewed before it begins.')
    : null;
}

/** Whether the structure takes pregnant women, children, and children of that age. */
async function takes(
  { tx }: CommandContext,
  { takesPregnant, takesChildren, childAgeMax }: StructureTerms,
  { householdId, memberIds, expected }: PlacementRow,
  on: Day,
): Promise<boolean> {
  const members = (await membersOf(tx, [householdId])).get(householdId) ?? [];
  const going = members.filter(({ id }) => memberIds.includes(id));
  const children = going.filter(({ relation }) => relation === 'child');
  const pregnant = going.some(({ pregnancy }) => pregnancy !== null && pregnancy.ended === null);
  if (pregnant && !takesPregnant) return false;
  if ((children.length > 0 || expected > 0) && !takesChildren) return false;
  const tooOld = (birth: Day | null): boolean =>
    childAgeMax !== null && birth !== null && addYears(birth, childAgeMax + 1) <= on;
  return !children.some(({ birth }) => tooOld(birth));
}
