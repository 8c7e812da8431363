/** Referring a household to a service, until the loop closes with an outcome (B8, B9). */
import { eq, sql } from 'drizzle-orm';
import { assert } from '../../../shared/assert.ts';
import { type Day, dayOf, instantOf } from '../../../shared/dates.ts';
import type { HouseholdId, ReferralId } from '../../../shared/ids.ts';
import { type Outcome, ok, refuse, refuseField } from '../../../shared/outcome.ts';
import {
  isReferralClosed,
  type Referral,
  type ReferralDraft,
  type ReferralOutcome,
  type ReferralStatus,
  servicesByRight,
  usualAnswerBy,
} from '../../../shared/records/referrals.ts';
import { append } from '../../activity/log.ts';
import type { CommandContext } from '../../command.ts';
import type { Tx } from '../../db/connect.ts';
import { openBody } from '../bodies/queries.ts';
import { isGoalOf } from '../goals/queries.ts';
import { authorise } from '../households/authority.ts';
import { isMember } from '../households/briefs.ts';
import { presentReferrals } from './queries.ts';
import { keepStep, lockReferral, refuseStep, takeStep } from './step.ts';
import { type ReferralRow, referral } from './table.ts';

export type ReferralOf = { readonly householdId: HouseholdId; readonly referralId: ReferralId };

/** Asks a service of the catalogue of that right, or keeps a draft. The same id again answers the same referral. */
export async function requestReferral(
  context: CommandContext,
  {
    householdId,
    draft: isDraft = false,
    answerBy: given = null,
    ...draft
  }: ReferralDraft & {
    householdId: HouseholdId;
  },
): Promise<Outcome<Referral>> {
  const { tx, actor, now } = context;
  const allowed = await authorise(tx, actor, householdId, 'referral.write');
  if (!allowed.ok) return allowed;
  const earlier = await lockReferral(tx, householdId, draft.id);
  if (earlier !== null) return present(tx, earlier);
  const problem = (await refuseUnknown(tx, householdId, draft)) ?? refusePast(given, now);
  if (problem !== null) return problem;
  const today = dayOf(now);
  const status = isDraft ? 'draft' : 'requested';
  const [made] = await tx
    .insert(referral)
    .values({
      ...draft,
      householdId,
      requestedBy: actor.personId,
      requestedOn: today,
      answerBy: isDraft ? given : (given ?? usualAnswerBy(today)),
      status,
      changedAt: instantOf(now),
    })
    .onConflictDoNothing()
    .returning();
  if (made === undefined) return refuse('not-available');
  const { id: referralId, bodyId } = draft;
  const by = { personId: actor.personId };
  await keepStep(tx, referralId, now, { status, outcome: null, note: '', by });
  const kind = isDraft ? 'referral.drafted' : 'referral.requested';
  await append(context, householdId, { kind, referralId, bodyId });
  return present(tx, made);
}

/** Changes the day an answer is expected by, which makes a late one wait anew, or the note. */
export async function changeReferral(
  context: CommandContext,
  { householdId, referralId }: ReferralOf,
  { version, answerBy, note }: { answerBy?: Day | undefined; note?: string | undefined; version: number },
): Promise<Outcome<Referral>> {
  const { tx, actor, now } = context;
  const allowed = await authorise(tx, actor, householdId, 'referral.write');
  if (!allowed.ok) return allowed;
  const before = await lockReferral(tx, householdId, referralId);
  if (before === null) return refuse('not-available');
  if (before.version !== version) return refuse('changed-meanwhile');
  if (isReferralClosed(before.status)) return refuse('wrong-state');
  const newDay = answerBy !== undefined && answerBy !== before.answerBy;
  const problem = newDay ? refusePast(answerBy, now) : null;
  if (problem !== null) return problem;
  const fields = [
    ...(newDay ? ['answerBy'] : []),
    ...(note !== undefined && note !== before.note ? ['note'] : []),
  ];
  if (fields.length === 0) return present(tx, before);
  const [after] = await tx
    .update(referral)
    .set({
      ...(newDay ? { answerBy, escalatedAt: null } : {}),
      ...(note === undefined ? {} : { note }),
      changedAt: instantOf(now),
      version: sql`${referral.version} + 1`,
    })
    .where(eq(referral.id, referralId))
    .returning();
  assert(after, 'a locked referral is still there');
  await append(context, householdId, { kind: 'referral.changed', referralId, fields });
  return present(tx, after);
}

/** Records the next step. A closed referral stays closed: a new try is a new referral. */
export async function updateReferral(
  context: CommandContext,
  input: ReferralOf & {
    status: ReferralStatus;
    outcome: ReferralOutcome | null;
    note?: string | undefined;
    version: number;
  },
): Promise<Outcome<Referral>> {
  const { tx, actor } = context;
  const { householdId, referralId, status, outcome, note = '', version } = input;
  const allowed = await authorise(tx, actor, householdId, 'referral.write');
  if (!allowed.ok) return allowed;
  const before = await lockReferral(tx, householdId, referralId);
  if (before === null) return refuse('not-available');
  if (before.version !== version) return refuse('changed-meanwhile');
  const problem = refuseStep(before.status, { status, outcome });
  if (problem !== null) return problem;
  const by = { personId: actor.personId };
  const after = await takeStep(context, before, { status, outcome, note, by });
  if (before.status === 'draft' && status === 'requested') {
    await append(context, householdId, { kind: 'referral.requested', referralId, bodyId: before.bodyId });
  } else {
    const from = before.status;
    await append(context, householdId, {
      kind: 'referral.status-changed',
      referralId,
      from,
      to: status,
      outcome,
    });
  }
  return present(tx, after);
}

async function refuseUnknown(
  tx: Tx,
  householdId: HouseholdId,
  draft: Omit<ReferralDraft, 'draft' | 'answerBy'>,
) {
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

function refusePast(answerBy: Day | null, now: Date) {
  return answerBy !== null && answerBy < dayOf(now)
    ? refuseField('answerBy', 'past', 'The day an answer is expected by is past.')
    : null;
}

async function present(tx: Tx, row: ReferralRow): Promise<Outcome<Referral>> {
  const [presented] = await presentReferrals(tx, [row]);
  assert(presented, 'one row gives one referral');
  return ok(presented);
}
