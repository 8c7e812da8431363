/** When something last happened to a household. */
import { sql } from 'drizzle-orm';
import type { Instant } from '../../../shared/dates.ts';
import type { HouseholdId } from '../../../shared/ids.ts';
import type { Reader } from '../../db/connect.ts';

/** The newest entry of the activity log of each of these households: one step down an index each. */
export async function lastActivity(
  reader: Reader,
  householdIds: readonly HouseholdId[],
): Promise<Map<HouseholdId, Instant>> {
  if (householdIds.length === 0) return new Map();
  const ids = sql.join(
    householdIds.map((id) => sql`(${id}::uuid)`),
    sql`, `,
  );
  const rows = await reader.execute<{ id: HouseholdId; at: Instant | null }>(sql`
    select asked.id,
      (select at from activity where household_id = asked.id order by seq desc limit 1) as at
    from (values ${ids}) asked (id)`);
  return new Map(rows.flatMap(({ id, at }) => (at ? [[id, at]] : [])));
}
