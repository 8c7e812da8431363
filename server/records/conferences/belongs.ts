/** Whether a conference is one of the household's: a leaf, because tasks ask it. */
import { and, eq } from 'drizzle-orm';
import type { ConferenceId, HouseholdId } from '../../../shared/ids.ts';
import type { Reader } from '../../db/connect.ts';
import { conference } from './table.ts';

export async function isConferenceOf(
  reader: Reader,
  householdId: HouseholdId,
  conferenceId: ConferenceId,
): Promise<boolean> {
  const rows = await reader
    .select({ id: conference.id })
    .from(conference)
    .where(and(eq(conference.id, conferenceId), eq(conference.householdId, householdId)));
  return rows.length > 0;
}
