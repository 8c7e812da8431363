/** One placement, locked for a step of somebody who may take it. */
import { and, eq, inArray, ne, sql } from 'drizzle-orm';
import { may } from '../../../shared/access.ts';
import { assert } from '../../../shared/assert.ts';
import { type Day, instantOf } from '../../../shared/dates.ts';
import type { PlacementId } from '../../../shared/ids.ts';
import { type Outcome, ok, refuse, refuseField } from '../../../shared/outcome.ts';
import { type Placement, type PlacementStep, stepsOf } from '../../../shared/records/placements.ts';
import type { CommandContext } from '../../command.ts';
import { loadRelation } from '../care-team/relation.ts';
import { lockHousehold } from '../households/authority.ts';
import { presentPlacements, stepsFor } from './present.ts';
import { type PlacementRow, placement } from './table.ts';

type Asked = { readonly placementId: PlacementId; readonly step: PlacementStep; readonly version: number };

/**
 * Locks household and placement, always in this order. Whoever may not know of it gets `not-available`; then the version,
 * the state, and whose step it is are asked.
 */
export async function lockForStep(
  context: CommandContext,
  { placementId, step, version }: Asked,
): Promise<Outcome<PlacementRow>> {
  const { tx, actor } = context;
  const [found] = await tx
    .select({ householdId: placement.householdId })
    .from(placement)
    .where(eq(placement.id, placementId));
  if (found === undefined) return refuse('not-available');
  const { householdId } = found;
  await lockHousehold(tx, householdId);
  const relation = await loadRelation(tx, actor, householdId);
  const sees = relation !== null && may(actor, 'case.see', relation);
  if (!sees && actor.function !== 'call_centre') return refuse('not-available');
  const [row] = await tx.select().from(placement).where(eq(placement.id, placementId)).for('update');
  assert(row, 'a placement is never deleted');
  if (row.version !== version) return refuse('changed-meanwhile');
  if (!stepsOf[row.status].includes(step)) return refuse('wrong-state');
  return stepsFor(actor, relation, row).includes(step) ? ok(row) : refuse('not-yours-to-do');
}

/** Writes a step down and answers the placement as the actor reads it. */
export async function keep(
  context: CommandContext,
  row: PlacementRow,
  change: Partial<PlacementRow>,
): Promise<Outcome<Placement>> {
  const { tx, now } = context;
  const [after] = await tx
    .update(placement)
    .set({ ...change, changedAt: instantOf(now), version: sql`${placement.version} + 1` })
    .where(eq(placement.id, row.id))
    .returning();
  assert(after, 'a locked placement is still there');
  return present(context, after);
}

export async function present(
  { tx, actor, now }: CommandContext,
  row: PlacementRow,
): Promise<Outcome<Placement>> {
  const [presented] = await presentPlacements(tx, actor, [row], now);
  assert(presented, 'one row gives one placement');
  return ok(presented);
}

/** Nobody is in two places: refuses days that touch another booking or stay of the household. */
export async function refuseOverlap(
  { tx }: CommandContext,
  { id, householdId }: Pick<PlacementRow, 'id' | 'householdId'>,
  { from, until, path }: { from: Day; until: Day | null; path: string },
) {
  const others = await tx
    .select({ id: placement.id })
    .from(placement)
    .where(
      and(
        eq(placement.householdId, householdId),
        ne(placement.id, id),
        inArray(placement.status, ['booked', 'in_stay', 'ended']),
        sql`daterange(starts_on, ends_on) && daterange(${from}::date, ${until}::date)`,
      ),
    )
    .limit(1);
  return others.length > 0
    ? refuseField(path, 'overlaps', 'The family has another stay on these days.')
    : null;
}
