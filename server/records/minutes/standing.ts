/** How the closing of minutes stands, for lists: a leaf, because conferences ask it. */
import { inArray, sql } from 'drizzle-orm';
import type { ConferenceId } from '../../../shared/ids.ts';
import type { ClosingState } from '../../../shared/records/closing-state.ts';
import type { Reader } from '../../db/connect.ts';
import { minutesReading } from './table.ts';

/** A conference that nobody reads and nobody was kept as present at has no entry. Guests are not asked to sign. */
export async function closingStates(
  reader: Reader,
  ids: readonly ConferenceId[],
): Promise<Map<ConferenceId, ClosingState>> {
  const readings = await reader
    .select({ id: minutesReading.conferenceId, until: minutesReading.until })
    .from(minutesReading)
    .where(inArray(minutesReading.conferenceId, [...ids]));
  const counts = await reader.execute<{ id: ConferenceId; of: number; signed: number; refused: number }>(sql`
    select attendee.conference_id as id, count(*)::int as of,
      count(*) filter (where signature.answer = 'signed')::int as signed,
      count(*) filter (where signature.answer = 'refused')::int as refused
    from conference_attendee attendee
      left join minutes_signature signature on signature.conference_id = attendee.conference_id
        and signature.attendee = attendee.key and signature.voided_at is null
    where attendee.conference_id = any(${sql.param([...ids])}::uuid[])
      and (attendee.person_id is not null or attendee.member_id is not null)
    group by attendee.conference_id`);
  const states = new Map<ConferenceId, ClosingState>();
  for (const { id, until } of readings) states.set(id, { readUntil: until, signatures: null });
  for (const { id, of, signed, refused } of counts) {
    states.set(id, { readUntil: states.get(id)?.readUntil ?? null, signatures: { signed, refused, of } });
  }
  return states;
}
