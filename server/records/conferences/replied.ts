/** What was said to invitations. */
import { inArray } from 'drizzle-orm';
import type { ConferenceId } from '../../../shared/ids.ts';
import type { ConferenceReply } from '../../../shared/records/conferences.ts';
import type { Reader } from '../../db/connect.ts';
import { personBriefs } from '../people/queries.ts';
import { type ConferenceRow, conferenceReply } from './table.ts';

/** What was said to each of these conferences, by whoever is asked to it still, in the order it was said. */
export async function repliesTo(
  reader: Reader,
  rows: readonly ConferenceRow[],
): Promise<ReadonlyMap<ConferenceId, ConferenceReply[]>> {
  const stored = await reader
    .select()
    .from(conferenceReply)
    .where(
      inArray(
        conferenceReply.conferenceId,
        rows.map(({ id }) => id),
      ),
    )
    .orderBy(conferenceReply.repliedAt);
  const people = await personBriefs(
    reader,
    stored.map(({ personId }) => personId),
  );
  const starts = new Map(rows.map(({ id, start }) => [id, start]));
  const byConference = Map.groupBy(stored, ({ conferenceId }) => conferenceId);
  return new Map(
    [...byConference].map(([id, replies]) => [
      id,
      replies.flatMap(({ personId, reply, words, repliedAt, forStart }) => {
        const person = people.get(personId);
        return person ? [{ person, reply, words, repliedAt, stale: forStart !== starts.get(id) }] : [];
      }),
    ]),
  );
}
