/** The address of a concealed structure: stored by protection that was named, opened by whoever was named (D7). */
import { eq } from 'drizzle-orm';
import { instantOf } from '../../../shared/dates.ts';
import type { BodyId } from '../../../shared/ids.ts';
import { type Outcome, ok, refuse } from '../../../shared/outcome.ts';
import { append } from '../../activity/log.ts';
import type { CommandContext } from '../../command.ts';
import { isReaderOf } from '../structures/readers.ts';
import type { AddressBox } from './box.ts';
import { refuseWithoutKey } from './commands.ts';
import { secretAddress } from './table.ts';

/** Whoever wasn't named is answered as if there were no such structure. */
export async function storeAddressOfStructure(
  context: CommandContext,
  box: AddressBox | null,
  { structureId: bodyId, address }: { structureId: BodyId; address: string },
): Promise<Outcome<Record<string, never>>> {
  const { tx, actor, now } = context;
  if (!(await isReaderOf(tx, actor.personId, bodyId))) return refuse('not-available');
  if (actor.function !== 'protection') return refuse('not-yours-to-do');
  if (box === null) return refuseWithoutKey();
  const words = {
    sealed: box.seal(address, bodyId),
    keyId: box.keyId,
    storedBy: actor.personId,
    storedAt: instantOf(now),
  };
  await tx
    .insert(secretAddress)
    .values({ householdId: null, bodyId, ...words })
    .onConflictDoUpdate({ target: secretAddress.bodyId, set: words });
  await append(context, null, { kind: 'secret-address.stored', bodyId });
  return ok({});
}

/** Reads it. The reason is logged, the address never. */
export async function openAddressOfStructure(
  context: CommandContext,
  box: AddressBox | null,
  { structureId: bodyId, reason }: { structureId: BodyId; reason: string },
): Promise<Outcome<{ address: string }>> {
  const { tx, actor } = context;
  if (!(await isReaderOf(tx, actor.personId, bodyId))) return refuse('not-available');
  const [row] = await tx.select().from(secretAddress).where(eq(secretAddress.bodyId, bodyId));
  if (row === undefined) return refuse('not-available');
  if (box === null || box.keyId !== row.keyId) return refuse('not-ready');
  await append(context, null, { kind: 'secret-address.read', bodyId, reason });
  return ok({ address: box.open(row.sealed, bodyId) });
}
