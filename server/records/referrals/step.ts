/** One step of a referral, whoever takes it: the row, its history, and the rules both the team and a body obey. */
import { and, eq, sql } from 'drizzle-orm';
import { assert } from '../../../shared/assert.ts';
import { dayOf, instantOf } from '../../../shared/dates.ts';
import type { BodyId, HouseholdId, PersonId, ReferralId } from '../../../shared/ids.ts';
import { type Refusal, refuse, refuseField } from '../../../shared/outcome.ts';
import {
  isReferralClosed,
  isReferralWaiting,
  nextReferralStatuses,
  type ReferralOutcome,
  type ReferralStatus,
  usualAnswerBy,
} from '../../../shared/records/referrals.ts';
import type { Occasion } from '../../activity/log.ts';
import type { Tx } from '../../db/connect.ts';
import { type ReferralRow, referral, referralStep } from './table.ts';

export type Step = {
  readonly status: ReferralStatus;
  readonly outcome: ReferralOutcome | null;
  readonly note: string;
  /** A person of the team, or the receiving body. */
  readonly by: { readonly personId: PersonId } | { readonly bodyId: BodyId };
};

/** Why this step can't be taken from here; null when it can. B9: the loop closes with an outcome. */
export function refuseStep(
  from: ReferralStatus,
  { status, outcome }: Pick<Step, 'status' | 'outcome'>,
): Refusal | null {
  if (!nextReferralStatuses[from].includes(status)) return refuse('wrong-state');
  if (isReferralClosed(status) && outcome === null) {
    return refuseField('outcome', 'required', 'A referral closes with an outcome.');
  }
  if (!isReferralClosed(status) && status !== 'on_hold' && outcome !== null) {
    return refuseField('outcome', 'too-early', 'A referral under way has no outcome yet.');
  }
  return null;
}

/** Takes the step. What begins to wait waits for the usual time, and can be late again. */
export async function takeStep(
  { tx, now }: Pick<Occasion, 'tx' | 'now'>,
  before: ReferralRow,
  step: Step,
): Promise<ReferralRow> {
  const { status, outcome } = step;
  const today = dayOf(now);
  const asked = before.status === 'draft' && status === 'requested';
  const kept = asked && before.answerBy !== null && before.answerBy >= today ? before.answerBy : null;
  const [after] = await tx
    .update(referral)
    .set({
      status,
      outcome,
      ...(asked ? { requestedOn: today } : {}),
      ...(isReferralWaiting(status) ? { answerBy: kept ?? usualAnswerBy(today), escalatedAt: null } : {}),
      ...(before.answerBy === null && !isReferralWaiting(status) ? { answerBy: today } : {}),
      changedAt: instantOf(now),
      version: sql`${referral.version} + 1`,
    })
    .where(eq(referral.id, before.id))
    .returning();
  assert(after, 'a locked referral is still there');
  await keepStep(tx, before.id, now, step);
  return after;
}

/** Writes a step into the history, which nobody changes. */
export async function keepStep(
  tx: Tx,
  referralId: ReferralId,
  now: Date,
  { status, outcome, note, by }: Step,
): Promise<void> {
  await tx.insert(referralStep).values({
    referralId,
    at: instantOf(now),
    status,
    outcome,
    note,
    byId: 'personId' in by ? by.personId : null,
    byBodyId: 'bodyId' in by ? by.bodyId : null,
  });
}

/** The referral of this household, locked for a change; null when there is none. */
export async function lockReferral(
  tx: Tx,
  householdId: HouseholdId,
  referralId: ReferralId,
): Promise<ReferralRow | null> {
  const [row] = await tx
    .select()
    .from(referral)
    .where(and(eq(referral.id, referralId), eq(referral.householdId, householdId)))
    .for('update');
  return row ?? null;
}
