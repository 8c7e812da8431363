/** What notifications ask of conferences: their titles, and whom they concern. A leaf. */
import { eq, inArray } from 'drizzle-orm';
import type { ConferenceId, DocumentId, PersonId } from '../../../shared/ids.ts';
import type { Reader } from '../../db/connect.ts';
import { conference, conferenceInvitee } from './table.ts';

/** Titles by id. Whoever asks shows them only to people who see the case. */
export async function conferenceTitles(
  reader: Reader,
  ids: readonly ConferenceId[],
): Promise<Map<ConferenceId, string>> {
  if (ids.length === 0) return new Map();
  const rows = await reader
    .select({ id: conference.id, title: conference.title })
    .from(conference)
    .where(inArray(conference.id, [...new Set(ids)]));
  return new Map(rows.map(({ id, title }) => [id, title]));
}

/** Chair, minute-taker and who is asked to come, once each. */
export async function peopleOfConference(reader: Reader, conferenceId: ConferenceId): Promise<PersonId[]> {
  const [row] = await reader
    .select({ chairId: conference.chairId, minuteTakerId: conference.minuteTakerId })
    .from(conference)
    .where(eq(conference.id, conferenceId));
  if (row === undefined) return [];
  const invited = await reader
    .select({ personId: conferenceInvitee.personId })
    .from(conferenceInvitee)
    .where(eq(conferenceInvitee.conferenceId, conferenceId));
  return [...new Set([row.chairId, row.minuteTakerId, ...invited.map(({ personId }) => personId)])];
}

/** The conference whose minutes these are. */
export async function conferenceOfMinutes(
  reader: Reader,
  documentId: DocumentId,
): Promise<ConferenceId | null> {
  const [row] = await reader
    .select({ id: conference.id })
    .from(conference)
    .where(eq(conference.minutesId, documentId));
  return row?.id ?? null;
}
