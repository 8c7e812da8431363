/** A stay from its first night to its last: arrival, reviews, extensions, exit; or a booking that is cancelled (D6). */
import { and, eq } from 'drizzle-orm';
import { assert } from '../../../shared/assert.ts';
import { type Day, dayOf, daysBetween } from '../../../shared/dates.ts';
import type { PlacementId } from '../../../shared/ids.ts';
import { type Outcome, refuseField } from '../../../shared/outcome.ts';
import { type ExitReason, longestStayDays, type Placement } from '../../../shared/records/placements.ts';
import { append } from '../../activity/log.ts';
import type { CommandContext } from '../../command.ts';
import { lockRoom } from '../structures/queries.ts';
import { keep, lockForStep, present, refuseOverlap } from './locked.ts';
import { refuseFull } from './room.ts';
import { type PlacementRow, placement, placementExtension, placementReview } from './table.ts';

type Of<T> = T & { readonly placementId: PlacementId; readonly version: number };

/** The stay begins on the day they came, which may be another than the booked one. */
export async function arrive(
  context: CommandContext,
  { placementId, version, on, reviewOn }: Of<{ on: Day; reviewOn: Day | null }>,
): Promise<Outcome<Placement>> {
  const locked = await lockForStep(context, { placementId, step: 'arrive', version });
  if (!locked.ok) return locked;
  const row = locked.value;
  const { endsOn: until, householdId } = row;
  if (on > dayOf(context.now)) return refuseField('on', 'future', 'This day hasn’t come yet.');
  if (on < row.requestedOn) {
    return refuseField('on', 'before-request', 'Nobody stays before a place was asked for.');
  }
  if (until !== null && on >= until) {
    return refuseField('on', 'booking-ended', 'The booking had ended by then: cancel it and book anew.');
  }
  if (reviewOn !== null && reviewOn < on) {
    return refuseField('reviewOn', 'before-start', 'A stay isn’t reviewed before it begins.');
  }
  const problem =
    (await refuseOverlap(context, row, { from: on, until, path: 'on' })) ??
    (await refuseNoRoom(context, row, { from: on, until }));
  if (problem !== null) return problem;
  const reEntry = await wasInStructure(context, row);
  await append(context, householdId, { kind: 'placement.arrived', placementId, reEntry });
  return keep(context, row, {
    status: 'in_stay',
    startsOn: on,
    arrivedOn: on,
    reEntry,
    reviewOn: reviewOn ?? row.reviewOn,
  });
}

/** What was seen, and when to look again. The same id again answers the placement as it is. */
export async function review(
  context: CommandContext,
  { placementId, version, id, on, note, next }: Of<{ id: string; on: Day; note: string; next: Day | null }>,
): Promise<Outcome<Placement>> {
  const { tx, actor, now } = context;
  const locked = await lockForStep(context, { placementId, step: 'review', version });
  if (!locked.ok) return locked;
  const row = locked.value;
  if (on > dayOf(now)) return refuseField('on', 'future', 'This day hasn’t come yet.');
  if (row.arrivedOn !== null && on < row.arrivedOn) {
    return refuseField('on', 'before-start', 'A stay isn’t reviewed before it begins.');
  }
  if (next !== null && next <= on) {
    return refuseField('next', 'before-start', 'The next review comes after this one.');
  }
  const [made] = await tx
    .insert(placementReview)
    .values({ id, placementId, reviewedOn: on, note, reviewedBy: actor.personId })
    .onConflictDoNothing()
    .returning({ id: placementReview.id });
  if (made === undefined) return present(context, row);
  await append(context, row.householdId, { kind: 'placement.reviewed', placementId });
  return keep(context, row, { reviewOn: next });
}

