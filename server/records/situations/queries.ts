/** Situations as the team reads them, and as indicators and eligibility count them: the newest of a day or earlier. */
import { and, desc, eq, inArray, lte } from 'drizzle-orm';
import type { Actor } from '../../../shared/access.ts';
import { assert } from '../../../shared/assert.ts';
import type { Day } from '../../../shared/dates.ts';
import type { HouseholdId } from '../../../shared/ids.ts';
import { type Outcome, ok } from '../../../shared/outcome.ts';
import type { Isee, Situation, SituationFacts } from '../../../shared/records/situations.ts';
import type { Reader } from '../../db/connect.ts';
import { authorise } from '../households/authority.ts';
import { personBriefs } from '../people/queries.ts';
import { type SituationRow, situation } from './table.ts';

/** The household's situations, newest first. */
export async function readSituations(
  reader: Reader,
  actor: Actor,
  householdId: HouseholdId,
): Promise<Outcome<{ situations: Situation[] }>> {
  const allowed = await authorise(reader, actor, householdId, 'case.see');
  if (!allowed.ok) return allowed;
  const rows = await reader
    .select()
    .from(situation)
    .where(eq(situation.householdId, householdId))
    .orderBy(desc(situation.on));
  return ok({ situations: await presentSituations(reader, rows) });
}

/** What a row says, with the day it was recorded of. */
export type SituationAsOf = SituationFacts & { readonly on: Day };

/**
 * The situation of each of these households as of that day; one of which nothing was recorded by then is left out: its
 * facts are unknown. Whoever asks has ids that its reader may count.
 */
export async function situationsAsOf(
  reader: Reader,
  householdIds: readonly HouseholdId[],
  day: Day,
): Promise<Map<HouseholdId, SituationAsOf>> {
  if (householdIds.length === 0) return new Map();
  const rows = await reader
    .selectDistinctOn([situation.householdId])
    .from(situation)
    .where(and(inArray(situation.householdId, [...householdIds]), lte(situation.on, day)))
    .orderBy(situation.householdId, desc(situation.on));
  return new Map(rows.map((row) => [row.householdId, { ...factsOf(row), on: row.on }]));
}

/** Rows with the names that go with them, in the same order. */
export async function presentSituations(reader: Reader, rows: readonly SituationRow[]): Promise<Situation[]> {
  const people = await personBriefs(
    reader,
    rows.map(({ recordedBy }) => recordedBy),
  );
  return rows.map((row) => {
    const by = people.get(row.recordedBy);
    assert(by, 'a situation is recorded by a person');
    const { householdId, on, recordedAt, version } = row;
    return { ...factsOf(row), householdId, on, by, recordedAt, version };
  });
}

const factsOf = (row: SituationRow): SituationFacts => ({
  severePoverty: row.severePoverty,
  severePovertySince: row.severePovertySince,
  migrantBackground: row.migrantBackground,
  housing: row.housing,
  work: row.work,
  isee: iseeOf(row),
  documentState: row.documentState,
  documentExpires: row.documentExpires,
  residence: row.residence,
  healthRegistration: row.healthRegistration,
  paediatrician: row.paediatrician,
});

function iseeOf({ isee, iseeCents, iseeOn }: SituationRow): Isee {
  if (isee !== 'known') return { state: isee };
  assert(iseeCents !== null && iseeOn !== null, 'a known ISEE has its value and its day');
  return { state: 'known', cents: iseeCents, on: iseeOn };
}
