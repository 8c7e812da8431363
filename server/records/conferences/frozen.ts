/** Whether a conference's minutes are frozen: a leaf, because access to documents asks it. */
import { and, eq } from 'drizzle-orm';
import type { ConferenceId, HouseholdId } from '../../../shared/ids.ts';
import type { Reader } from '../../db/connect.ts';
import { conference } from './table.ts';

/** True once the chair has frozen them, and for ever after. */
export async function areMinutesFrozen(reader: Reader, conferenceId: ConferenceId): Promise<boolean> {
  const [row] = await reader
    .select({ status: conference.status })
    .from(conference)
    .where(eq(conference.id, conferenceId));
  return row?.status === 'frozen';
}

/** The household's conferences whose minutes are frozen. */
export async function frozenConferences(
  reader: Reader,
  householdId: HouseholdId,
): Promise<ReadonlySet<ConferenceId>> {
  const rows = await reader
    .select({ id: conference.id })
    .from(conference)
    .where(and(eq(conference.householdId, householdId), eq(conference.status, 'frozen')));
  return new Set(rows.map(({ id }) => id));
}
