/** Under which rights the plan has words, as the projection read them last. */
import { eq } from 'drizzle-orm';
import type { HouseholdId } from '../../../shared/ids.ts';
import type { Right } from '../../../shared/records/rights.ts';
import type { Reader, Tx } from '../../db/connect.ts';
import { household } from './table.ts';

export async function rightsInPlan(reader: Reader, householdId: HouseholdId): Promise<ReadonlySet<Right>> {
  const [row] = await reader
    .select({ rights: household.rightsInPlan })
    .from(household)
    .where(eq(household.id, householdId));
  return new Set(row?.rights);
}

/** Writes only when they differ: the row is one that document writes wait for. */
export async function setRightsInPlan(
  tx: Tx,
  householdId: HouseholdId,
  rights: ReadonlySet<Right>,
): Promise<void> {
  const before = await rightsInPlan(tx, householdId);
  if (before.size === rights.size && [...rights].every((right) => before.has(right))) return;
  await tx
    .update(household)
    .set({ rightsInPlan: [...rights] })
    .where(eq(household.id, householdId));
}
