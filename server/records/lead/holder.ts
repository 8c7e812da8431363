/** Who holds the regia today: a leaf, because the team asks it. */
import { and, eq, isNull } from 'drizzle-orm';
import type { HouseholdId, PersonId } from '../../../shared/ids.ts';
import type { Reader } from '../../db/connect.ts';
import { type LeadTenureRow, leadTenure } from './table.ts';

/** The running tenure; null while the regia is pending. */
export async function leadOf(reader: Reader, householdId: HouseholdId): Promise<LeadTenureRow | null> {
  const [row] = await reader
    .select()
    .from(leadTenure)
    .where(and(eq(leadTenure.householdId, householdId), isNull(leadTenure.until)));
  return row ?? null;
}

export const isNamedLead = async (
  reader: Reader,
  householdId: HouseholdId,
  personId: PersonId,
): Promise<boolean> => (await leadOf(reader, householdId))?.personId === personId;
