/** A referral as the receiving body reads it through its link: what it is asked, and nothing of the family beyond that. */
import { and, eq, gt, isNull } from 'drizzle-orm';
import { type Day, dayOf, instantOf } from '../../../shared/dates.ts';
import { type Outcome, ok, refuse } from '../../../shared/outcome.ts';
import type { AskedReferral } from '../../../shared/records/answers.ts';
import { answersFrom, ReferralService, referenceOf } from '../../../shared/records/referrals.ts';
import type { Reader } from '../../db/connect.ts';
import { hashOfToken } from '../../token.ts';
import { bodyBriefs } from '../bodies/queries.ts';
import { membersOf } from '../households/members.ts';
import { personBriefs } from '../people/queries.ts';
import { isAnswerable } from './links.ts';
import { type ReferralRow, referral, referralLink } from './table.ts';

/** Refuses `link-ended` for every link that doesn't work (any more). */
export async function readAsked(reader: Reader, token: string, now: Date): Promise<Outcome<AskedReferral>> {
  const [found] = await reader
    .select({ row: referral })
    .from(referralLink)
    .innerJoin(referral, eq(referral.id, referralLink.referralId))
    .where(
      and(
        eq(referralLink.tokenHash, hashOfToken(token)),
        isNull(referralLink.usedAt),
        isNull(referralLink.withdrawnAt),
        gt(referralLink.expiresAt, instantOf(now)),
      ),
    );
  if (found === undefined || !(await isAnswerable(reader, found.row))) return refuse('link-ended');
  const { row } = found;
  const [bodies, people] = [
    await bodyBriefs(reader, [row.bodyId]),
    await personBriefs(reader, [row.requestedBy]),
  ];
  const from = people.get(row.requestedBy);
  const { id, right, note, requestedOn, answerBy, status } = row;
  return ok({
    reference: referenceOf(id),
    right,
    service: ReferralService.parse(row.service),
    note,
    to: bodies.get(row.bodyId)?.name ?? '',
    from: { name: from?.name ?? '', body: from?.body?.name ?? null },
    requestedOn,
    answerBy,
    member: await memberOf(reader, row, dayOf(now)),
    status,
    answers: [...answersFrom(status)],
  });
}

async function memberOf(
  reader: Reader,
  { householdId, memberId }: ReferralRow,
  today: Day,
): Promise<AskedReferral['member']> {
  const members = (await membersOf(reader, [householdId])).get(householdId) ?? [];
  const member = members.find(({ id }) => id === memberId);
  if (member === undefined) return null;
  const months = member.birth === null ? null : wholeMonths(member.birth, today);
  const isSmall = months !== null && months < 24;
  return {
    initial: member.name.slice(0, 1).toLocaleUpperCase(),
    years: months === null || isSmall ? null : Math.floor(months / 12),
    months: isSmall ? months : null,
  };
}

/** Whole months from a birth to a day; never less than none. */
export function wholeMonths(birth: Day, today: Day): number {
  const [y1, m1, d1] = birth.split('-').map(Number) as [number, number, number]; // Day's pattern has three parts
  const [y2, m2, d2] = today.split('-').map(Number) as [number, number, number];
  return Math.max(0, (y2 - y1) * 12 + (m2 - m1) - (d2 < d1 ? 1 : 0));
}
