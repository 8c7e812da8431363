/** Wellbeing as the team reads it. */
import { asc, eq, inArray } from 'drizzle-orm';
import type { Actor } from '../../../shared/access.ts';
import { assert } from '../../../shared/assert.ts';
import type { HouseholdId, PersonId } from '../../../shared/ids.ts';
import { type Outcome, ok } from '../../../shared/outcome.ts';
import type { Wellbeing } from '../../../shared/records/wellbeing.ts';
import type { Reader } from '../../db/connect.ts';
import { authorise } from '../households/authority.ts';
import { personBriefs } from '../people/queries.ts';
import { type WellbeingRow, wellbeing, wellbeingCorrection } from './table.ts';

/** Oldest first; what was withdrawn stands apart. */
export async function readWellbeing(
  reader: Reader,
  actor: Actor,
  householdId: HouseholdId,
): Promise<Outcome<{ wellbeing: Wellbeing[]; withdrawn: Wellbeing[] }>> {
  const allowed = await authorise(reader, actor, householdId, 'case.see');
  if (!allowed.ok) return allowed;
  const rows = await reader
    .select()
    .from(wellbeing)
    .where(eq(wellbeing.householdId, householdId))
    .orderBy(asc(wellbeing.on), asc(wellbeing.recordedAt));
  const all = await presentWellbeing(reader, rows);
  return ok({
    wellbeing: all.filter(({ withdrawn }) => withdrawn === null),
    withdrawn: all.filter(({ withdrawn }) => withdrawn !== null),
  });
}

export async function presentWellbeing(reader: Reader, rows: readonly WellbeingRow[]): Promise<Wellbeing[]> {
  const ids = rows.map(({ id }) => id);
  const corrections = ids.length
    ? await reader
        .select()
        .from(wellbeingCorrection)
        .where(inArray(wellbeingCorrection.wellbeingId, ids))
        .orderBy(asc(wellbeingCorrection.version))
    : [];
  const people = await personBriefs(reader, [
    ...rows.flatMap(({ recordedBy, withdrawnBy }) => [recordedBy, withdrawnBy ?? []].flat()),
    ...corrections.map(({ correctedBy }) => correctedBy),
  ]);
  const briefOf = (id: PersonId) => {
    const brief = people.get(id);
    assert(brief, 'whoever wrote an entry is a person of the network');
    return brief;
  };
  return rows.map((row) => {
    const { id, on, moment, person, family, network, note, version } = row;
    const { recordedBy, withdrawnBy, withdrawnAt, withdrawnReason } = row;
    return {
      ...{ id, on, moment, person, family, network, note, version },
      by: briefOf(recordedBy),
      corrections: corrections
        .filter(({ wellbeingId }) => wellbeingId === id)
        .map(({ was, reason, correctedBy, correctedAt }) => ({
          ...{ was, reason },
          by: briefOf(correctedBy),
          at: correctedAt,
        })),
      withdrawn:
        withdrawnBy === null || withdrawnAt === null || withdrawnReason === null
          ? null
          : { reason: withdrawnReason, by: briefOf(withdrawnBy), at: withdrawnAt },
    };
  });
}
