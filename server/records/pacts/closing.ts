/** Pacts that wait for signatures when their household closes. */
import { and, eq, isNull } from 'drizzle-orm';
import { instantOf } from '../../../shared/dates.ts';
import type { HouseholdId, PactId } from '../../../shared/ids.ts';
import { append } from '../../activity/log.ts';
import type { CommandContext } from '../../command.ts';
import { updatePact } from './lock.ts';
import { type PactRow, pact, pactSignature } from './table.ts';

/** What was proposed is a draft again: taken in anew, nobody signs what was agreed before. Pacts in force stay. */
export async function reopenProposedPacts(
  context: CommandContext,
  householdId: HouseholdId,
  reason: string,
): Promise<void> {
  const proposed = await context.tx
    .select({ id: pact.id })
    .from(pact)
    .where(and(eq(pact.householdId, householdId), eq(pact.status, 'proposed')))
    .for('update');
  for (const { id: pactId } of proposed) {
    await openAgain(context, pactId);
    await append(context, householdId, { kind: 'pact.reopened', pactId, reason });
  }
}

/** Back to a draft. Answers given so far stay as history and no longer count. */
export async function openAgain({ tx, now }: CommandContext, pactId: PactId): Promise<PactRow> {
  await tx
    .update(pactSignature)
    .set({ voidedAt: instantOf(now) })
    .where(and(eq(pactSignature.pactId, pactId), isNull(pactSignature.voidedAt)));
  return updatePact(tx, pactId, { status: 'draft', hash: null, proposedAt: null });
}
