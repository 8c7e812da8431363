/** A conference as guests' links depend on it: a leaf, because access to documents asks it. */
import { eq } from 'drizzle-orm';
import type { ConferenceId } from '../../../shared/ids.ts';
import type { Reader } from '../../db/connect.ts';
import { type ConferenceRow, conference } from './table.ts';

/** The conference as it is now; null when there is none. */
export async function conferenceAsItIs(
  reader: Reader,
  conferenceId: ConferenceId,
): Promise<ConferenceRow | null> {
  const [row] = await reader.select().from(conference).where(eq(conference.id, conferenceId));
  return row ?? null;
}

export type { ConferenceRow };
