/** Goals by the words of their title. */
import { and, desc, sql } from 'drizzle-orm';
import type { Actor } from '../../../shared/access.ts';
import type { SearchHit } from '../../../shared/records/search.ts';
import type { Reader } from '../../db/connect.ts';
import { householdBriefs } from '../households/briefs.ts';
import { matchesWords } from '../search/words.ts';
import { goal } from './table.ts';

/** Among those of cases the reader sees, the newest first. */
export async function findGoals(
  reader: Reader,
  actor: Actor,
  words: string,
  limit: number,
): Promise<SearchHit[]> {
  const rows = await reader
    .select({ id: goal.id, householdId: goal.householdId, title: goal.title })
    .from(goal)
    .where(
      and(
        sql`${goal.householdId} in (
          select household_id from household_reader where person_id = ${actor.personId} and sees_case)`,
        matchesWords(sql`plain(${goal.title})`, words),
      ),
    )
    .orderBy(desc(goal.proposedAt))
    .limit(limit);
  const households = await householdBriefs(
    reader,
    rows.map(({ householdId }) => householdId),
  );
  return rows.map((row) => ({
    kind: 'goal',
    ...row,
    detail: households.get(row.householdId)?.name ?? '',
  }));
}
