/** What lists and searches of other domains share: only cases the reader sees, and whose case a hit belongs to. */
import { type Column, type SQL, sql } from 'drizzle-orm';
import type { Actor } from '../../../shared/access.ts';
import type { HouseholdId } from '../../../shared/ids.ts';
import type { SearchHit } from '../../../shared/records/search.ts';
import type { Reader } from '../../db/connect.ts';
import { householdBriefs } from './briefs.ts';

/**
 * The row's household is one whose case the actor sees: shared/access.ts `case.see`, as the view `household_reader` has it.
 * An array, so that Postgres looks the households up first and steps down the table's index for each, also inside an `or`.
 */
export const inCaseOf = (actor: Actor, householdId: Column): SQL => sql`${householdId} = any(array(
  select household_id from household_reader where person_id = ${actor.personId} and sees_case))`;

/** Rows that were found, as hits that tell the household's name. Whoever asks found them among what its reader may see. */
export async function hitsInHouseholds(
  reader: Reader,
  kind: SearchHit['kind'],
  rows: readonly { readonly id: string; readonly householdId: HouseholdId; readonly title: string }[],
): Promise<SearchHit[]> {
  const households = await householdBriefs(
    reader,
    rows.map(({ householdId }) => householdId),
  );
  return rows.map((row) => ({ kind, ...row, detail: households.get(row.householdId)?.name ?? '' }));
}

/** Open households whose case the actor sees. */
export async function openHouseholdsOf(
  reader: Reader,
  actor: Actor,
): Promise<{ readonly id: HouseholdId; readonly code: string }[]> {
  const rows = await reader.execute<{ id: HouseholdId; code: string }>(sql`
    select id, code from household
    where status <> 'closed' and id in (
      select household_id from household_reader where person_id = ${actor.personId} and sees_case)
    order by code`);
  return [...rows];
}
