/** Tasks by the words of their title. */
import { and, desc, sql } from 'drizzle-orm';
import type { Actor } from '../../../shared/access.ts';
import type { SearchHit } from '../../../shared/records/search.ts';
import type { Reader } from '../../db/connect.ts';
import { hitsInHouseholds } from '../households/readable.ts';
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
  return hitsInHouseholds(reader, 'task', rows);
}
