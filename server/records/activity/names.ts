/** The words that stand for the ids an entry points at. */
import { sql } from 'drizzle-orm';
import type { Actor } from '../../../shared/access.ts';
import type { ActivityEvent } from '../../../shared/activity.ts';
import type { LoggedEvent } from '../../activity/log.ts';
import type { Reader } from '../../db/connect.ts';

/**
 * Names by id of what these entries point at. Whoever hears an entry may know what it is about: that was decided when
 * the entry was read. The auditor learns no names of families or of their records, and nobody that of a shelter whose
 * address is secret.
 */
export async function namesIn(
  reader: Reader,
  actor: Actor,
  entries: readonly LoggedEvent[],
): Promise<Record<string, string>> {
  const ids = new Set(entries.flatMap(({ event, householdId }) => [householdId ?? [], idsIn(event)].flat()));
  if (ids.size === 0) return {};
  const wanted = sql`any(${sql.param([...ids])}::uuid[])`;
  const ofFamilies = sql`
    union all select id, name from household where id = ${wanted}
    union all select id, name from member where id = ${wanted}
    union all select id, title from task where id = ${wanted}
    union all select id, title from goal where id = ${wanted}
    union all select id, label from map_snapshot where id = ${wanted}
    union all select id, title from conference where id = ${wanted}
    union all select id, name from guest where id = ${wanted}`;
  const rows = await reader.execute<{ id: string; name: string }>(sql`
    select id, name from person where id = ${wanted} and (function <> 'family' or ${actor.function !== 'auditor'})
    union all select id, name from body where id = ${wanted} and not concealed
    union all select id, name from programme where id = ${wanted}
    union all select space.id, space.name from space join body on body.id = body_id and not concealed
      where space.id = ${wanted}
    union all select initiative.id, title from initiative join body on body.id = body_id and not concealed
      where initiative.id = ${wanted}
    union all select id, name from community_pact where id = ${wanted}
    union all select id, title from training where id = ${wanted}
    union all select id, name from standing_table where id = ${wanted}
    union all select id, title from procedure where id = ${wanted}
    union all select id, name from conference_template where id = ${wanted}
    union all select id, number from report where id = ${wanted}
    union all select id, name from sender where id = ${wanted}
    union all select id, code from desk_contact where id = ${wanted} and ${actor.function !== 'auditor'}
    ${actor.function === 'auditor' ? sql`` : ofFamilies}`);
  return Object.fromEntries(rows.map(({ id, name }) => [id, name]));
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Every id in an event, one level deep: events are flat, with a list here and there. */
const idsIn = (event: ActivityEvent): string[] =>
  Object.values(event)
    .flat()
    .filter((value): value is string => typeof value === 'string' && uuid.test(value));
