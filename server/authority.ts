/** What sync and the feed ask of sessions and records: who is it, and what may they see and do. */
import { sql } from 'drizzle-orm';
import { documentAccess, guestAccess } from '../shared/access.ts';
import { instantOf } from '../shared/dates.ts';
import type { DocumentId, PersonId } from '../shared/ids.ts';
import type { Auth } from './auth/auth.ts';
import type { Reader } from './db/connect.ts';
import type { AudienceFacts } from './feed/audience.ts';
import { loadRelation } from './records/care-team/relation.ts';
import { endOfGuestSession, guestById, guestOfCookies } from './records/guests/session.ts';
import { documentFacts } from './records/households/documents.ts';
import { actorOf, personBriefs } from './records/people/queries.ts';
import type { Authority, Grant, GuestIdentity, PersonIdentity } from './sync/authority.ts';

export function createAuthority(reader: Reader, auth: Auth, now: () => Date): Authority {
  return {
    signIn: ({ cookie, asGuest }) =>
      asGuest ? guestAtTheDoor(reader, cookie ?? null, now()) : personAtTheDoor(reader, auth, cookie ?? null),
    accessTo: (identity, documentId) =>
      identity.kind === 'guest'
        ? guestsGrant(reader, identity, documentId, now())
        : personsGrant(reader, identity, documentId),
  };
}

async function personAtTheDoor(
  reader: Reader,
  auth: Auth,
  cookies: string | null,
): Promise<PersonIdentity | null> {
  const session = await auth.sessionOf(cookies);
  if (session === null) return null;
  const { personId } = session.actor;
  const brief = (await personBriefs(reader, [personId])).get(personId);
  if (brief === undefined) return null;
  const { id, name, function: itsFunction, body } = brief;
  const presence = { id, name, function: itsFunction, body: body?.name ?? null };
  return { kind: 'person', actor: session.actor, presence, sessionId: session.sessionId };
}

async function guestAtTheDoor(
  reader: Reader,
  cookies: string | null,
  now: Date,
): Promise<GuestIdentity | null> {
  const guest = await guestOfCookies(reader, cookies, now);
  if (guest === null) return null;
  const { id, name, role } = guest.row;
  return { kind: 'guest', guestId: id, presence: { id, name, function: 'guest', body: role } };
}

async function personsGrant(
  reader: Reader,
  { actor: { personId } }: PersonIdentity,
  documentId: DocumentId,
): Promise<Grant | null> {
  // The epochs first: facts that change after this are found out when the epochs are compared at the commit.
  const epochs = await epochsOf(reader, personId, documentId);
  const actor = await actorOf(reader, personId);
  const facts = await documentFacts(reader, documentId);
  if (epochs === null || actor === null || facts === null) return null;
  const relation = await loadRelation(reader, actor, facts.householdId);
  const access = relation && documentAccess(actor, relation, facts);
  if (!access) return null;
  return { householdId: facts.householdId, kind: facts.kind, access, ...epochs };
}

async function guestsGrant(
  reader: Reader,
  { guestId }: GuestIdentity,
  documentId: DocumentId,
  now: Date,
): Promise<Grant | null> {
  const householdEpoch = await householdEpochOf(reader, documentId); // first, as above
  const found = await guestById(reader, guestId);
  if (householdEpoch === null || found === null) return null;
  const { row, conference, standing } = found;
  const access = guestAccess(standing, documentId, instantOf(now));
  const until = endOfGuestSession(found);
  if (access === null || until === null) return null;
  const { householdId } = conference;
  return { householdId, kind: 'minutes', access, householdEpoch, ownEpoch: row.accessEpoch, until };
}

/** The epochs whose change ends what was decided from this person's and this document's facts. */
async function epochsOf(
  reader: Reader,
  personId: PersonId,
  documentId: DocumentId,
): Promise<{ ownEpoch: number; householdEpoch: number } | null> {
  const [row] = await reader.execute<{ ownEpoch: number; householdEpoch: number }>(sql`
    select person.access_epoch as "ownEpoch", household.access_epoch as "householdEpoch"
    from person, document join household on household.id = document.household_id
    where person.id = ${personId} and document.id = ${documentId}`);
  return row ?? null;
}

async function householdEpochOf(reader: Reader, documentId: DocumentId): Promise<number | null> {
  const [row] = await reader.execute<{ epoch: number }>(sql`
    select household.access_epoch as epoch from document join household on household.id = document.household_id
    where document.id = ${documentId}`);
  return row?.epoch ?? null;
}

/** For the feed: how somebody stands to a household, and the account as it is now. */
export const audienceFacts = (reader: Reader): AudienceFacts => ({
  findRelation: (actor, householdId) => loadRelation(reader, actor, householdId),
  findActor: (personId) => actorOf(reader, personId),
});
