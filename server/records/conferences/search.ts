/** Conferences by the words of their title. */
import { and, desc, sql } from 'drizzle-orm';
import type { Actor } from '../../../shared/access.ts';
import type { SearchHit } from '../../../shared/records/search.ts';
import type { Reader } from '../../db/connect.ts';
import { hitsInHouseholds, inCaseOf } from '../households/readable.ts';
import { matchesWords } from '../search/words.ts';
import { conference } from './table.ts';

/** Among those of cases the reader sees, the newest first. */
export async function findConferences(
  reader: Reader,
  actor: Actor,
  words: string,
  limit: number,
): Promise<SearchHit[]> {
  const rows = await reader
    .select({ id: conference.id, householdId: conference.householdId, title: conference.title })
    .from(conference)
    .where(and(inCaseOf(actor, conference.householdId), matchesWords(sql`plain(${conference.title})`, words)))
    .orderBy(desc(conference.start))
    .limit(limit);
  return hitsInHouseholds(reader, 'conference', rows);
}
