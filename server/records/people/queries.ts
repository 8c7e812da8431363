/** What other domains and the session may know of people. */
import { and, eq, inArray, ne, type SQL, sql } from 'drizzle-orm';
import type { Actor } from '../../../shared/access.ts';
import type { BodyId, HouseholdId, PersonId } from '../../../shared/ids.ts';
import type { ScreenLanguage } from '../../../shared/languages.ts';
import type { PersonFunction } from '../../../shared/person-function.ts';
import type { Person, PersonBrief } from '../../../shared/records/people.ts';
import type { SignedIn } from '../../../shared/records/session.ts';
import type { Reader } from '../../db/connect.ts';
import { bodyBriefs, shownBodyBriefs } from '../bodies/queries.ts';
import { matchesWords } from '../search/words.ts';
import { person } from './table.ts';

const briefColumns = {
  id: person.id,
  name: person.name,
  function: person.function,
  title: person.title,
  bodyId: person.bodyId,
};

/** The indexed text a person is found by: written as in migrations/0001. */
const searchText = sql`plain(${person.name} || ' ' || ${person.title})`;

/** Names sort as an Italian reader expects. */
const byName: SQL = sql`${person.name} collate "it-x-icu"`;

/** Briefs by id, for closed accounts too: their names stay where they acted. An unknown id is left out. */
export async function personBriefs(
  reader: Reader,
  ids: Iterable<PersonId>,
): Promise<Map<PersonId, PersonBrief>> {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return new Map();
  const rows = await reader.select(briefColumns).from(person).where(inArray(person.id, wanted));
  const briefs = await withBodies(reader, rows);
  return new Map(briefs.map((brief) => [brief.id, brief]));
}

/** Whoever acts, from their account as it is now; null for an unknown or closed one. */
export async function actorOf(reader: Reader, personId: PersonId): Promise<Actor | null> {
  const [row] = await reader
    .select({
      personId: person.id,
      function: person.function,
      bodyId: person.bodyId,
      householdId: person.householdId,
    })
    .from(person)
    .where(and(eq(person.id, personId), eq(person.active, true)));
  return row ?? null;
}

/** Accounts that are open, by id: who may be put on a team or given a task. */
export async function activeActors(reader: Reader, ids: Iterable<PersonId>): Promise<Map<PersonId, Actor>> {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return new Map();
  const rows = await reader
    .select({
      personId: person.id,
      function: person.function,
      bodyId: person.bodyId,
      householdId: person.householdId,
    })
    .from(person)
    .where(and(inArray(person.id, wanted), eq(person.active, true)));
  return new Map(rows.map((row) => [row.personId, row]));
}

/** Open accounts of a body, or of a family. */
export async function activeActorsOf(
  reader: Reader,
  of: { readonly bodyId: BodyId } | { readonly householdId: HouseholdId },
): Promise<Actor[]> {
  return reader
    .select({
      personId: person.id,
      function: person.function,
      bodyId: person.bodyId,
      householdId: person.householdId,
    })
    .from(person)
    .where(
      and(
        eq(person.active, true),
        'bodyId' in of ? eq(person.bodyId, of.bodyId) : eq(person.householdId, of.householdId),
      ),
    )
    .orderBy(byName);
}

/** Open accounts of tutors by e-mail, in small letters; an address that is nobody's, or no tutor's, is left out. */
export async function tutorsByEmail(
  reader: Reader,
  emails: readonly string[],
): Promise<Map<string, PersonId>> {
  const wanted = [...new Set(emails.map((email) => email.toLowerCase()))];
  if (wanted.length === 0) return new Map();
  const address = sql<string>`lower(${person.email})`;
  const rows = await reader
    .select({ id: person.id, email: address })
    .from(person)
    .where(and(inArray(address, wanted), eq(person.active, true), eq(person.function, 'tutor')));
  return new Map(rows.map(({ id, email }) => [email, id]));
}

/** Who is signed in, as the screens need it; null for an unknown or closed account. */
export async function signedInPerson(reader: Reader, personId: PersonId): Promise<SignedIn | null> {
  const [row] = await reader
    .select({
      ...briefColumns,
      email: person.email,
      screenLanguage: person.screenLanguage,
      householdId: person.householdId,
    })
    .from(person)
    .where(and(eq(person.id, personId), eq(person.active, true)));
  if (!row) return null;
  const { bodyId, ...rest } = row;
  const bodies = await bodyBriefs(reader, bodyId ? [bodyId] : []);
  return { ...rest, body: (bodyId && bodies.get(bodyId)) ?? null };
}

/** Where mail for an account goes, and in which language; null for an unknown or closed one. */
export async function mailboxOf(
  reader: Reader,
  personId: PersonId,
): Promise<{ name: string; address: string; language: ScreenLanguage } | null> {
  const [row] = await reader
    .select({ name: person.name, address: person.email, language: person.screenLanguage })
    .from(person)
    .where(and(eq(person.id, personId), eq(person.active, true)));
  return row ?? null;
}

