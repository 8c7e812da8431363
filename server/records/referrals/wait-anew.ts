/** Referrals of a household that is taken in again. A leaf: re-opening calls it. */
import { and, eq, inArray, lt, sql } from 'drizzle-orm';
import { dayOf } from '../../../shared/dates.ts';
import type { HouseholdId } from '../../../shared/ids.ts';
import type { CommandContext } from '../../command.ts';
import { referral } from './table.ts';

/** Those whose day passed meanwhile wait from today, as long as they were to wait when they were asked. */
export async function waitAnew({ tx, now }: CommandContext, householdId: HouseholdId): Promise<void> {
  const today = dayOf(now);
  await tx
    .update(referral)
    .set({
      answerBy: sql`${today}::date + greatest(${referral.answerBy} - ${referral.requestedOn}, 1)`,
      escalatedAt: null,
      version: sql`${referral.version} + 1`,
    })
    .where(
      and(
        eq(referral.householdId, householdId),
        inArray(referral.status, ['requested', 'on_hold']),
        lt(referral.answerBy, today),
      ),
    );
}
