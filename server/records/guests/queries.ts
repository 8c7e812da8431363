/** Guests as the team reads them, and the conference as a guest does. */
import { and, asc, desc, eq, inArray } from 'drizzle-orm';
import { type Actor, documentAccess, guestEntry, mayHost, type Relation } from '../../../shared/access.ts';
import { assert } from '../../../shared/assert.ts';
import { instantOf } from '../../../shared/dates.ts';
import type { ConferenceId, GuestId, HouseholdId } from '../../../shared/ids.ts';
import { type Outcome, ok, refuse } from '../../../shared/outcome.ts';
import type { Guest, GuestView, GuestWords } from '../../../shared/records/guests.ts';
import type { PersonBrief } from '../../../shared/records/people.ts';
import type { Reader } from '../../db/connect.ts';
import { type ConferenceRow, conferenceAsItIs } from '../conferences/standing.ts';
import { authorise } from '../households/authority.ts';
import { personBriefs } from '../people/queries.ts';
import { type AdmittedGuest, standingOf } from './session.ts';
import { type GuestRow, guest, guestWords } from './table.ts';

export type ConferenceOf = { readonly householdId: HouseholdId; readonly conferenceId: ConferenceId };
export type GuestOf = ConferenceOf & { readonly guestId: GuestId };

/** The conference and how the actor stands to its household, when they see its case. */
export async function seenConference(
  reader: Reader,
  actor: Actor,
  { householdId, conferenceId }: ConferenceOf,
): Promise<Outcome<{ conference: ConferenceRow; relation: Relation }>> {
  const allowed = await authorise(reader, actor, householdId, 'case.see');
  if (!allowed.ok) return allowed;
  const conference = await conferenceAsItIs(reader, conferenceId);
  return conference?.householdId === householdId
    ? ok({ conference, relation: allowed.value })
    : refuse('not-available');
}

/** Whether the guests of this conference are this actor's to ask and take off, now. */
export const hostsNow = (actor: Actor, conference: ConferenceRow, relation: Relation): boolean =>
  mayHost(actor, conference) && isOn(conference) && relation.household.status !== 'closed';

export const isOn = ({ status }: ConferenceRow): boolean => status === 'planned' || status === 'held';

/** Guests of a conference in the order they were asked, and their words, oldest first. */
export async function readGuests(
  reader: Reader,
  actor: Actor,
  of: ConferenceOf,
  now: Date,
): Promise<Outcome<{ guests: Guest[]; words: GuestWords[]; can: { invite: boolean; decide: boolean } }>> {
  const seen = await seenConference(reader, actor, of);
  if (!seen.ok) return seen;
  const { conference, relation } = seen.value;
  const rows = await reader
    .select()
    .from(guest)
    .where(eq(guest.conferenceId, of.conferenceId))
    .orderBy(asc(guest.invitedAt), asc(guest.id));
  const facts = { kind: 'minutes', frozen: conference.status === 'frozen' } as const;
  return ok({
    guests: await presentGuests(reader, rows, now),
    words: await wordsOf(reader, rows),
    can: {
      invite: hostsNow(actor, conference, relation),
      decide: documentAccess(actor, relation, facts) === 'write',
    },
  });
}

/** Rows of one conference, in the same order. */
export async function presentGuests(reader: Reader, rows: readonly GuestRow[], now: Date): Promise<Guest[]> {
  const people = await personBriefs(
    reader,
    rows.map(({ invitedBy }) => invitedBy),
  );
  return Promise.all(
    rows.map(async (row) => {
      const found = await standingOf(reader, row);
      const invitedBy = people.get(row.invitedBy);
      assert(found && invitedBy, 'a guest was asked by somebody to a conference');
      const { id, name, role, language, openedAt } = row;
      const { opensAt, endsAt, takenOff } = found.standing;
      const over = guestEntry(found.standing, instantOf(now)) === 'ended';
      const state = takenOff ? 'taken-off' : over ? 'over' : openedAt === null ? 'invited' : 'opened';
      return {
        id,
        name,
        role,
        language,
        mailed: row.mailed,
        state,
        opensAt,
        endsAt,
        invitedBy,
        openedAt,
      } as const;
    }),
  );
}

async function wordsOf(reader: Reader, guests: readonly GuestRow[]): Promise<GuestWords[]> {
  if (guests.length === 0) return [];
  const rows = await reader
    .select()
    .from(guestWords)
    .where(
      inArray(
        guestWords.guestId,
        guests.map(({ id }) => id),
      ),
    )
    .orderBy(asc(guestWords.at), asc(guestWords.id));
  const people = await personBriefs(
    reader,
    rows.flatMap(({ decidedBy }) => decidedBy ?? []),
  );
  return rows.map(({ id, guestId, text, at, state, decidedBy }) => {
    const from = guests.find((each) => each.id === guestId);
    assert(from, 'words are a guest’s');
    return {
      id,
      guest: { id: guestId, name: from.name, role: from.role },
      text,
      at,
      state,
      decidedBy: (decidedBy && people.get(decidedBy)) ?? null,
    };
  });
}

/** The whole of what a guest may see beside the minutes. */
export async function viewOf(
  reader: Reader,
  { row, conference, standing }: AdmittedGuest,
): Promise<GuestView> {
  const { id, name, role, language, invitedBy } = row;
  const { title, start, minutesLong, videoUrl, chairId, minuteTakerId } = conference;
  const people = await personBriefs(reader, [invitedBy, chairId, minuteTakerId]);
  const words = await reader
    .select({ id: guestWords.id, text: guestWords.text, at: guestWords.at, state: guestWords.state })
    .from(guestWords)
    .where(and(eq(guestWords.guestId, id)))
    .orderBy(desc(guestWords.at), desc(guestWords.id));
  return {
    guest: { id, name, role, language },
    invitedBy: called(people.get(invitedBy)),
    conference: {
      title,
      start,
      minutesLong,
      held: conference.status === 'held',
      videoUrl,
      chair: { id: chairId, ...called(people.get(chairId)) },
      minuteTaker: { id: minuteTakerId, ...called(people.get(minuteTakerId)) },
      agenda: conference.agenda.map((point) => ({
        id: point.id,
        title: point.title,
        minutes: point.minutes,
      })),
      openPointId: conference.floorPointId,
    },
    endsAt: standing.endsAt,
    minutesId: standing.minutesId,
    words,
  };
}

function called(person: PersonBrief | undefined): { name: string; body: string | null } {
  assert(person, 'a conference names people who exist');
  return { name: person.name, body: person.body?.name ?? null };
}
