/**
 * The link a receiving body answers through. One link is one answer: whoever asked makes the next one for the next step,
 * so nobody keeps a standing way into a family's case. The token is told once; its hash is all that is kept.
 */
import { and, eq, gt, isNull } from 'drizzle-orm';
import { assert } from '../../../shared/assert.ts';
import { type Instant, instantOf } from '../../../shared/dates.ts';
import { type Outcome, ok, refuse, refuseField } from '../../../shared/outcome.ts';
import { answerLinkDays, type ReferralAnswer } from '../../../shared/records/answers.ts';
import { answersFrom } from '../../../shared/records/referrals.ts';
import { append, type Occasion } from '../../activity/log.ts';
import type { CommandContext } from '../../command.ts';
import type { Reader, Tx } from '../../db/connect.ts';
import { hashOfToken, newToken } from '../../token.ts';
import { authorise } from '../households/authority.ts';
import { isHouseholdOpen } from '../households/briefs.ts';
import type { ReferralOf } from './commands.ts';
import { lockReferral, refuseStep, takeStep } from './step.ts';
import { type ReferralLinkRow, type ReferralRow, referral, referralLink } from './table.ts';

const msPerDay = 86_400_000;

/** The address a body opens: a page of the client, which then asks the API about the token. */
export const answerLink = (origin: string, token: string): string => `${origin}/answers/${token}`;

/** Makes the link of a referral that can still be answered; an earlier one ends. */
export async function makeAnswerLink(
  context: CommandContext,
  { householdId, referralId }: ReferralOf,
): Promise<Outcome<{ token: string; expiresAt: Instant }>> {
  const { tx, actor, now } = context;
  const allowed = await authorise(tx, actor, householdId, 'referral.write');
  if (!allowed.ok) return allowed;
  const found = await lockReferral(tx, householdId, referralId);
  if (found === null) return refuse('not-available');
  if (answersFrom(found.status).length === 0) return refuse('wrong-state');
  await endOpenLink(tx, found, now);
  const token = newToken();
  const expiresAt = instantOf(new Date(now.getTime() + answerLinkDays * msPerDay));
  await tx.insert(referralLink).values({
    id: crypto.randomUUID(),
    referralId,
    tokenHash: hashOfToken(token),
    madeBy: actor.personId,
    madeAt: instantOf(now),
    expiresAt,
  });
  await append(context, householdId, { kind: 'referral.link-made', referralId, bodyId: found.bodyId });
  return ok({ token, expiresAt });
}

/** Ends the link that waits; none waiting is no mistake. */
export async function endAnswerLink(
  context: CommandContext,
  { householdId, referralId }: ReferralOf,
): Promise<Outcome<Record<string, never>>> {
  const { tx, actor, now } = context;
  const allowed = await authorise(tx, actor, householdId, 'referral.write');
  if (!allowed.ok) return allowed;
  const found = await lockReferral(tx, householdId, referralId);
  if (found === null) return refuse('not-available');
  if (await endOpenLink(tx, found, now)) {
    await append(context, householdId, { kind: 'referral.link-ended', referralId, bodyId: found.bodyId });
  }
  return ok({});
}

/**
 * The body's answer, by nobody who has an account. The referral's lock is held until the end, so of many at the same
 * moment one finds the link open; every other one, and every link that ended or never was, gets `link-ended`.
 */
export async function answerReferral(
  occasion: Occasion,
  token: string,
  { status, outcome, note }: ReferralAnswer,
): Promise<Outcome<Record<string, never>>> {
  const { tx, now } = occasion;
  const found = await lockAnswerable(tx, token, now);
  if (found === null) return refuse('link-ended');
  const { link, row } = found;
  if (!answersFrom(row.status).includes(status)) return refuse('wrong-state');
  const problem = refuseStep(row.status, { status, outcome });
  if (problem !== null) return problem;
  if ((status === 'rejected' || status === 'failed') && note === '') {
    return refuseField('note', 'required', 'Say why.');
  }
  const { id: referralId, householdId, bodyId, status: from } = row;
  await takeStep(occasion, row, { status, outcome, note, by: { bodyId } });
  await tx
    .update(referralLink)
    .set({ usedAt: instantOf(now) })
    .where(eq(referralLink.id, link.id));
  await append(occasion, householdId, {
    kind: 'referral.answered',
    referralId,
    bodyId,
    from,
    to: status,
    outcome,
  });
  return ok({});
}

/** Locks the referral first, as every other change of it does, and looks at the link again under that lock. */
async function lockAnswerable(
  tx: Tx,
  token: string,
  now: Date,
): Promise<{ link: ReferralLinkRow; row: ReferralRow } | null> {
  const open = and(
    eq(referralLink.tokenHash, hashOfToken(token)),
    isNull(referralLink.usedAt),
    isNull(referralLink.withdrawnAt),
    gt(referralLink.expiresAt, instantOf(now)),
  );
  const [seen] = await tx.select().from(referralLink).where(open);
  if (seen === undefined) return null;
  const [row] = await tx.select().from(referral).where(eq(referral.id, seen.referralId)).for('update');
  assert(row, 'a link is of a referral');
  const [link] = await tx.select().from(referralLink).where(open).for('update');
  return link && (await isAnswerable(tx, row)) ? { link, row } : null;
}

/** A closed household, or a referral the team closed meanwhile, takes no answer: as if the link had ended. */
export async function isAnswerable(reader: Reader, row: ReferralRow): Promise<boolean> {
  return answersFrom(row.status).length > 0 && (await isHouseholdOpen(reader, row.householdId));
}

async function endOpenLink(tx: Tx, { id }: ReferralRow, now: Date): Promise<boolean> {
  const ended = await tx
    .update(referralLink)
    .set({ withdrawnAt: instantOf(now) })
    .where(
      and(eq(referralLink.referralId, id), isNull(referralLink.usedAt), isNull(referralLink.withdrawnAt)),
    )
    .returning({ id: referralLink.id });
  return ended.length > 0;
}
