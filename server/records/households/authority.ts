/** May this actor do this here? Loads the facts, asks shared/access.ts, and says no in the one way that tells nothing. */
import { eq, sql } from 'drizzle-orm';
import { type Actor, may, type Relation } from '../../../shared/access.ts';
import type { HouseholdAction } from '../../../shared/household-action.ts';
import type { HouseholdId } from '../../../shared/ids.ts';
import { type Outcome, ok, refuse } from '../../../shared/outcome.ts';
import type { Reader, Tx } from '../../db/connect.ts';
import { loadRelation } from '../care-team/relation.ts';
import { household } from './table.ts';

/**
 * The actor's relation, when they may. Otherwise `not-available` for whoever may not know of the household (or, for
 * the case, of its existence), `wrong-state` when only its being closed stands in the way, else `not-yours-to-do`.
 */
export async function authorise(
  reader: Reader,
  actor: Actor,
  householdId: HouseholdId,
  action: HouseholdAction,
): Promise<Outcome<Relation>> {
  const relation = await loadRelation(reader, actor, householdId);
  if (relation === null || !may(actor, 'household.see', relation)) return refuse('not-available');
  if (may(actor, action, relation)) return ok(relation);
  if (action === 'case.see') return refuse('not-available');
  return refuse(may(actor, action, reopened(relation)) ? 'wrong-state' : 'not-yours-to-do');
}

/** The relation as it would be if the household were open. */
const reopened = (relation: Relation): Relation => ({
  ...relation,
  household: { ...relation.household, status: 'enrolled' },
});

/**
 * Makes changes of tutor, regia, team, consents, zones and status queue up, one household at a time. Call it before
 * anything is read: what is read afterwards stays true until the commit. It also waits for document writes under way,
 * which hold the row `for share`.
 */
export async function lockHousehold(tx: Tx, householdId: HouseholdId): Promise<void> {
  await tx
    .select({ id: household.id })
    .from(household)
    .where(eq(household.id, householdId))
    .for('no key update');
}

/**
 * Steps the household's access epoch: whatever open pages were about to write under the old authority is refused once
 * this transaction has committed.
 */
export async function stepAccessEpoch(tx: Tx, householdId: HouseholdId): Promise<void> {
  await tx
    .update(household)
    .set({ accessEpoch: sql`${household.accessEpoch} + 1` })
    .where(eq(household.id, householdId));
}
