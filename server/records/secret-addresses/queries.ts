/** What may be known about a household's secret address without opening it. */
import { and, eq, isNull } from 'drizzle-orm';
import type { Actor } from '../../../shared/access.ts';
import { assert } from '../../../shared/assert.ts';
import type { HouseholdId } from '../../../shared/ids.ts';
import { type Outcome, ok } from '../../../shared/outcome.ts';
import type { SecretAddress } from '../../../shared/records/secret-addresses.ts';
import type { Reader } from '../../db/connect.ts';
import { authorise } from '../households/authority.ts';
import { personBriefs } from '../people/queries.ts';
import { isKeeper } from './commands.ts';
import { secretAddress, secretAddressGrant } from './table.ts';

/** Null for whoever neither keeps it nor was named: whether there is one is itself a secret. */
export async function readSecretAddress(
  reader: Reader,
  actor: Actor,
  householdId: HouseholdId,
): Promise<Outcome<{ secret: SecretAddress | null }>> {
  const sees = await authorise(reader, actor, householdId, 'case.see');
  if (!sees.ok) return sees;
  const rows = await reader
    .select()
    .from(secretAddressGrant)
    .where(and(eq(secretAddressGrant.householdId, householdId), isNull(secretAddressGrant.until)))
    .orderBy(secretAddressGrant.id);
  const named = rows.some(({ personId }) => personId === actor.personId);
  const mayKeep = isKeeper(sees.value, named);
  if (!named && !mayKeep) return ok({ secret: null });
  const stored = await reader
    .select({ keyId: secretAddress.keyId })
    .from(secretAddress)
    .where(eq(secretAddress.householdId, householdId));
  const shown = rows.filter(({ personId }) => mayKeep || personId === actor.personId);
  const people = await personBriefs(
    reader,
    shown.flatMap(({ personId, grantedBy }) => [personId, grantedBy]),
  );
  const grants = shown.map(({ personId, grantedBy: by, since, reason }) => {
    const [person, grantedBy] = [people.get(personId), people.get(by)];
    assert(person && grantedBy, 'a grant names two people');
    return { person, since, reason, grantedBy };
  });
  return ok({ secret: { stored: stored.length > 0, mayOpen: named && stored.length > 0, mayKeep, grants } });
}
