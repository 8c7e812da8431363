/** Which bodies the family consents to today: a leaf, because team and tasks ask it. */
import { and, eq, isNull } from 'drizzle-orm';
import type { BodyId, HouseholdId } from '../../../shared/ids.ts';
import type { Reader } from '../../db/connect.ts';
import { consent, consentBody } from './table.ts';

export async function consentedBodies(
  reader: Reader,
  householdId: HouseholdId,
): Promise<ReadonlySet<BodyId>> {
  const rows = await reader
    .select({ bodyId: consentBody.bodyId })
    .from(consentBody)
    .innerJoin(consent, eq(consent.id, consentBody.consentId))
    .where(and(eq(consent.householdId, householdId), isNull(consent.withdrawnOn)));
  return new Set(rows.map(({ bodyId }) => bodyId));
}
