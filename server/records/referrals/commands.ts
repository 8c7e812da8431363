/** Referring a household to a service, until the loop closes with an outcome (B8, B9). */
import { and, eq, sql } from 'drizzle-orm';
import { assert } from '../../../shared/assert.ts';
import { dayOf, instantOf } from '../../../shared/dates.ts';
import type { HouseholdId, ReferralId } from '../../../shared/ids.ts';
import { type Outcome, ok, refuse, refuseField } from '../../../shared/outcome.ts';
import {
  isReferralClosed,
  type Referral,
  type ReferralDraft,
  type ReferralOutcome,
  type ReferralStatus,
  servicesByRight,
} from '../../../shared/records/referrals.ts';
import { append } from '../../activity/log.ts';
import type { CommandContext } from '../../command.ts';
import type { Tx } from '../../db/connect.ts';
import { openBody } from '../bodies/queries.ts';
import { isGoalOf } from '../goals/queries.ts';
import { authorise } from '../households/authority.ts';
import { isMember } from '../households/briefs.ts';
import { presentReferrals } from './queries.ts';
import { type ReferralRow, referral } from './table.ts';

/** Asks a service of the catalogue of that right. The same id again answers the same referral. */
export async function requestReferral(
  context: CommandContext,
  { householdId, ...draft }: ReferralDraft & { householdId: HouseholdId },
): Promise<Outcome<Referral>> {
  const { tx, actor, now } = context;
  const allowed = await authorise(tx, actor, householdId, 'referral.write');
  if (!allowed.ok) return allowed;
  const earlier = await lockReferral(tx, householdId, draft.id);
  if (earlier !== null) return present(tx, earlier);
  const problem = await refuseUnknown(tx, householdId, draft);
  if (problem !== null) return problem;
  const [made] = await tx
    .insert(referral)
    .values({
      ...draft,
      householdId,
      requestedBy: actor.personId,
      requestedOn: dayOf(now),
      status: 'requested',
      changedAt: instantOf(now),
    })
    .onConflictDoNothing()
    .returning();
  if (made === undefined) return refuse('not-available');
  const { id: referralId, bodyId } = draft;
  await append(context, householdId, { kind: 'referral.requested', referralId, bodyId });
  return present(tx, made);
}

/** Records the service's answer or the end. A closed referral stays closed: a new try is a new referral. */
export async function updateReferral(
  context: CommandContext,
  input: {
    householdId: HouseholdId;
    referralId: ReferralId;
    status: ReferralStatus;
    outcome: ReferralOutcome | null;
    note?: string | undefined;
    version: number;
  },
): Promise<Outcome<Referral>> {
  const { tx, actor, now } = context;
  const { householdId, referralId, status, outcome, note, version } = input;
  const allowed = await authorise(tx, actor, householdId, 'referral.write');
  if (!allowed.ok) return allowed;
  const before = await lockReferral(tx, householdId, referralId);
  if (before === null) return refuse('not-available');
  if (before.version !== version) return refuse('changed-meanwhile');
  if (isReferralClosed(before.status) || status === 'draft') return refuse('wrong-state');
  const problem = refuseOutcome(status, outcome);
  if (problem !== null) return problem;
  const [after] = await tx
    .update(referral)
    .set({
      status,
      outcome,
      ...(note === undefined ? {} : { note }),
      changedAt: instantOf(now),
      version: sql`${referral.version} + 1`,
    })
    .where(eq(referral.id, referralId))
    .returning();
  assert(after, 'a locked referral is still there');
  const from = before.status;
  await append(context, householdId, {
    kind: 'referral.status-changed',
    referralId,
    from,
    to: status,
    outcome,
  });
  return present(tx, after);
}

/** B9: the loop closes with an outcome. One on hold may say what it waits for; one under way has none. */
function refuseOutcome(status: ReferralStatus, outcome: ReferralOutcome | null) {
  if (isReferralClosed(status) && outcome === null) {
    return refuseField('outcome', 'required', 'A referral closes with an outcome.');
  }
  if (!isReferralClosed(status) && status !== 'on_hold' && outcome !== null) {
    return refuseField('outcome', 'too-early', 'A referral under way has no outcome yet.');
  }
  return null;
}

async function refuseUnknown(tx: Tx, householdId: HouseholdId, draft: ReferralDraft) {
  const { right, service, bodyId, memberId, goalId } = draft;
  const catalogue: readonly string[] = servicesByRight[right];
  if (!catalogue.includes(service)) {
    return refuseField('service', 'other-right', 'This service isn’t in the catalogue of this right.');
  }
  if ((await openBody(tx, bodyId)) === null) {
    return refuseField('bodyId', 'unknown', 'No open body has this id.');
  }
  if (memberId !== null && !(await isMember(tx, householdId, memberId))) {
    return refuseField('memberId', 'unknown', 'No member of this household has this id.');
  }
  if (goalId !== null && !(await isGoalOf(tx, householdId, goalId))) {
    return refuseField('goalId', 'unknown', 'No goal of this household has this id.');
  }
  return null;
}

async function lockReferral(
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

async function present(tx: Tx, row: ReferralRow): Promise<Outcome<Referral>> {
  const [presented] = await presentReferrals(tx, [row]);
  assert(presented, 'one row gives one referral');
  return ok(presented);
}
