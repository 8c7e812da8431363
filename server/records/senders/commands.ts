/** Registering who may report through the public page or the API, and ending it. */
import { eq } from 'drizzle-orm';
import { instantOf } from '../../../shared/dates.ts';
import type { SenderId } from '../../../shared/ids.ts';
import { type Outcome, ok, refuse, refuseField } from '../../../shared/outcome.ts';
import type { SenderDraft } from '../../../shared/records/senders.ts';
import { append } from '../../activity/log.ts';
import type { CommandContext } from '../../command.ts';
import { hashOfToken, newToken } from '../../token.ts';
import { openBody } from '../bodies/queries.ts';
import { sender } from './table.ts';

const newKey = (): string => `trama_${newToken(24)}`;

/**
 * Registers a sender and answers its key, which is told here and never again. The same id again from the same person,
 * whose answer was lost, gets a new key; the one before opens nothing any more.
 */
export async function addSender(
  context: CommandContext,
  draft: SenderDraft,
): Promise<Outcome<{ id: SenderId; key: string }>> {
  const { tx, actor, now } = context;
  if (!maySeeSenders(actor.function)) return refuse('not-available');
  if (draft.bodyId !== null && (await openBody(tx, draft.bodyId)) === null) {
    return refuseField('bodyId', 'unknown', 'No open body has this id.');
  }
  const key = newKey();
  const [made] = await tx
    .insert(sender)
    .values({ ...draft, keyHash: hashOfToken(key), addedBy: actor.personId, addedAt: instantOf(now) })
    .onConflictDoNothing({ target: sender.id })
    .returning();
  if (made !== undefined) {
    await append(context, null, { kind: 'sender.added', senderId: draft.id });
    return ok({ id: draft.id, key });
  }
  const [earlier] = await tx.select().from(sender).where(eq(sender.id, draft.id)).for('update');
  if (earlier?.addedBy !== actor.personId || earlier.endedAt !== null) return refuse('not-available');
  await tx
    .update(sender)
    .set({ keyHash: hashOfToken(key) })
    .where(eq(sender.id, draft.id));
  return ok({ id: draft.id, key });
}

/** Ends a sender. What it sent stays. Ending it twice ends it once. */
export async function endSender(
  context: CommandContext,
  id: SenderId,
): Promise<Outcome<Record<string, never>>> {
  const { tx, actor, now } = context;
  if (!maySeeSenders(actor.function)) return refuse('not-available');
  const [found] = await tx.select().from(sender).where(eq(sender.id, id)).for('update');
  if (found === undefined) return refuse('not-available');
  if (found.endedAt !== null) return ok({});
  await tx
    .update(sender)
    .set({ endedAt: instantOf(now), endedBy: actor.personId })
    .where(eq(sender.id, id));
  await append(context, null, { kind: 'sender.ended', senderId: id });
  return ok({});
}

const maySeeSenders = (function_: CommandContext['actor']['function']): boolean =>
  function_ === 'call_centre' || function_ === 'admin';
