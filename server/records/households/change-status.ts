/** Opening, suspending, closing and re-opening a household: one step at a time, each kept with its day and its reason. */
import { eq } from 'drizzle-orm';
import { type Day, dayOf } from '../../../shared/dates.ts';
import type { HouseholdId } from '../../../shared/ids.ts';
import { type Outcome, ok, refuse, refuseField } from '../../../shared/outcome.ts';
import { type HouseholdStatus, nextStatuses } from '../../../shared/records/households.ts';
import type { Closure } from '../../../shared/records/status-changes.ts';
import { append } from '../../activity/log.ts';
import type { CommandContext } from '../../command.ts';
import { endAllEnrolments } from '../enrolments/commands.ts';
import { recordStatusChange } from '../status-changes/record.ts';
import { authorise, lockHousehold, stepAccessEpoch } from './authority.ts';
import { beginWaitsAnew, endWhatWasAsked } from './closing.ts';
import { household } from './table.ts';

export type StatusInput = {
  readonly householdId: HouseholdId;
  readonly status: HouseholdStatus;
  readonly reason: string;
  /** Pages always give it when they close; without, the closure is counted as unknown. */
  readonly closure?: Closure | undefined;
  /** Pages always give it when they suspend. */
  readonly reviewOn?: Day | undefined;
};

/**
 * Moves the household along its states. Closing ends its enrolments today, and what was only asked (closing.ts), and
 * makes every document read-only; it can be taken in again.
 */
export async function changeStatus(
  context: CommandContext,
  { householdId, status, reason, closure, reviewOn }: StatusInput,
): Promise<Outcome<Record<string, never>>> {
  const { tx, actor, now } = context;
  await lockHousehold(tx, householdId);
  const allowed = await authorise(tx, actor, householdId, 'household.change');
  if (!allowed.ok) return allowed;
  const from = allowed.value.household.status;
  if (!nextStatuses[from].includes(status)) return refuse('wrong-state');
  if (closure !== undefined && status !== 'closed') {
    return refuseField('closure', 'not-closing', 'Only a closure has a code.');
  }
  if (reviewOn !== undefined && (status !== 'suspended' || reviewOn <= dayOf(now))) {
    return refuseField('reviewOn', 'past', 'A suspension is looked at again on a day to come.');
  }
  await tx.update(household).set({ status, statusReason: reason }).where(eq(household.id, householdId));
  await recordStatusChange(context, householdId, {
    from,
    to: status,
    reason,
    closure: closure ?? null,
    reviewOn: reviewOn ?? null,
  });
  if (status === 'closed') {
    await endAllEnrolments(context, householdId, closure ?? null);
    await endWhatWasAsked(context, householdId, reason);
  }
  if (from === 'closed') await beginWaitsAnew(context, householdId);
  await stepAccessEpoch(tx, householdId);
  await append(context, householdId, { kind: 'household.status-changed', from, to: status, reason });
  return ok({});
}
