/**
 * What becomes of what was under way when a household closes, and when it is taken in again. What was only asked of
 * others ends with the closure: tasks of windows, a silence that was noticed, requests for a mediator and for a place; a
 * pact that waited for signatures is a draft again. What was agreed or is lived stays: other tasks, referrals, places
 * booked and stays, pacts in force. Nothing of it asks anybody for anything while the household is closed. Taken in
 * again, its waits begin anew: nobody could answer meanwhile.
 */
import type { HouseholdId } from '../../../shared/ids.ts';
import type { CommandContext } from '../../command.ts';
import { silenceWindows } from '../calendar/silence.ts';
import { closeSignal } from '../contacts/close-signal.ts';
import { endAllMediation } from '../mediation/closing.ts';
import { reopenProposedPacts } from '../pacts/closing.ts';
import { cancelRequestedPlacements } from '../placements/closing.ts';
import { waitAnew } from '../referrals/wait-anew.ts';

/** The household's lock is held. `reason` is the closure's own. */
export async function endWhatWasAsked(
  context: CommandContext,
  householdId: HouseholdId,
  reason: string,
): Promise<void> {
  await silenceWindows(context, householdId);
  await closeSignal(context, householdId);
  await endAllMediation(context, householdId, reason);
  await cancelRequestedPlacements(context, householdId, reason);
  await reopenProposedPacts(context, householdId, reason);
}

/** The household's lock is held. */
export const beginWaitsAnew = waitAnew;
