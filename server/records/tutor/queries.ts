/** Tutors, today's and those before. */
import { and, desc, eq, inArray, isNull } from 'drizzle-orm';
import { assert } from '../../../shared/assert.ts';
import type { HouseholdId, PersonId } from '../../../shared/ids.ts';
import type { TutorTenure } from '../../../shared/records/tutor.ts';
import type { Reader } from '../../db/connect.ts';
import { personBriefs } from '../people/queries.ts';
import { tutorTenure } from './table.ts';

/** Today's tutor of each of these households. */
export async function currentTutors(
  reader: Reader,
  householdIds: readonly HouseholdId[],
): Promise<Map<HouseholdId, PersonId>> {
  if (householdIds.length === 0) return new Map();
  const rows = await reader
    .select({ householdId: tutorTenure.householdId, personId: tutorTenure.personId })
    .from(tutorTenure)
    .where(and(inArray(tutorTenure.householdId, [...householdIds]), isNull(tutorTenure.until)));
  return new Map(rows.map((row) => [row.householdId, row.personId]));
}

/** Every tenure, newest first. */
export async function tutorHistory(reader: Reader, householdId: HouseholdId): Promise<TutorTenure[]> {
  const rows = await reader
    .select()
    .from(tutorTenure)
    .where(eq(tutorTenure.householdId, householdId))
    .orderBy(desc(tutorTenure.id));
  const people = await personBriefs(
    reader,
    rows.map(({ personId }) => personId),
  );
  return rows.map(({ personId, since, until, reason }) => {
    const person = people.get(personId);
    assert(person, 'a tutor is a person');
    return { person, from: since, to: until, reason };
  });
}
