/** The conferences before one: those that took place, and those whose hour passed without anybody saying so. */
import { and, desc, eq, inArray, lt, ne, or } from 'drizzle-orm';
import { type Instant, instantOf } from '../../../shared/dates.ts';
import type { ConferenceId, HouseholdId } from '../../../shared/ids.ts';
import type { Reader } from '../../db/connect.ts';
import { type ConferenceRow, conference } from './table.ts';

type Of = { readonly householdId: HouseholdId; readonly conferenceId: ConferenceId };

/** For whoever has been authorised already: newest first; null when there is no such conference. */
export async function earlierConferences(
  reader: Reader,
  { householdId, conferenceId }: Of,
  now: Date,
): Promise<ConferenceRow[] | null> {
  const [of] = await reader
    .select({ start: conference.start })
    .from(conference)
    .where(and(eq(conference.id, conferenceId), eq(conference.householdId, householdId)));
  if (of === undefined) return null;
  return reader
    .select()
    .from(conference)
    .where(
      and(
        eq(conference.householdId, householdId),
        ne(conference.id, conferenceId),
        lt(conference.start, of.start),
        or(inArray(conference.status, ['held', 'frozen']), passed(instantOf(now))),
      ),
    )
    .orderBy(desc(conference.start), desc(conference.id));
}

const passed = (now: Instant) => and(eq(conference.status, 'planned'), lt(conference.start, now));

export const briefOf = ({ id, title, start }: ConferenceRow) => ({ id, title, start });
