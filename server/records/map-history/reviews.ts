/** A tie whose review date has come makes one task for the family's tutor (B11). By nobody: the rule does it. */
import { sql } from 'drizzle-orm';
import { type Day, dayOf } from '../../../shared/dates.ts';
import { type MapPicture, pictureOf } from '../../../shared/documents/map-picture.ts';
import type { MapTie } from '../../../shared/documents/network-map.ts';
import type { DocumentId, HouseholdId, PersonId } from '../../../shared/ids.ts';
import type { World } from '../../command.ts';
import { inTransaction, type Tx } from '../../db/connect.ts';
import { storedState } from '../../sync/stored-state.ts';
import { taskByRule } from '../tasks/by-rule.ts';

/** Maps read in one round, and tasks made in one: what is left waits for the next. */
const mostInARound = 200;

/**
 * Reads the maps that were written since the last round, then makes a task of each review whose day has come: one for
 * one date of one tie, none where the household is closed, the tie is gone, or somebody has made one by hand that is
 * still open. Several nodes may run it at once: each map and each review is claimed by one. Answers how many tasks.
 */
export async function askForTieReviews(world: World): Promise<number> {
  for (const map of await mapsToRead(world)) await inTransaction(world.db, (tx) => readReviews(tx, map));
  const made = await inTransaction(world.db, (tx) => makeTasks(tx, world.now()));
  if (made > 0) world.bus.publish({ kind: 'activity' });
  return made;
}

type MapToRead = { readonly id: DocumentId; readonly householdId: HouseholdId };

const mapsToRead = ({ db }: World): Promise<MapToRead[]> =>
  db.orm.execute<MapToRead>(sql`
    select document.id, document.household_id as "householdId"
    from document
      join household on household.id = document.household_id and household.status <> 'closed'
      left join tie_review_reading reading on reading.document_id = document.id
    where document.kind = 'network-map'
      and (reading.seq is null or reading.seq <> document.head_seq or reading.epoch <> document.epoch)
    limit ${mostInARound}`);

/** Replaces what was read of one map. Whoever reads the same map at the same moment waits, and then reads it anew. */
async function readReviews(tx: Tx, { id, householdId }: MapToRead): Promise<void> {
  await tx.execute(sql`
    insert into tie_review_reading (document_id, household_id, epoch, seq) values (${id}, ${householdId}, 0, 0)
    on conflict (document_id) do update set epoch = tie_review_reading.epoch`);
  const state = await storedState(tx, id);
  if (state === null) return;
  await tx.execute(sql`delete from tie_review where household_id = ${householdId}`);
  for (const { tie, whom, review } of reviewsIn(pictureOf(state.doc))) {
    await tx.execute(sql`
      insert into tie_review (household_id, tie, whom, review)
      values (${householdId}, ${tie}, ${whom}, ${review})`);
  }
  await tx.execute(sql`
    update tie_review_reading set epoch = ${state.epoch}, seq = ${state.seq} where document_id = ${id}`);
}

/** The reviews a map asks for, each with the place at the tie's other end. */
export function reviewsIn({ nodes, ties }: MapPicture): { tie: string; whom: string; review: Day }[] {
  const isMember = (key: string) => nodes[key]?.kind === 'member';
  const farEnd = ({ source, target }: MapTie) => (isMember(target) && !isMember(source) ? source : target);
  return Object.entries(ties).flatMap(([tie, fields]) => {
    const whom = (nodes[farEnd(fields)]?.label ?? '').replaceAll('\0', '');
    return fields.review === undefined ? [] : [{ tie, whom, review: fields.review }];
  });
}

type Due = {
  readonly household_id: HouseholdId;
  readonly tie: string;
  readonly whom: string;
  readonly review: Day;
  readonly tutor_id: PersonId;
};

async function makeTasks(tx: Tx, now: Date): Promise<number> {
  const today = dayOf(now);
  const due = await tx.execute<Due>(sql`
    select tie_review.household_id, tie_review.tie, tie_review.whom, tie_review.review::text as review,
      tutor_tenure.person_id as tutor_id
    from tie_review
      join household on household.id = tie_review.household_id and household.status <> 'closed'
      join tutor_tenure on tutor_tenure.household_id = household.id and tutor_tenure.until is null
      join tie_review_reading reading on reading.household_id = household.id
      join document on document.id = reading.document_id and document.head_seq = reading.seq
    where tie_review.review <= ${today}
      and not exists (
        select from tie_review_task made where made.household_id = tie_review.household_id
          and made.tie = tie_review.tie and made.review = tie_review.review)
      and not exists (
        select from task where task.household_id = tie_review.household_id
          and task.source ->> 'kind' = 'tie-review' and task.source ->> 'tie' = tie_review.tie
          and task.status not in ('declined', 'done', 'cancelled'))
    order by tie_review.review limit ${mostInARound}
    for update of tie_review skip locked`);
  let count = 0;
  for (const { household_id: householdId, tie, whom, review, tutor_id: ownerId } of due) {
    // Until its lock came here it may have been another's, whose task the question above was too early to see.
    const made = await tx.execute(sql`
      select from tie_review_task where household_id = ${householdId} and tie = ${tie} and review = ${review}`);
    if (made.length > 0) continue;
    const taskId = await taskByRule(
      { tx, now, actor: null },
      { householdId, ownerId, title: titleOf(whom), source: { kind: 'tie-review', tie }, daysToDo: 0 },
    );
    await tx.execute(sql`
      insert into tie_review_task (household_id, tie, review, task_id)
      values (${householdId}, ${tie}, ${review}, ${taskId})`);
    count += 1;
  }
  return count;
}

/** What the task is called, in its owner's language. */
const titleOf = (whom: string) => ({
  it: `Rivedere il legame con ${whom}`,
  en: `Look again at the tie with ${whom}`,
  fr: `Revoir le lien avec ${whom}`,
  ar: `مراجعة الرابط مع ${whom}`,
});
