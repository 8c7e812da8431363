/** Whether somebody is the family's tutor today: a leaf, because team and regia ask it. */
import { and, eq, isNull } from 'drizzle-orm';
import type { HouseholdId, PersonId } from '../../../shared/ids.ts';
import type { Reader } from '../../db/connect.ts';
import { tutorTenure } from './table.ts';

export async function isTutor(
  reader: Reader,
  householdId: HouseholdId,
  personId: PersonId,
): Promise<boolean> {
  return (await tutorOf(reader, householdId)) === personId;
}

/** The tutor of today; null only where there is no such household. */
export async function tutorOf(reader: Reader, householdId: HouseholdId): Promise<PersonId | null> {
  const [row] = await reader
    .select({ personId: tutorTenure.personId })
    .from(tutorTenure)
    .where(and(eq(tutorTenure.householdId, householdId), isNull(tutorTenure.until)));
  return row?.personId ?? null;
}