/** Open accounts of a household's own members. */
export async function familyAccounts(reader: Reader, householdId: HouseholdId): Promise<PersonId[]> {
  const rows = await reader
    .select({ id: person.id })
    .from(person)
    .where(and(eq(person.householdId, householdId), eq(person.function, 'family'), eq(person.active, true)));
  return rows.map(({ id }) => id);
}

/** What signing in compares: null for an unknown e-mail, a closed account, or one without a password. */
export async function credentialsOf(
  reader: Reader,
  email: string,
): Promise<{ personId: PersonId; passwordHash: string } | null> {
  const [row] = await reader
    .select({ personId: person.id, passwordHash: person.passwordHash })
    .from(person)
    .where(and(sql`lower(${person.email}) = ${email.toLowerCase()}`, eq(person.active, true)));
  return row?.passwordHash ? { personId: row.personId, passwordHash: row.passwordHash } : null;
}

/** Whether this e-mail has an account, open or closed. */
export async function hasAccount(reader: Reader, email: string): Promise<boolean> {
  const rows = await reader
    .select({ id: person.id })
    .from(person)
    .where(sql`lower(${person.email}) = ${email.toLowerCase()}`);
  return rows.length > 0;
}

/** Whether anybody has an account at all: until then the first start offers to make the administrator. */
export async function anyAccount(reader: Reader): Promise<boolean> {
  const rows = await reader.select({ id: person.id }).from(person).limit(1);
  return rows.length > 0;
}

export type ColleagueFilter = {
  readonly words?: string | undefined;
  readonly function?: PersonFunction | undefined;
  readonly bodyId?: BodyId | undefined;
  readonly limit?: number;
};

/** Workers with an open account, by name. Never a family's. */
export async function colleagues(
  reader: Reader,
  { words, function: wanted, bodyId, limit = 200 }: ColleagueFilter,
): Promise<(PersonBrief & Pick<Person, 'languages'>)[]> {
  const rows = await reader
    .select({ ...briefColumns, languages: person.languages })
    .from(person)
    .where(
      and(
        eq(person.active, true),
        ne(person.function, 'family'),
        wanted && eq(person.function, wanted),
        bodyId && eq(person.bodyId, bodyId),
        matchesWords(searchText, words),
      ),
    )
    .orderBy(byName)
    .limit(limit);
  return withBodies(reader, rows);
}

/** Open accounts of these functions in these bodies, by name: who may be named for the regia. */
export async function workersIn(
  reader: Reader,
  bodyIds: readonly BodyId[],
  functions: readonly PersonFunction[],
): Promise<(PersonBrief & { bodyId: BodyId | null })[]> {
  if (bodyIds.length === 0 || functions.length === 0) return [];
  const rows = await reader
    .select(briefColumns)
    .from(person)
    .where(
      and(
        eq(person.active, true),
        inArray(person.bodyId, [...bodyIds]),
        inArray(person.function, [...functions]),
      ),
    )
    .orderBy(byName);
  const briefs = await withBodies(reader, rows);
  return briefs.map((brief) => ({ ...brief, bodyId: brief.body?.id ?? null }));
}

const accountColumns = {
  ...briefColumns,
  email: person.email,
  languages: person.languages,
  screenLanguage: person.screenLanguage,
  active: person.active,
};

async function accountsWith(reader: Reader, condition: SQL | undefined): Promise<Person[]> {
  const rows = await reader.select(accountColumns).from(person).where(condition).orderBy(byName).limit(1000);
  return withBodies(reader, rows);
}

/** Every account, by name, for the administration. */
export const accounts = (reader: Reader, words?: string): Promise<Person[]> =>
  accountsWith(reader, matchesWords(sql`plain(${person.name} || ' ' || ${person.email})`, words));

/** The accounts with these addresses, by name. */
export const accountsByEmail = (reader: Reader, emails: readonly string[]): Promise<Person[]> =>
  accountsWith(reader, inArray(person.email, [...emails]));

/** One account, for the administration. */
export async function account(reader: Reader, personId: PersonId): Promise<Person | null> {
  const [found] = await accountsWith(reader, eq(person.id, personId));
  return found ?? null;
}

/** A worker of a shelter with a secret address is shown without a body. */
async function withBodies<Row extends { bodyId: BodyId | null }>(
  reader: Reader,
  rows: readonly Row[],
): Promise<(Omit<Row, 'bodyId'> & Pick<PersonBrief, 'body'>)[]> {
  const bodies = await shownBodyBriefs(
    reader,
    rows.flatMap(({ bodyId }) => bodyId ?? []),
  );
  return rows.map(({ bodyId, ...rest }) => ({ ...rest, body: (bodyId && bodies.get(bodyId)) ?? null }));
}
