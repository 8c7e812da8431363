/** What a calendar has to know of conferences besides what their readers do. */
import { inArray } from 'drizzle-orm';
import type { Instant } from '../../../shared/dates.ts';
import type { ConferenceId } from '../../../shared/ids.ts';
import type { Reader } from '../../db/connect.ts';
import { conference } from './table.ts';

/** For whoever has been authorised already: RFC 5545's SEQUENCE, and when each was changed last. */
export async function invitationSequences(
  reader: Reader,
  ids: readonly ConferenceId[],
): Promise<ReadonlyMap<ConferenceId, { readonly sequence: number; readonly changedAt: Instant }>> {
  if (ids.length === 0) return new Map();
  const rows = await reader
    .select({
      id: conference.id,
      sequence: conference.invitationSequence,
      changedAt: conference.changedAt,
    })
    .from(conference)
    .where(inArray(conference.id, [...ids]));
  return new Map(rows.map(({ id, ...told }) => [id, told]));
}
