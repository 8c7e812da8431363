/** Conferences as their readers may see them. */
import { and, asc, desc, eq, gte, inArray, lt, type SQL, sql } from 'drizzle-orm';
import { type Actor, documentAccess, may, type Relation } from '../../../shared/access.ts';
import { assert } from '../../../shared/assert.ts';
import { instantOf } from '../../../shared/dates.ts';
import type { ConferenceId, HouseholdId, PersonId } from '../../../shared/ids.ts';
import { type Outcome, ok, refuse } from '../../../shared/outcome.ts';
import type { Conference } from '../../../shared/records/conferences.ts';
import type { Reader } from '../../db/connect.ts';
import { bodyBriefs } from '../bodies/queries.ts';
import { loadRelation } from '../care-team/relation.ts';
import { authorise } from '../households/authority.ts';
import { householdBriefs } from '../households/briefs.ts';
import { closingStates } from '../minutes/standing.ts';
import { personBriefs } from '../people/queries.ts';
import { repliesTo } from './replied.ts';
import { type ConferenceRow, conference, conferenceInvitee } from './table.ts';

/** A day's grace: a conference that has begun is still "upcoming" until its day is over. */
const graceMs = 86_400_000;

/** More than anybody has; the screen shows the nearest. */
const mostMine = 200;

/** Conferences this person chairs, takes minutes of or is asked to, as long as they take part in the household's case. */
export async function readMyConferences(
  reader: Reader,
  actor: Actor,
  when: 'upcoming' | 'past',
  now: Date,
): Promise<Outcome<{ conferences: Conference[] }>> {
  const since = instantOf(new Date(now.getTime() - graceMs));
  const time = when === 'upcoming' ? gte(conference.start, since) : lt(conference.start, since);
  const rows = await reader
    .select()
    .from(conference)
    .where(and(concerns(actor), time))
    .orderBy(when === 'upcoming' ? asc(conference.start) : desc(conference.start))
    .limit(mostMine);
  return ok({ conferences: await presentConferences(reader, actor, rows) });
}

const concerns = (actor: Actor): SQL => sql`(
  ${conference.chairId} = ${actor.personId} or ${conference.minuteTakerId} = ${actor.personId}
  or exists (select from conference_invitee where conference_id = ${conference.id} and person_id = ${actor.personId})
  or (${conference.familyInvited} and ${conference.householdId} = ${actor.householdId}::uuid)
) and exists (select from household_party
  where household_party.household_id = ${conference.householdId} and household_party.person_id = ${actor.personId})`;

/** The household's conferences, newest first. */
export async function readConferences(
  reader: Reader,
  actor: Actor,
  householdId: HouseholdId,
): Promise<Outcome<{ conferences: Conference[] }>> {
  const allowed = await authorise(reader, actor, householdId, 'case.see');
  if (!allowed.ok) return allowed;
  const rows = await reader
    .select()
    .from(conference)
    .where(eq(conference.householdId, householdId))
    .orderBy(desc(conference.start), desc(conference.id));
  return ok({ conferences: await presentConferences(reader, actor, rows) });
}

/** One conference. */
export async function readConference(
  reader: Reader,
  actor: Actor,
  { householdId, conferenceId }: { householdId: HouseholdId; conferenceId: ConferenceId },
): Promise<Outcome<Conference>> {
  const allowed = await authorise(reader, actor, householdId, 'case.see');
  if (!allowed.ok) return allowed;
  const rows = await reader
    .select()
    .from(conference)
    .where(and(eq(conference.id, conferenceId), eq(conference.householdId, householdId)));
  const [found] = await presentConferences(reader, actor, rows);
  return found ? ok(found) : refuse('not-available');
}

