/** How somebody stands to the households of a list of tasks: one statement for all of them. */
import { sql } from 'drizzle-orm';
import type { Actor } from '../../../shared/access.ts';
import type { HouseholdId } from '../../../shared/ids.ts';
import type { Reader } from '../../db/connect.ts';
import type { TaskStanding } from './steps.ts';

export async function standings(
  reader: Reader,
  actor: Actor,
  householdIds: readonly HouseholdId[],
): Promise<Map<HouseholdId, TaskStanding>> {
  if (householdIds.length === 0) return new Map();
  const ids = sql.join(
    householdIds.map((id) => sql`${id}`),
    sql`, `,
  );
  const rows = await reader.execute<{ id: HouseholdId } & TaskStanding>(sql`
    select household.id, household.status = 'closed' as closed,
      exists (select from tutor_tenure where household_id = household.id and until is null
        and person_id = ${actor.personId}) as tutor,
      exists (select from lead_tenure where household_id = household.id and until is null
        and person_id = ${actor.personId}) as lead
    from household where household.id in (${ids})`);
  return new Map(rows.map(({ id, ...standing }) => [id, standing]));
}
