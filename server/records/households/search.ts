/** Search over cases: households, tasks, goals and conferences, among those the reader may see (X20). */
import { and, sql } from 'drizzle-orm';
import type { Actor } from '../../../shared/access.ts';
import type { SearchHit } from '../../../shared/records/search.ts';
import type { Reader } from '../../db/connect.ts';
import { findConferences } from '../conferences/search.ts';
import { findGoals } from '../goals/search.ts';
import { matchesWords } from '../search/words.ts';
import { findTasks } from '../tasks/search.ts';
import { householdWords } from './list.ts';
import { household } from './table.ts';

/** Of each kind; who looks for more opens the list. */
const mostPerKind = 8;

/** Households by name, code and members; tasks, goals and conferences by title. The newest come first. */
export async function searchCases(reader: Reader, actor: Actor, words: string): Promise<SearchHit[]> {
  const found = await Promise.all([
    findHouseholds(reader, actor, words),
    findTasks(reader, actor, words, mostPerKind),
    findGoals(reader, actor, words, mostPerKind),
    findConferences(reader, actor, words, mostPerKind),
  ]);
  return found.flat();
}

async function findHouseholds(reader: Reader, actor: Actor, words: string): Promise<SearchHit[]> {
  const rows = await reader
    .select({ id: household.id, name: household.name, code: household.code })
    .from(household)
    .where(
      and(
        sql`${household.id} = any(array(select household_id from household_reader where person_id = ${actor.personId}))`,
        matchesWords(householdWords, words),
      ),
    )
    .orderBy(household.name)
    .limit(mostPerKind);
  return rows.map(({ id, name, code }) => ({
    kind: 'household',
    id,
    householdId: id,
    title: name,
    detail: code,
  }));
}
