/**
 * The drop-out signal (A7): a family nobody has reached for too long makes one task, for its mediator or else its tutor.
 * By nobody: the rule does it. A suspended or closed household is left in peace, and so is one in its first days with us
 * or whose pregnancy ended in a loss (A3).
 */
import { sql } from 'drizzle-orm';
import { addDays, type Day, dayOf, instantOf } from '../../../shared/dates.ts';
import type { HouseholdId, PersonId } from '../../../shared/ids.ts';
import { daysOfSilenceAfterLoss } from '../../../shared/records/contacts.ts';
import { append } from '../../activity/log.ts';
import type { World } from '../../command.ts';
import { inTransaction, type Tx } from '../../db/connect.ts';
import { ownerFor, taskByRule } from '../tasks/by-rule.ts';
import { dropOutSignal } from './table.ts';

type Silent = { readonly id: HouseholdId; readonly since: Day; readonly mediator_id: PersonId | null };

const title = {
  it: 'Da tempo nessuno raggiunge la famiglia: cercarla, senza spaventarla',
  en: 'Nobody has reached the family for a while: get in touch, gently',
  fr: 'Personne n’a joint la famille depuis un moment : reprendre contact, en douceur',
  ar: 'لم يتواصل أحد مع الأسرة منذ مدة: التواصل معها بلطف',
};

/** As many at once as one transaction takes; the next round goes on. */
const batchSize = 200;

/** Answers how many silences were noticed. Several nodes may run it at once: each household is claimed by one. */
export async function raiseDropOutSignals(world: World): Promise<number> {
  const now = world.now();
  const raised = await inTransaction(world.db, async (tx) => {
    const silent = await claimSilent(tx, dayOf(now));
    const occasion = { tx, now, actor: null };
    let noticed = 0;
    for (const { id: householdId, since: silentSince, mediator_id } of silent) {
      if (await isSignalled(tx, householdId)) continue;
      const ownerId = await ownerFor(tx, householdId, mediator_id);
      if (ownerId === null) continue;
      const taskId = await taskByRule(occasion, {
        householdId,
        ownerId,
        title,
        source: { kind: 'drop-out' },
        daysToDo: 7,
      });
      await tx.insert(dropOutSignal).values({ householdId, taskId, raisedAt: instantOf(now), silentSince });
      await append(occasion, householdId, { kind: 'contact.silence-noticed', taskId, silentSince });
      noticed += 1;
    }
    return noticed;
  });
  if (raised > 0) world.bus.publish({ kind: 'activity' });
  return raised;
}

/** Until its lock came here it may have been another node's, whose signal the claiming question was too early to see. */
async function isSignalled(tx: Tx, householdId: HouseholdId): Promise<boolean> {
  const open = await tx.execute(
    sql`select from drop_out_signal where household_id = ${householdId} and closed_at is null`,
  );
  return open.length > 0;
}

/**
 * Households with no signal running and nobody reached for their interval of days. Silence is counted from the last
 * contact that reached the family, or from the day it was taken in, or taken in again.
 */
const claimSilent = (tx: Tx, today: Day): Promise<Silent[]> =>
  tx.execute<Silent>(sql`
    select household.id, quiet.since,
      (select membership.person_id from team_membership membership
        where membership.household_id = household.id and membership.role = 'mediator' and membership.until is null
        order by membership.position desc limit 1) as mediator_id
    from household
      cross join lateral (
        select greatest(household.opened_on,
          (select max(on_day) from status_change where status_change.household_id = household.id
            and from_status in ('suspended', 'closed')),
          (select max(on_day) from contact where contact.household_id = household.id and reached)) as since) quiet
      cross join lateral (
        select days from contact_interval
        where contact_interval.household_id = household.id or contact_interval.household_id is null
        order by contact_interval.household_id nulls last limit 1) agreed
    where household.status in ('screening', 'enrolled')
      and quiet.since + agreed.days <= ${today}::date
      and not exists (select from drop_out_signal
        where drop_out_signal.household_id = household.id and closed_at is null)
      and not exists (select from member
        where member.household_id = household.id and member.pregnancy -> 'ended' ->> 'outcome' = 'loss'
          and (member.pregnancy -> 'ended' ->> 'on')::date > ${addDays(today, -daysOfSilenceAfterLoss)}::date)
    order by household.id limit ${batchSize}
    for update of household skip locked`);
