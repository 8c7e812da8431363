/** Goals by the words of their title. */
import { and, desc, sql } from 'drizzle-orm';
import type { Actor } from '../../../shared/access.ts';
import type { SearchHit } from '../../../shared/records/search.ts';
import type { Reader } from '../../db/connect.ts';
import { hitsInHouseholds, inCaseOf } from '../households/readable.ts';
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
    .where(and(inCaseOf(actor, goal.householdId), matchesWords(sql`plain(${goal.title})`, words)))
    .orderBy(desc(goal.proposedAt))
    .limit(limit);
  return hitsInHouseholds(reader, 'goal', rows);
}
