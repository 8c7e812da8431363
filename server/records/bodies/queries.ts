/** What other domains may know of bodies. Whoever asks by id has an id that its reader may see. */
import { and, eq, inArray, isNull, type SQL, sql } from 'drizzle-orm';
import type { BodyId } from '../../../shared/ids.ts';
import type { Body, BodyBrief, Sector } from '../../../shared/records/bodies.ts';
import type { Reader } from '../../db/connect.ts';
import { matchesWords } from '../search/words.ts';
import { body } from './table.ts';

const briefColumns = {
  id: body.id,
  name: body.name,
  kind: body.kind,
  sector: body.sector,
  public: body.public,
};

const bodyColumns = {
  ...briefColumns,
  district: body.district,
  area: body.area,
  languages: body.languages,
  resources: body.resources,
  description: body.description,
  email: body.email,
  phone: body.phone,
  hours: body.hours,
};

/** The indexed text a body is found by: written as in migrations/0001, or the index isn't used. */
const searchText = sql`plain(${body.name} || ' ' || coalesce(${body.area}, '') || ' ' || ${body.description})`;

/** Bodies anybody signed in may read about: open ones whose address is no secret. */
const inDirectory = and(isNull(body.closedAt), eq(body.concealed, false));

/** Briefs by id, for closed and concealed bodies too; an unknown id is left out. */
export async function bodyBriefs(reader: Reader, ids: Iterable<BodyId>): Promise<Map<BodyId, BodyBrief>> {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return new Map();
  const rows = await reader.select(briefColumns).from(body).where(inArray(body.id, wanted));
  return new Map(rows.map((row) => [row.id, row]));
}

/** The same without bodies whose address is secret: for what is shown to whoever looks a person up. */
export async function shownBodyBriefs(
  reader: Reader,
  ids: Iterable<BodyId>,
): Promise<Map<BodyId, BodyBrief>> {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return new Map();
  const rows = await reader
    .select(briefColumns)
    .from(body)
    .where(and(inArray(body.id, wanted), eq(body.concealed, false)));
  return new Map(rows.map((row) => [row.id, row]));
}

/** By id, those of them that are in the directory: open, and their address is no secret. */
export async function directoryBodies(reader: Reader, ids: Iterable<BodyId>): Promise<Map<BodyId, Body>> {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return new Map();
  const rows = await reader
    .select(bodyColumns)
    .from(body)
    .where(and(inArray(body.id, wanted), inDirectory));
  return new Map(rows.map((row) => [row.id, row]));
}

/** One body that is still open, concealed or not; null otherwise. */
export async function openBody(reader: Reader, id: BodyId): Promise<BodyBrief | null> {
  const [row] = await reader
    .select(briefColumns)
    .from(body)
    .where(and(eq(body.id, id), isNull(body.closedAt)));
  return row ?? null;
}

/** Open public bodies of these sectors, by name: the candidates for the regia, say. */
export const openPublicBodies = (reader: Reader, sectors: readonly Sector[]): Promise<BodyBrief[]> =>
  reader
    .select(briefColumns)
    .from(body)
    .where(and(inDirectory, eq(body.public, true), inArray(body.sector, [...sectors])))
    .orderBy(byName);

/** The directory, by name. `words` must each occur in the name, the area or the description. */
export const directoryOfBodies = (
  reader: Reader,
  { words, sector, limit = 500 }: { words?: string | undefined; sector?: Sector | undefined; limit?: number },
): Promise<Body[]> =>
  reader
    .select(bodyColumns)
    .from(body)
    .where(and(inDirectory, sector && eq(body.sector, sector), matchesWords(searchText, words)))
    .orderBy(byName)
    .limit(limit);

/** Names sort as an Italian reader expects: accents beside their letter, capitals beside small ones. */
const byName: SQL = sql`${body.name} collate "it-x-icu"`;

/**
 * First orientation (C2): bodies that have one of these resources, by what they say of themselves. Those of the district
 * come first, then those of no district, because they are for the whole city; those that speak the language before others.
 */
export const bodiesFor = (
  reader: Reader,
  wanted: {
    resources?: readonly string[] | undefined;
    words?: string | undefined;
    district?: number | undefined;
    language?: string | undefined;
  },
): Promise<Body[]> => {
  const { resources, words, district, language } = wanted;
  const near = district
    ? sql`case ${body.district} when ${district}::int then 0 else coalesce(sign(${body.district}), 0) + 1 end`
    : null;
  const speaks = language ? sql`not ${body.languages} @> array[${language}]::text[]` : null;
  const has = resources && sql`${body.resources} && ${sql.param([...resources])}::text[]`;
  return reader
    .select(bodyColumns)
    .from(body)
    .where(and(inDirectory, has, matchesWords(searchText, words)))
    .orderBy(...[near, speaks, byName].filter((each) => each !== null))
    .limit(40);
};
