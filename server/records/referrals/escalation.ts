/** Referrals nobody answered are brought to the regia, once each, with a task for who asked (B9). By nobody: the rule does it. */
import { sql } from 'drizzle-orm';
import { type Day, dayOf, instantOf } from '../../../shared/dates.ts';
import type { BodyId, HouseholdId, PersonId, ReferralId } from '../../../shared/ids.ts';
import { append } from '../../activity/log.ts';
import type { World } from '../../command.ts';
import { inTransaction } from '../../db/connect.ts';
import { ownerFor, taskByRule } from '../tasks/by-rule.ts';

type Late = {
  id: ReferralId;
  household_id: HouseholdId;
  body_id: BodyId;
  requested_by: PersonId;
  answer_by: Day;
};

const title = {
  it: 'Un invio aspetta oltre il giorno atteso: sentire il servizio',
  en: 'A referral has waited past the expected day: ask the service',
  fr: 'Une orientation attend au-delà du jour prévu : relancer le service',
  ar: 'إحالة تنتظر بعد اليوم المتوقَّع: الاتصال بالخدمة',
};

/**
 * Escalates what has waited past its day and answers how many referrals that were. A new day or a new wait makes it new
 * again. Nothing where the household is closed, nor what was asked before a pregnancy was lost (A3). Several nodes may
 * run it at once: each referral is claimed by one.
 */
export async function escalateWaitingReferrals(world: World): Promise<number> {
  const now = world.now();
  const escalated = await inTransaction(world.db, async (tx) => {
    const rows = await tx.execute<Late>(sql`
      update referral set escalated_at = ${instantOf(now)}
      where id in (
        select referral.id from referral join household on household.id = referral.household_id
        where referral.escalated_at is null and referral.answer_by < ${dayOf(now)}
          and referral.status in ('requested', 'on_hold') and household.status <> 'closed'
          and not exists (
            select from member where member.household_id = referral.household_id
              and member.pregnancy -> 'ended' ->> 'outcome' = 'loss'
              and (member.pregnancy -> 'ended' ->> 'on')::date >= referral.requested_on)
        for update of referral skip locked)
      returning id, household_id, body_id, requested_by, answer_by`);
    const occasion = { tx, now, actor: null };
    for (const { id: referralId, household_id, body_id: bodyId, requested_by, answer_by: answerBy } of rows) {
      await append(occasion, household_id, { kind: 'referral.escalated', referralId, bodyId, answerBy });
      const ownerId = await ownerFor(tx, household_id, requested_by);
      if (ownerId === null) continue;
      await taskByRule(occasion, {
        householdId: household_id,
        ownerId,
        title,
        source: { kind: 'referral', referralId },
        daysToDo: 7,
      });
    }
    return rows.length;
  });
  if (escalated > 0) world.bus.publish({ kind: 'activity' });
  return escalated;
}