/** Rows with names, invitees and what this reader may do, in the same order. */
export async function presentConferences(
  reader: Reader,
  actor: Actor,
  rows: readonly ConferenceRow[],
): Promise<Conference[]> {
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const householdIds = [...new Set(rows.map(({ householdId }) => householdId))];
  const invitees = await reader
    .select()
    .from(conferenceInvitee)
    .where(inArray(conferenceInvitee.conferenceId, ids));
  const [households, bodies, people, relations, closings] = await Promise.all([
    householdBriefs(reader, householdIds),
    bodyBriefs(
      reader,
      rows.flatMap(({ placeId }) => placeId ?? []),
    ),
    personBriefs(reader, [
      ...rows.flatMap(({ chairId, minuteTakerId }) => [chairId, minuteTakerId]),
      ...invitees.map(({ personId }) => personId),
    ]),
    relationsTo(reader, actor, householdIds),
    closingStates(reader, ids),
  ]);
  const replies = await repliesTo(reader, rows);
  const inviteesByConference = Map.groupBy(invitees, ({ conferenceId }) => conferenceId);
  return rows.map((row) => {
    const [household, chair, minuteTaker, relation] = [
      households.get(row.householdId),
      people.get(row.chairId),
      people.get(row.minuteTakerId),
      relations.get(row.householdId),
    ];
    assert(household && chair && minuteTaker && relation, 'a conference names records that exist');
    const { id, kind, title, start, minutesLong, mode, videoUrl, agenda, familyInvited, quorum, status } =
      row;
    return {
      id,
      kind,
      title,
      start,
      minutesLong,
      mode,
      videoUrl,
      agenda,
      familyInvited,
      quorum,
      status,
      floor:
        row.floorPointId !== null && row.floorSince !== null
          ? { pointId: row.floorPointId, since: row.floorSince }
          : null,
      household,
      chair,
      minuteTaker,
      place: (row.placeId && bodies.get(row.placeId)) ?? null,
      invited: (inviteesByConference.get(id) ?? []).flatMap(({ personId }) => people.get(personId) ?? []),
      frozenAt: row.frozenAt,
      frozenHash: row.frozenHash,
      replies: (replies.get(id) ?? []).filter(
        ({ person }) => !relation.family || person.id === actor.personId,
      ),
      version: row.version,
      closing: closings.get(id) ?? { readUntil: null, signatures: null },
      minutes: minutesLink(actor, relation, row),
      can: {
        ...rightsBefore(actor, relation, row, inviteesByConference.get(id) ?? []),
        change: status === 'planned' && may(actor, 'conference.schedule', relation),
        freeze: status === 'held' && chair.id === actor.personId && relation.household.status !== 'closed',
      },
    };
  });
}

/** What may be done while it is planned, besides changing it. */
function rightsBefore(
  actor: Actor,
  relation: Relation,
  row: ConferenceRow,
  invitees: readonly { readonly personId: PersonId }[],
): Pick<Conference['can'], 'setAgenda' | 'askPoint' | 'reply'> {
  const planned = row.status === 'planned' && relation.household.status !== 'closed';
  const conducts = [row.chairId, row.minuteTakerId].includes(actor.personId);
  const invited = invitees.some(({ personId }) => personId === actor.personId);
  return {
    setAgenda: planned && (row.chairId === actor.personId || may(actor, 'conference.schedule', relation)),
    askPoint: planned && documentAccess(actor, relation, { kind: 'care-plan', frozen: false }) === 'write',
    reply: planned && (conducts || invited || (relation.family && row.familyInvited)),
  };
}

function minutesLink(actor: Actor, relation: Relation, row: ConferenceRow): Conference['minutes'] {
  const access = documentAccess(actor, relation, { kind: 'minutes', frozen: row.status === 'frozen' });
  return access === null ? null : { documentId: row.minutesId, access };
}

/** A person's conferences are in a handful of households: one statement each is enough. */
async function relationsTo(
  reader: Reader,
  actor: Actor,
  householdIds: readonly HouseholdId[],
): Promise<Map<HouseholdId, Relation>> {
  const loaded = await Promise.all(householdIds.map((id) => loadRelation(reader, actor, id)));
  return new Map(loaded.flatMap((relation) => (relation ? [[relation.household.id, relation]] : [])));
}
