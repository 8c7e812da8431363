/** What sync and the feed ask of sessions and records: who is it, and what may they see and do. */
import { sql } from 'drizzle-orm';
import { documentAccess } from '../shared/access.ts';
import type { DocumentId, PersonId } from '../shared/ids.ts';
import type { Auth } from './auth/auth.ts';
import type { Reader } from './db/connect.ts';
import type { AudienceFacts } from './feed/audience.ts';
import { loadRelation } from './records/care-team/relation.ts';
import { documentFacts } from './records/households/documents.ts';
import { actorOf, personBriefs } from './records/people/queries.ts';
import type { Authority } from './sync/authority.ts';

export function createAuthority(reader: Reader, auth: Auth): Authority {
  return {
    async signIn({ cookie }) {
      const session = await auth.sessionOf(cookie ?? null);
      if (session === null) return null;
      const { personId } = session.actor;
      const brief = (await personBriefs(reader, [personId])).get(personId);
      if (brief === undefined) return null;
      const { id, name, function: itsFunction, body } = brief;
      const presence = { id, name, function: itsFunction, body: body?.name ?? null };
      return { actor: session.actor, presence, sessionId: session.sessionId };
    },

    async accessTo({ personId }, documentId) {
      // The epochs first: facts that change after this are found out when the epochs are compared at the commit.
      const epochs = await epochsOf(reader, personId, documentId);
      const actor = await actorOf(reader, personId);
      const facts = await documentFacts(reader, documentId);
      if (epochs === null || actor === null || facts === null) return null;
      const relation = await loadRelation(reader, actor, facts.householdId);
      const access = relation && documentAccess(actor, relation, facts);
      if (!access) return null;
      return { householdId: facts.householdId, kind: facts.kind, access, ...epochs };
    },
  };
}

/** The epochs whose change ends what was decided from this person's and this document's facts. */
async function epochsOf(
  reader: Reader,
  personId: PersonId,
  documentId: DocumentId,
): Promise<{ personEpoch: number; householdEpoch: number } | null> {
  const [row] = await reader.execute<{ personEpoch: number; householdEpoch: number }>(sql`
    select person.access_epoch as "personEpoch", household.access_epoch as "householdEpoch"
    from person, document join household on household.id = document.household_id
    where person.id = ${personId} and document.id = ${documentId}`);
  return row ?? null;
}

/** For the feed: how somebody stands to a household, and the account as it is now. */
export const audienceFacts = (reader: Reader): AudienceFacts => ({
  findRelation: (actor, householdId) => loadRelation(reader, actor, householdId),
  findActor: (personId) => actorOf(reader, personId),
});
