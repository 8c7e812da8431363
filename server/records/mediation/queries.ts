/** Requests as those concerned may see them: the case only for the case's team, a code for everybody else. */
import { and, asc, desc, eq, gte, inArray, or, type SQL, sql } from 'drizzle-orm';
import { type Actor, may } from '../../../shared/access.ts';
import { assert } from '../../../shared/assert.ts';
import { type Day, dayOf, instantOf } from '../../../shared/dates.ts';
import type { HouseholdId, MediationId } from '../../../shared/ids.ts';
import { type Outcome, ok } from '../../../shared/outcome.ts';
import type { Mediation } from '../../../shared/records/mediation.ts';
import type { Reader } from '../../db/connect.ts';
import { loadRelation } from '../care-team/relation.ts';
import { authorise } from '../households/authority.ts';
import { householdBriefs } from '../households/briefs.ts';
import { documentFacts } from '../households/documents.ts';
import { personBriefs } from '../people/queries.ts';
import { inRoster } from './roster.ts';
import { type MediationRow, mediation, mediationDecline } from './table.ts';

const open = ['requested', 'assigned', 'accepted'] as const;
/** How long what is over stays in the lists. */
const recentDays = 60;
const msPerDay = 86_400_000;

/** The household's requests, newest first. */
export async function readMediationOf(
  reader: Reader,
  actor: Actor,
  householdId: HouseholdId,
): Promise<Outcome<{ requests: Mediation[] }>> {
  const allowed = await authorise(reader, actor, householdId, 'case.see');
  if (!allowed.ok) return allowed;
  const rows = await reader
    .select()
    .from(mediation)
    .where(eq(mediation.householdId, householdId))
    .orderBy(desc(mediation.requestedAt), desc(mediation.id));
  return ok({ requests: await presentMediation(reader, actor, rows) });
}

/**
 * For the coordination everything open and what ended lately; for a mediator what waits in a language of hers that she
 * hasn't given back, and her own. Requests of closed households are nobody's any more.
 */
export async function readMediation(
  reader: Reader,
  actor: Actor,
  now: Date,
): Promise<Outcome<{ requests: Mediation[] }>> {
  const lately = gte(mediation.since, instantOf(new Date(now.getTime() - recentDays * msPerDay)));
  const shown = or(inArray(mediation.status, [...open]), lately);
  const rows = await reader
    .select()
    .from(mediation)
    .where(and(shown, await concerning(reader, actor, dayOf(now)), ofOpenHousehold))
    .orderBy(sql`${mediation.wantedAt} nulls first`, asc(mediation.requestedAt))
    .limit(500);
  return ok({ requests: await presentMediation(reader, actor, rows) });
}

const ofOpenHousehold = sql`exists (select from household
  where household.id = ${mediation.householdId} and household.status <> 'closed')`;

async function concerning(reader: Reader, actor: Actor, today: Day): Promise<SQL | undefined> {
  if (actor.function === 'coordinator') return undefined;
  const languages = (await inRoster(reader, actor.personId, today))?.languages ?? [];
  const waiting = languages.length === 0 ? sql`false` : inArray(mediation.language, languages);
  return or(
    eq(mediation.mediatorId, actor.personId),
    and(
      eq(mediation.status, 'requested'),
      waiting,
      sql`not exists (select from mediation_decline
        where mediation_id = ${mediation.id} and person_id = ${actor.personId})`,
    ),
  );
}

/** Rows as this reader may see them, in the same order. */
export async function presentMediation(
  reader: Reader,
  actor: Actor,
  rows: readonly MediationRow[],
): Promise<Mediation[]> {
  if (rows.length === 0) return [];
  const declines = await reader
    .select()
    .from(mediationDecline)
    .where(
      inArray(
        mediationDecline.mediationId,
        rows.map(({ id }) => id),
      ),
    )
    .orderBy(mediationDecline.id);
  const householdIds = [...new Set(rows.map(({ householdId }) => householdId))];
  const [households, people, seen] = [
    await householdBriefs(reader, householdIds),
    await personBriefs(reader, [
      ...rows.flatMap(({ requestedBy, mediatorId }) => [requestedBy, ...(mediatorId ? [mediatorId] : [])]),
      ...declines.map(({ personId }) => personId),
    ]),
    await casesSeen(reader, actor, householdIds),
  ];
  const passages = await passagesOf(
    reader,
    rows.filter(({ householdId }) => seen.has(householdId)),
  );
  const declinesOf = Map.groupBy(declines, ({ mediationId }) => mediationId);
  return rows.map((row) => {
    const [household, requestedBy] = [households.get(row.householdId), people.get(row.requestedBy)];
    assert(household && requestedBy, 'a request names records that exist');
    const declined = declinesOf.get(row.id) ?? [];
    const { id, language, aim, mode, requestedAt, status, since, version } = row;
    return {
      id,
      householdCode: household.code,
      language,
      aim,
      mode,
      at: row.wantedAt,
      requestedAt,
      status,
      since,
      mediator: (row.mediatorId && people.get(row.mediatorId)) ?? null,
      declines: declined.length,
      details: seen.has(row.householdId)
        ? {
            household: { id: household.id, name: household.name },
            place: row.place,
            note: row.note,
            requestedBy,
            passage: passages.get(id) ?? null,
            declined: declined.flatMap(({ personId, reason }) => {
              const person = people.get(personId);
              return person ? [{ person, reason }] : [];
            }),
            minutes: row.minutes,
            reached: row.reached,
            cameOf: row.cameOf,
            cancelReason: row.cancelReason,
          }
        : null,
      version,
    };
  });
}

type Passage = NonNullable<NonNullable<Mediation['details']>['passage']>;

/** Where each request's words stand, as far as their document still does. */
async function passagesOf(reader: Reader, rows: readonly MediationRow[]): Promise<Map<MediationId, Passage>> {
  const found = new Map<MediationId, Passage>();
  for (const { id, documentId, threadKey } of rows) {
    const facts = documentId && (await documentFacts(reader, documentId));
    if (facts) found.set(id, { documentId, thread: threadKey, conferenceId: facts.conferenceId });
  }
  return found;
}

/** Of these households, those whose case the reader sees: a list names a handful, and the coordination none. */
async function casesSeen(
  reader: Reader,
  actor: Actor,
  ids: readonly HouseholdId[],
): Promise<Set<HouseholdId>> {
  if (actor.function === 'coordinator') return new Set();
  const relations = await Promise.all(ids.map((id) => loadRelation(reader, actor, id)));
  return new Set(
    relations.flatMap((relation) =>
      relation !== null && may(actor, 'case.see', relation) ? [relation.household.id] : [],
    ),
  );
}
