/** Tasks by the words of their title. */
import { and, desc, sql } from 'drizzle-orm';
import type { Actor } from '../../../shared/access.ts';
import type { SearchHit } from '../../../shared/records/search.ts';
import type { Reader } from '../../db/connect.ts';
import { householdBriefs } from '../households/briefs.ts';
import { matchesWords } from '../search/words.ts';
import { readableTasks } from './queries.ts';
import { task } from './table.ts';

/** Among those the reader may see, the newest first. */
export async function findTasks(
  reader: Reader,
  actor: Actor,
  words: string,
  limit: number,
): Promise<SearchHit[]> {
  const rows = await reader
    .select({ id: task.id, householdId: task.householdId, title: task.title })
    .from(task)
    .where(and(readableTasks(actor), matchesWords(sql`plain(${task.title})`, words)))
    .orderBy(desc(task.createdAt))
    .limit(limit);
  const households = await householdBriefs(
    reader,
    rows.map(({ householdId }) => householdId),
  );
  return rows.map((row) => ({ kind: 'task', ...row, detail: households.get(row.householdId)?.name ?? '' }));
}
