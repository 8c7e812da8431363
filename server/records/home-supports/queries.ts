/** Home supports as the team reads them, and what placements ask of them. */
import { and, desc, eq, inArray } from 'drizzle-orm';
import { assert } from '../../../shared/assert.ts';
import { type Day, dayOf } from '../../../shared/dates.ts';
import type { HomeSupportId, HouseholdId } from '../../../shared/ids.ts';
import { type HomeSupport, wasTried } from '../../../shared/records/home-supports.ts';
import type { Reader } from '../../db/connect.ts';
import { bodyBriefs } from '../bodies/queries.ts';
import { personBriefs } from '../people/queries.ts';
import { type HomeSupportRow, homeSupport } from './table.ts';

/** For whoever has been authorised already: the household's supports, newest first. */
export const homeSupportsOf = async (reader: Reader, householdId: HouseholdId): Promise<HomeSupport[]> =>
  presentHomeSupports(
    reader,
    await reader
      .select()
      .from(homeSupport)
      .where(eq(homeSupport.householdId, householdId))
      .orderBy(desc(homeSupport.since), desc(homeSupport.id)),
  );

/** Rows with the names that go with them, in the same order. */
export async function presentHomeSupports(
  reader: Reader,
  rows: readonly HomeSupportRow[],
): Promise<HomeSupport[]> {
  const bodies = await bodyBriefs(
    reader,
    rows.map(({ bodyId }) => bodyId),
  );
  const people = await personBriefs(
    reader,
    rows.map(({ recordedBy }) => recordedBy),
  );
  return rows.map(({ bodyId, recordedBy: by, since: from, householdId: _, ...rest }) => {
    const [body, recordedBy] = [bodies.get(bodyId), people.get(by)];
    assert(body && recordedBy, 'a home support names a body and a person that exist');
    return { ...rest, from, by: body, recordedBy };
  });
}

/** D3: whether this is a support of the household that was tried by that day; null: it isn't the household's. */
export async function supportWasTried(
  reader: Reader,
  householdId: HouseholdId,
  id: HomeSupportId,
  now: Date,
): Promise<boolean | null> {
  const [row] = await reader
    .select({ from: homeSupport.since })
    .from(homeSupport)
    .where(and(eq(homeSupport.id, id), eq(homeSupport.householdId, householdId)));
  return row === undefined ? null : wasTried(row, dayOf(now));
}

export type HomeSupportFacts = {
  readonly id: HomeSupportId;
  readonly kind: HomeSupport['kind'];
  readonly from: Day;
  readonly until: Day | null;
  readonly outcome: HomeSupport['outcome'];
};

/** By id: what a request shows of the support that was tried. */
export async function homeSupportFacts(
  reader: Reader,
  ids: readonly HomeSupportId[],
): Promise<Map<HomeSupportId, HomeSupportFacts>> {
  if (ids.length === 0) return new Map();
  const rows = await reader
    .select({
      id: homeSupport.id,
      kind: homeSupport.kind,
      from: homeSupport.since,
      until: homeSupport.until,
      outcome: homeSupport.outcome,
    })
    .from(homeSupport)
    .where(inArray(homeSupport.id, [...new Set(ids)]));
  return new Map(rows.map((row) => [row.id, row]));
}
