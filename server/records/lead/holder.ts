/** Who holds the regia today: a leaf, because the team asks it. */
import { and, eq, inArray, isNull } from 'drizzle-orm';
import type { BodyId, HouseholdId, LeadProposalId, PersonId } from '../../../shared/ids.ts';
import type { Reader } from '../../db/connect.ts';
import { type LeadTenureRow, leadProposal, leadTenure } from './table.ts';

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

/** The person who holds it; null while it is pending. */
export const leadPersonOf = async (reader: Reader, householdId: HouseholdId): Promise<PersonId | null> =>
  (await leadOf(reader, householdId))?.personId ?? null;

export async function proposerOf(reader: Reader, proposalId: LeadProposalId): Promise<PersonId | null> {
  const [row] = await reader
    .select({ personId: leadProposal.proposedBy })
    .from(leadProposal)
    .where(eq(leadProposal.id, proposalId));
  return row?.personId ?? null;
}

/** The service that holds the regia of each of these households; one whose regia is pending is left out. */
export async function leadBodies(
  reader: Reader,
  householdIds: readonly HouseholdId[],
): Promise<Map<HouseholdId, BodyId>> {
  if (householdIds.length === 0) return new Map();
  const rows = await reader
    .select({ householdId: leadTenure.householdId, bodyId: leadTenure.bodyId })
    .from(leadTenure)
    .where(and(inArray(leadTenure.householdId, [...householdIds]), isNull(leadTenure.until)));
  return new Map(rows.map(({ householdId, bodyId }) => [householdId, bodyId]));
}
