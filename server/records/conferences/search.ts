/** Conferences by the words of their title. */
import { and, desc, sql } from 'drizzle-orm';
import type { Actor } from '../../../shared/access.ts';
import type { SearchHit } from '../../../shared/records/search.ts';
import type { Reader } from '../../db/connect.ts';
import { householdBriefs } from '../households/briefs.ts';
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
    .where(
      and(
        sql`${conference.householdId} in (
          select household_id from household_reader where person_id = ${actor.personId} and sees_case)`,
        matchesWords(sql`plain(${conference.title})`, words),
      ),
    )
    .orderBy(desc(conference.start))
    .limit(limit);
  const households = await householdBriefs(
    reader,
    rows.map(({ householdId }) => householdId),
  );
  return rows.map((row) => ({
    kind: 'conference',
    ...row,
    detail: households.get(row.householdId)?.name ?? '',
  }));
}
