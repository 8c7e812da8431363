/** Which documents a household has, and the facts about one that decide who may open it. */
import { type SQL, sql } from 'drizzle-orm';
import { type Actor, documentAccess, type Relation } from '../../../shared/access.ts';
import type { DocumentKind } from '../../../shared/documents/kinds.ts';
import type { ConferenceId, DocumentId, HouseholdId } from '../../../shared/ids.ts';
import type { DocumentLink } from '../../../shared/records/households.ts';
import type { Reader } from '../../db/connect.ts';
import { areMinutesFrozen, frozenConferences } from '../conferences/frozen.ts';
import { frozenPactTexts, isPactTextFrozen } from '../pacts/frozen.ts';

export type FactsOfDocument = {
  readonly householdId: HouseholdId;
  readonly kind: DocumentKind;
  readonly frozen: boolean;
  readonly conferenceId: ConferenceId | null;
};

/** Null: there is no such document. A closed household isn't told here: `documentAccess` sees it in the relation. */
export async function documentFacts(reader: Reader, documentId: DocumentId): Promise<FactsOfDocument | null> {
  const [row] = await registered(reader, sql`id = ${documentId}`);
  if (row === undefined) return null;
  const { householdId, kind, conferenceId } = row;
  const frozen =
    (conferenceId !== null && (await areMinutesFrozen(reader, conferenceId))) ||
    (kind === 'inclusion-pact' && (await isPactTextFrozen(reader, documentId)));
  return { householdId, kind, frozen, conferenceId };
}

/** The household's documents this actor may open, each with what they may do in it. The others are not told. */
export async function documentLinks(
  reader: Reader,
  actor: Actor,
  relation: Relation,
): Promise<DocumentLink[]> {
  const householdId = relation.household.id;
  const rows = await registered(reader, sql`household_id = ${householdId}`);
  const frozen = await frozenConferences(reader, householdId);
  const texts = await frozenPactTexts(reader, householdId);
  return rows.flatMap((row) => {
    const stopped = (row.conferenceId !== null && frozen.has(row.conferenceId)) || texts.has(row.id);
    const access = documentAccess(actor, relation, { kind: row.kind, frozen: stopped });
    const { id, kind, conferenceId } = row;
    return access === null ? [] : [{ id, kind, conferenceId, access }];
  });
}

/** The household's own document of a kind; minutes belong to a conference and are not found this way. */
export async function documentOfKind(
  reader: Reader,
  householdId: HouseholdId,
  kind: Exclude<DocumentKind, 'minutes'>,
): Promise<DocumentId | null> {
  const rows = await registered(reader, sql`household_id = ${householdId}`);
  return rows.find((row) => row.kind === kind)?.id ?? null;
}

type Registered = {
  readonly id: DocumentId;
  readonly householdId: HouseholdId;
  readonly kind: DocumentKind;
  readonly conferenceId: ConferenceId | null;
};

/** Rows of the register of documents, which sync keeps, in the order they were made. */
const registered = (reader: Reader, which: SQL): Promise<Registered[]> =>
  reader.execute<Registered>(sql`
    select id, household_id as "householdId", kind, conference_id as "conferenceId" from document
    where ${which} order by created_at, id`);
