/** Wellbeing as the team reads it. */
import { asc, eq } from 'drizzle-orm';
import type { Actor } from '../../../shared/access.ts';
import { assert } from '../../../shared/assert.ts';
import type { HouseholdId } from '../../../shared/ids.ts';
import { type Outcome, ok } from '../../../shared/outcome.ts';
import type { Wellbeing } from '../../../shared/records/wellbeing.ts';
import type { Reader } from '../../db/connect.ts';
import { authorise } from '../households/authority.ts';
import { personBriefs } from '../people/queries.ts';
import { type WellbeingRow, wellbeing } from './table.ts';

/** Oldest first. */
export async function readWellbeing(
  reader: Reader,
  actor: Actor,
  householdId: HouseholdId,
): Promise<Outcome<{ wellbeing: Wellbeing[] }>> {
  const allowed = await authorise(reader, actor, householdId, 'case.see');
  if (!allowed.ok) return allowed;
  const rows = await reader
    .select()
    .from(wellbeing)
    .where(eq(wellbeing.householdId, householdId))
    .orderBy(asc(wellbeing.on), asc(wellbeing.recordedAt));
  return ok({ wellbeing: await presentWellbeing(reader, rows) });
}

export async function presentWellbeing(reader: Reader, rows: readonly WellbeingRow[]): Promise<Wellbeing[]> {
  const people = await personBriefs(
    reader,
    rows.map(({ recordedBy }) => recordedBy),
  );
  return rows.map(({ recordedBy, recordedAt: _at, householdId: _household, ...rest }) => {
    const by = people.get(recordedBy);
    assert(by, 'somebody recorded it');
    return { ...rest, by };
  });
}
