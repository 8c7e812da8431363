/** A stay whose review is due makes a task for the regia, once per review day (D6). By nobody: the rule does it. */
import { sql } from 'drizzle-orm';
import { type Day, dayOf } from '../../../shared/dates.ts';
import type { HouseholdId, PlacementId } from '../../../shared/ids.ts';
import type { World } from '../../command.ts';
import { inTransaction } from '../../db/connect.ts';
import { leadOf } from '../lead/holder.ts';
import { taskByRule } from '../tasks/by-rule.ts';
import { tutorOf } from '../tutor/holder.ts';

type Due = { id: PlacementId; household_id: HouseholdId };

/** What the task is called, in its owner's language. It says nothing of where she is. */
const title = {
  it: 'Verificare la permanenza in struttura con la famiglia',
  en: 'Review the stay in the shelter with the family',
  fr: 'Faire le point sur le séjour en structure avec la famille',
  ar: 'مراجعة الإقامة في دار الاستقبال مع العائلة',
} as const;

/**
 * Makes the tasks of reviews that have become due and answers how many. The regia owns them; while nobody holds it, the
 * tutor. Several nodes may run it at once: each stay is claimed by one.
 */
export async function askForStayReviews(world: World): Promise<number> {
  const now = world.now();
  const today: Day = dayOf(now);
  const made = await inTransaction(world.db, async (tx) => {
    const due = await tx.execute<Due>(sql`
      update placement set review_task_on = review_on
      where id in (
        select placement.id from placement join household on household.id = placement.household_id
        where placement.status = 'in_stay' and placement.review_on <= ${today}
          and placement.review_task_on is distinct from placement.review_on and household.status <> 'closed'
        for update of placement skip locked)
      returning id, household_id`);
    for (const { id: placementId, household_id: householdId } of due) {
      const ownerId = (await leadOf(tx, householdId))?.personId ?? (await tutorOf(tx, householdId));
      if (ownerId === null) continue;
      await taskByRule(
        { tx, now, actor: null },
        { householdId, ownerId, title, source: { kind: 'stay-review', placementId }, daysToDo: 0 },
      );
    }
    return due.length;
  });
  if (made > 0) world.bus.publish({ kind: 'activity' });
  return made;
}