/** A later day of leaving; for an open-ended stay, the first one. Where the nights are taken: `place-taken`. */
export async function extend(
  context: CommandContext,
  { placementId, version, id, until, reason }: Of<{ id: string; until: Day; reason: string }>,
): Promise<Outcome<Placement>> {
  const { tx, actor, now } = context;
  const locked = await lockForStep(context, { placementId, step: 'extend', version });
  if (!locked.ok) return locked;
  const row = locked.value;
  const { startsOn: from, endsOn } = row;
  assert(from, 'a booking has its days');
  const today = dayOf(now);
  if (until <= today || until <= from || (endsOn !== null && until <= endsOn)) {
    return refuseField(
      'until',
      'not-later',
      'An extension ends later than what is planned, and after today.',
    );
  }
  if (daysBetween(today, until) > longestStayDays) {
    return refuseField('until', 'too-far', 'A stay is extended by two years at most.');
  }
  const problem =
    (await refuseOverlap(context, row, { from, until, path: 'until' })) ??
    (await refuseNoRoom(context, row, { from, until }));
  if (problem !== null) return problem;
  const [made] = await tx
    .insert(placementExtension)
    .values({ id, placementId, extendedOn: today, until, reason, extendedBy: actor.personId })
    .onConflictDoNothing()
    .returning({ id: placementExtension.id });
  if (made === undefined) return present(context, row);
  await append(context, row.householdId, { kind: 'placement.extended', placementId, until, reason });
  return keep(context, row, { endsOn: until });
}

/** They left: that night is free again. */
export async function exit(
  context: CommandContext,
  { placementId, version, on, reason, words }: Of<{ on: Day; reason: ExitReason; words: string }>,
): Promise<Outcome<Placement>> {
  const locked = await lockForStep(context, { placementId, step: 'exit', version });
  if (!locked.ok) return locked;
  const row = locked.value;
  if (on > dayOf(context.now)) return refuseField('on', 'future', 'This day hasn’t come yet.');
  assert(row.startsOn, 'a stay has its days');
  if (on < row.startsOn) return refuseField('on', 'before-start', 'Nobody leaves before they came.');
  const overlap = await refuseOverlap(context, row, { from: row.startsOn, until: on, path: 'on' });
  if (overlap !== null) return overlap;
  await append(context, row.householdId, { kind: 'placement.ended', placementId, exit: reason });
  return keep(context, row, { status: 'ended', endsOn: on, exitReason: reason, exitWords: words });
}

/** A request or a booking that comes to nothing: its places are free again. */
export async function cancel(
  context: CommandContext,
  { placementId, version, reason }: Of<{ reason: string }>,
): Promise<Outcome<Placement>> {
  const locked = await lockForStep(context, { placementId, step: 'cancel', version });
  if (!locked.ok) return locked;
  await append(context, locked.value.householdId, { kind: 'placement.cancelled', placementId, reason });
  return keep(context, locked.value, { status: 'cancelled', cancelReason: reason });
}

/** At her wish: from now on only people who were named learn where she is. */
export async function conceal(
  context: CommandContext,
  { placementId, version, concealed }: Of<{ concealed: boolean }>,
): Promise<Outcome<Placement>> {
  const locked = await lockForStep(context, { placementId, step: 'conceal', version });
  if (!locked.ok) return locked;
  await append(context, locked.value.householdId, { kind: 'placement.concealed', placementId, concealed });
  return keep(context, locked.value, { concealed });
}

/** Locks the structure and asks for room, whoever acts: the stay is there already. */
async function refuseNoRoom(
  context: CommandContext,
  { id: placementId, structureId, persons }: PlacementRow,
  nights: { from: Day; until: Day | null },
) {
  assert(structureId, 'a booking has its structure');
  const structure = await lockRoom(context.tx, structureId);
  return refuseFull(context, structure, { placementId, persons, ...nights });
}

/** D6: a family that comes back after an earlier stay. */
async function wasInStructure({ tx }: CommandContext, { householdId }: PlacementRow): Promise<boolean> {
  const rows = await tx
    .select({ id: placement.id })
    .from(placement)
    .where(and(eq(placement.householdId, householdId), eq(placement.status, 'ended')))
    .limit(1);
  return rows.length > 0;
}
