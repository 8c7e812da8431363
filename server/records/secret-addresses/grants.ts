/** Who was named to know where a household is: a leaf, because placements and the team ask it. */
import { and, eq, inArray, isNull } from 'drizzle-orm';
import { instantOf } from '../../../shared/dates.ts';
import type { HouseholdId, PersonId } from '../../../shared/ids.ts';
import { append, type Occasion } from '../../activity/log.ts';
import type { Reader } from '../../db/connect.ts';
import { secretAddressGrant } from './table.ts';

/** Of these households, those whose whereabouts the person was named to know. */
export async function householdsOpenTo(
  reader: Reader,
  personId: PersonId,
  householdIds: readonly HouseholdId[],
): Promise<Set<HouseholdId>> {
  if (householdIds.length === 0) return new Set();
  const rows = await reader
    .select({ householdId: secretAddressGrant.householdId })
    .from(secretAddressGrant)
    .where(
      and(
        eq(secretAddressGrant.personId, personId),
        isNull(secretAddressGrant.until),
        inArray(secretAddressGrant.householdId, [...householdIds]),
      ),
    );
  return new Set(rows.map(({ householdId }) => householdId));
}

export const isNamed = async (
  reader: Reader,
  personId: PersonId,
  householdId: HouseholdId,
): Promise<boolean> => (await householdsOpenTo(reader, personId, [householdId])).has(householdId);

/** Ends the person's grant of the household's address; nothing when there is none. Answers whether there was one. */
export async function endGrantOf(
  occasion: Occasion,
  householdId: HouseholdId,
  personId: PersonId,
): Promise<boolean> {
  const ended = await occasion.tx
    .update(secretAddressGrant)
    .set({ until: instantOf(occasion.now) })
    .where(
      and(
        eq(secretAddressGrant.householdId, householdId),
        eq(secretAddressGrant.personId, personId),
        isNull(secretAddressGrant.until),
      ),
    )
    .returning({ id: secretAddressGrant.id });
  if (ended.length === 0) return false;
  await append(occasion, householdId, { kind: 'secret-address.grant-ended', bodyId: null, personId });
  return true;
}
