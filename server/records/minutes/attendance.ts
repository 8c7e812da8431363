/** Who was there, as the committed minutes say, with the names, functions and bodies they have that day. */
import { asc, eq } from 'drizzle-orm';
import type * as Y from 'yjs';
import { readAttendance } from '../../../shared/documents/minutes.ts';
import { type ConferenceId, type HouseholdId, type MemberId, PersonId } from '../../../shared/ids.ts';
import type { Attendee } from '../../../shared/records/minutes.ts';
import type { Reader, Tx } from '../../db/connect.ts';
import { membersOf } from '../households/members.ts';
import { personBriefs } from '../people/queries.ts';
import { type AttendeeRow, conferenceAttendee } from './table.ts';

/** A line of the minutes that isn't an absence. */
export type Present = Attendee & {
  readonly personId: PersonId | null;
  readonly memberId: MemberId | null;
  /** A person said that they were there; a proposal from presence alone isn't. */
  readonly confirmed: boolean;
};

/**
 * A line under an id is a person's or a member's, and under anything else a guest's name. The account of somebody of the
 * family is the member it belongs to.
 */
export async function peopleIn(reader: Reader, householdId: HouseholdId, doc: Y.Doc): Promise<Present[]> {
  const lines = [...readAttendance(doc)].filter(([, { state }]) => state !== 'absent');
  const members = (await membersOf(reader, [householdId])).get(householdId) ?? [];
  const people = await personBriefs(
    reader,
    lines.flatMap(([key]) => PersonId.safeParse(key).data ?? []),
  );
  const found = lines.map(([key, { state, where }]): Present => {
    const person = people.get(key as PersonId); // a key that is no id finds nobody
    const member = members.find(({ id, personId }) => id === key || (person && personId === person.id));
    return {
      key,
      kind: member ? 'member' : person ? 'person' : 'guest',
      name: member?.name ?? person?.name ?? key,
      function: member ? null : (person?.function ?? null),
      body: member ? null : (person?.body?.name ?? null),
      place: where ?? null,
      personId: member ? null : (person?.id ?? null),
      memberId: member?.id ?? null,
      confirmed: state === 'present',
    };
  });
  return found.sort((a, b) => a.name.localeCompare(b.name, 'it') || (a.key < b.key ? -1 : 1));
}

/** How many count for the quorum: confirmed, of the team or of the family. Guests are heard and don't decide. */
export const presentIn = (people: readonly Present[]): number =>
  people.filter(({ confirmed, kind }) => confirmed && kind !== 'guest').length;

/** Keeps who was confirmed, as the freezing found them. */
export async function keepAttendees(
  tx: Tx,
  conferenceId: ConferenceId,
  people: readonly Present[],
): Promise<void> {
  const rows = people
    .filter(({ confirmed }) => confirmed)
    .map(({ key, personId, memberId, name, function: its, body, place }, position) => {
      return { conferenceId, key, position, personId, memberId, name, function: its, body, place };
    });
  if (rows.length > 0) await tx.insert(conferenceAttendee).values(rows);
}

export const attendeesOf = (reader: Reader, conferenceId: ConferenceId): Promise<AttendeeRow[]> =>
  reader
    .select()
    .from(conferenceAttendee)
    .where(eq(conferenceAttendee.conferenceId, conferenceId))
    .orderBy(asc(conferenceAttendee.position));

export const presentAttendee = (row: AttendeeRow): Attendee => ({
  key: row.key,
  kind: row.memberId !== null ? 'member' : row.personId !== null ? 'person' : 'guest',
  name: row.name,
  function: row.function,
  body: row.body,
  place: row.place,
});
