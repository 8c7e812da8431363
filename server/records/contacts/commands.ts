/** Telling of a contact, and how long a silence may last (A7). */
import { and, eq, isNull, ne } from 'drizzle-orm';
import { dayOf, instantOf } from '../../../shared/dates.ts';
import type { HouseholdId } from '../../../shared/ids.ts';
import { type Outcome, ok, refuse, refuseField } from '../../../shared/outcome.ts';
import type { ContactDraft, Contacts, NetworkInterval } from '../../../shared/records/contacts.ts';
import { append } from '../../activity/log.ts';
import type { CommandContext } from '../../command.ts';
import { authorise } from '../households/authority.ts';
import { finishByRule } from '../tasks/by-rule.ts';
import { contactsOf } from './queries.ts';
import { contact, contactInterval, dropOutSignal } from './table.ts';

/** Tells of a contact of today or earlier. The same id again changes nothing. */
export async function recordContact(
  context: CommandContext,
  { householdId, ...draft }: ContactDraft & { householdId: HouseholdId },
): Promise<Outcome<Contacts>> {
  const { tx, actor, now } = context;
  const allowed = await authorise(tx, actor, householdId, 'contact.write');
  if (!allowed.ok) return allowed;
  if (draft.on > dayOf(now)) return refuseField('on', 'future', 'This day has not come yet.');
  if (!(await keepContact(context, householdId, draft))) return refuse('not-available');
  return ok(await contactsOf(tx, householdId));
}

/**
 * For commands that have decided already: keeps the contact. One that reached the family on a day of a silence that was
 * noticed ends it and the task it made. False when the id is another household's.
 */
export async function keepContact(
  context: CommandContext,
  householdId: HouseholdId,
  draft: ContactDraft,
): Promise<boolean> {
  const { tx, actor, now } = context;
  const kept = await tx
    .insert(contact)
    .values({ ...draft, householdId, byId: actor.personId, recordedAt: instantOf(now) })
    .onConflictDoNothing()
    .returning({ id: contact.id });
  if (kept.length === 0) {
    const same = and(eq(contact.id, draft.id), eq(contact.householdId, householdId));
    return (await tx.select({ id: contact.id }).from(contact).where(same)).length > 0;
  }
  await append(context, householdId, {
    kind: 'contact.recorded',
    contactId: draft.id,
    reached: draft.reached,
  });
  if (draft.reached) await endSilence(context, householdId, draft);
  return true;
}

async function endSilence(
  context: CommandContext,
  householdId: HouseholdId,
  { id: contactId, on }: ContactDraft,
): Promise<void> {
  const { tx, now } = context;
  const running = and(eq(dropOutSignal.householdId, householdId), isNull(dropOutSignal.closedAt));
  const [signal] = await tx.select().from(dropOutSignal).where(running).for('update');
  if (signal === undefined || on <= signal.silentSince) return;
  const { taskId } = signal;
  await tx
    .update(dropOutSignal)
    .set({ closedAt: instantOf(now), contactId })
    .where(eq(dropOutSignal.id, signal.id));
  await append(context, householdId, { kind: 'contact.silence-ended', taskId, contactId });
  await finishByRule(context, taskId);
}

/** After how many days of silence somebody is asked to look at this household; null: as in the whole network. */
export async function changeInterval(
  context: CommandContext,
  { householdId, days }: { householdId: HouseholdId; days: number | null },
): Promise<Outcome<Contacts>> {
  const { tx, actor } = context;
  const allowed = await authorise(tx, actor, householdId, 'charge.write');
  if (!allowed.ok) return allowed;
  const before = await contactsOf(tx, householdId);
  if (before.ownDays === days) return ok(before);
  if (days === null) {
    await tx.delete(contactInterval).where(eq(contactInterval.householdId, householdId));
  } else {
    await tx
      .insert(contactInterval)
      .values({ householdId, days })
      .onConflictDoUpdate({ target: contactInterval.householdId, set: { days } });
  }
  await append(context, householdId, { kind: 'contact.interval-changed', days });
  return ok(await contactsOf(tx, householdId));
}

/** The same for the whole network; households with an interval of their own keep it. */
export async function changeNetworkInterval(
  context: CommandContext,
  { days }: NetworkInterval,
): Promise<Outcome<NetworkInterval>> {
  const changed = await context.tx
    .update(contactInterval)
    .set({ days })
    .where(and(isNull(contactInterval.householdId), ne(contactInterval.days, days)))
    .returning({ days: contactInterval.days });
  if (changed.length > 0) await append(context, null, { kind: 'roster.interval-changed', days });
  return ok({ days });
}
