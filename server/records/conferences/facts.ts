/** A conference's own row, for domains that have authorised their reader: a leaf, because they ask it. */
import { and, eq, inArray } from 'drizzle-orm';
import type { ConferenceId, HouseholdId } from '../../../shared/ids.ts';
import type { Reader } from '../../db/connect.ts';
import { type ConferenceRow, conference } from './table.ts';

export type { ConferenceRow };

/** Null: the household has no such conference. */
export async function conferenceRow(
  reader: Reader,
  { householdId, conferenceId }: { readonly householdId: HouseholdId; readonly conferenceId: ConferenceId },
): Promise<ConferenceRow | null> {
  const [row] = await reader
    .select()
    .from(conference)
    .where(and(eq(conference.id, conferenceId), eq(conference.householdId, householdId)));
  return row ?? null;
}

/** By id; an unknown one is left out. */
export async function conferenceRows(
  reader: Reader,
  ids: readonly ConferenceId[],
): Promise<Map<ConferenceId, ConferenceRow>> {
  if (ids.length === 0) return new Map();
  const rows = await reader
    .select()
    .from(conference)
    .where(inArray(conference.id, [...ids]));
  return new Map(rows.map((row) => [row.id, row]));
}
