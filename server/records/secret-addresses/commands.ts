/** Storing a household's secret address, naming people, opening it (D7). Mirrors the protection zone's rules. */
import { eq } from 'drizzle-orm';
import type { Relation } from '../../../shared/access.ts';
import { instantOf } from '../../../shared/dates.ts';
import type { HouseholdId, PersonId } from '../../../shared/ids.ts';
import { type Outcome, ok, refuse, refuseField } from '../../../shared/outcome.ts';
import { append } from '../../activity/log.ts';
import type { CommandContext } from '../../command.ts';
import { membershipOf } from '../care-team/queries.ts';
import { authorise, lockHousehold } from '../households/authority.ts';
import { isNamedLead } from '../lead/holder.ts';
import { isTutor } from '../tutor/holder.ts';
import type { AddressBox } from './box.ts';
import { endGrantOf, isNamed } from './grants.ts';
import { secretAddress, secretAddressGrant } from './table.ts';

type Nothing = Record<string, never>;
type Grant = { readonly householdId: HouseholdId; readonly personId: PersonId };

/** Keeps the address in place of an earlier one. Without a key nothing is stored: that would be in plain words. */
export async function storeAddress(
  context: CommandContext,
  box: AddressBox | null,
  { householdId, address }: { householdId: HouseholdId; address: string },
): Promise<Outcome<Nothing>> {
  const allowed = await authoriseKeeper(context, householdId);
  if (!allowed.ok) return allowed;
  if (box === null) return refuseWithoutKey();
  const { tx, actor, now } = context;
  await tx.delete(secretAddress).where(eq(secretAddress.householdId, householdId));
  await tx.insert(secretAddress).values({
    householdId,
    bodyId: null,
    sealed: box.seal(address, householdId),
    keyId: box.keyId,
    storedBy: actor.personId,
    storedAt: instantOf(now),
  });
  await append(context, householdId, { kind: 'secret-address.stored', bodyId: null });
  return ok({});
}

/** The refusal of a server that has no key: whoever runs it can mend that. */
export const refuseWithoutKey = () =>
  refuseField(
    'address',
    'no-key',
    'This server has no ADDRESS_KEY: it keeps no secret address in plain words.',
  );

/** Forgets the address; the grants stay, for where a concealed stay is. */
export async function removeAddress(
  context: CommandContext,
  { householdId }: { householdId: HouseholdId },
): Promise<Outcome<Nothing>> {
  const allowed = await authoriseKeeper(context, householdId);
  if (!allowed.ok) return allowed;
  const removed = await context.tx
    .delete(secretAddress)
    .where(eq(secretAddress.householdId, householdId))
    .returning({ keyId: secretAddress.keyId });
  if (removed.length > 0) {
    await append(context, householdId, { kind: 'secret-address.removed', bodyId: null });
  }
  return ok({});
}

/** Reads the address, for whoever was named and still sees the case. The reason is logged, the address never. */
export async function openAddress(
  context: CommandContext,
  box: AddressBox | null,
  { householdId, reason }: { householdId: HouseholdId; reason: string },
): Promise<Outcome<{ address: string }>> {
  const { tx, actor } = context;
  await lockHousehold(tx, householdId); // a grant that ends meanwhile has ended before, or ends after this was logged
  const sees = await authorise(tx, actor, householdId, 'case.see');
  if (!sees.ok) return sees;
  if (!(await isNamed(tx, actor.personId, householdId))) return refuse('not-available');
  const [row] = await tx.select().from(secretAddress).where(eq(secretAddress.householdId, householdId));
  if (row === undefined) return refuse('not-available');
  if (box === null || box.keyId !== row.keyId) return refuse('not-ready');
  await append(context, householdId, { kind: 'secret-address.read', bodyId: null, reason });
  return ok({ address: box.open(row.sealed, householdId) });
}

/** Names somebody of the team, or the tutor. Named already: nothing happens. */
export async function grantAddress(
  context: CommandContext,
  { householdId, personId, reason }: Grant & { reason: string },
): Promise<Outcome<Nothing>> {
  const { tx, actor, now } = context;
  const allowed = await authoriseKeeper(context, householdId);
  if (!allowed.ok) return allowed;
  const membership = await membershipOf(tx, householdId, personId);
  const follows =
    (membership !== null && membership.role !== 'volunteer') ||
    (await isTutor(tx, householdId, personId)) ||
    (await isNamedLead(tx, householdId, personId));
  if (!follows) {
    return refuseField('personId', 'not-in-team', 'A secret address is opened to people of the team only.');
  }
  const granted = await tx
    .insert(secretAddressGrant)
    .values({ householdId, personId, reason, grantedBy: actor.personId, since: instantOf(now) })
    .onConflictDoNothing()
    .returning({ id: secretAddressGrant.id });
  if (granted.length === 0) return ok({});
  await append(context, householdId, { kind: 'secret-address.granted', bodyId: null, personId, reason });
  return ok({});
}

/** Ends a grant: the next opening is refused. Ended already: nothing happens. */
export async function endGrant(
  context: CommandContext,
  { householdId, personId }: Grant,
): Promise<Outcome<Nothing>> {
  const allowed = await authoriseKeeper(context, householdId);
  if (!allowed.ok) return allowed;
  await endGrantOf(context, householdId, personId);
  return ok({});
}

/** Protection of the household keeps its address; the regia does once it was named, as in the protection zone. */
export const isKeeper = (relation: Relation, named: boolean): boolean =>
  relation.household.status !== 'closed' && (relation.role === 'protection' || (relation.lead && named));

async function authoriseKeeper(context: CommandContext, householdId: HouseholdId): Promise<Outcome<null>> {
  const { tx, actor } = context;
  await lockHousehold(tx, householdId);
  const sees = await authorise(tx, actor, householdId, 'case.see');
  if (!sees.ok) return sees;
  if (sees.value.household.status === 'closed') return refuse('wrong-state');
  const named = await isNamed(tx, actor.personId, householdId);
  return isKeeper(sees.value, named) ? ok(null) : refuse('not-yours-to-do');
}
