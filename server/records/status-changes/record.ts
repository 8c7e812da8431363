/** Keeps a state with its day: a leaf, called by whatever changes a household's state. */
import { dayOf } from '../../../shared/dates.ts';
import type { HouseholdId } from '../../../shared/ids.ts';
import type { StatusChange } from '../../../shared/records/status-changes.ts';
import type { CommandContext } from '../../command.ts';
import { statusChange } from './table.ts';

/** The household is in this state from today on. */
export async function recordStatusChange(
  { tx, actor, now }: CommandContext,
  householdId: HouseholdId,
  change: Pick<StatusChange, 'from' | 'to' | 'reason' | 'closure' | 'reviewOn'>,
): Promise<void> {
  await tx.insert(statusChange).values({ ...change, householdId, on: dayOf(now), changedBy: actor.personId });
}
