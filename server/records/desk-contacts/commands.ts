/** Logging a contact without a name, going on with it at any desk, and linking it to a household (A1). */
import { randomInt } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import { assert } from '../../../shared/assert.ts';
import { dayOf, instantOf } from '../../../shared/dates.ts';
import type { BodyId, DeskContactId, HouseholdId } from '../../../shared/ids.ts';
import { type Outcome, ok, refuse, refuseField } from '../../../shared/outcome.ts';
import {
  type ContactStepDraft,
  type DeskContact,
  type DeskContactDraft,
  deskFunctions,
} from '../../../shared/records/desk-contacts.ts';
import { append } from '../../activity/log.ts';
import type { CommandContext } from '../../command.ts';
import type { Tx } from '../../db/connect.ts';
import { openBody } from '../bodies/queries.ts';
import { authorise } from '../households/authority.ts';
import { presentContacts } from './queries.ts';
import { type DeskContactRow, deskContact, deskContactStep } from './table.ts';

/** Letters and digits that nobody takes for one another, read aloud or by hand. */
const alphabet = 'ACDEFHJKLMNPRTUVWXY34679';

/** A code for the slip: 24⁶ of them, so that nobody comes upon another's by chance. */
const newCode = (): string =>
  Array.from({ length: 6 }, () => alphabet[randomInt(alphabet.length)])
    .join('')
    .replace(/^(...)/, '$1-');

export const worksAtDesks = (function_: CommandContext['actor']['function']): boolean =>
  deskFunctions.some((each) => each === function_);

/** Logs a contact with its first visit. The same id again answers the same contact. */
export async function logContact(
  context: CommandContext,
  { id, language, subject, first }: DeskContactDraft,
): Promise<Outcome<DeskContact>> {
  const { tx, actor, now } = context;
  if (!worksAtDesks(actor.function)) return refuse('not-available');
  const earlier = await lockContact(tx, id);
  if (earlier !== null) {
    return earlier.loggedBy === actor.personId ? present(tx, earlier) : refuse('not-available');
  }
  const problem = await refuseVisit(context, first, 'first.');
  if (problem !== null) return problem;
  const [made] = await tx
    .insert(deskContact)
    .values({ id, code: newCode(), language, subject, loggedBy: actor.personId, lastAt: instantOf(now) })
    .onConflictDoNothing({ target: deskContact.id })
    .returning();
  if (made === undefined) return refuse('not-available');
  await addStep(context, id, first);
  await append(context, null, { kind: 'desk-contact.logged', contactId: id, bodyId: first.deskId });
  return present(tx, made);
}

/** Adds a visit: any desk goes on where another stopped. The same visit again is there once. */
export async function continueContact(
  context: CommandContext,
  { contactId, ...step }: ContactStepDraft & { contactId: DeskContactId },
): Promise<Outcome<DeskContact>> {
  const { tx, actor, now } = context;
  if (!worksAtDesks(actor.function)) return refuse('not-available');
  const found = await lockContact(tx, contactId);
  if (found === null) return refuse('not-available');
  const problem = await refuseVisit(context, step, '');
  if (problem !== null) return problem;
  if (!(await addStep(context, contactId, step))) return present(tx, found);
  const [after] = await tx
    .update(deskContact)
    .set({ lastAt: instantOf(now), version: sql`${deskContact.version} + 1` })
    .where(eq(deskContact.id, contactId))
    .returning();
  assert(after, 'a locked contact is still there');
  await append(context, null, { kind: 'desk-contact.continued', contactId, bodyId: step.deskId });
  return present(tx, after);
}

/**
 * Links the contact to a household whose case the linker sees, or takes the link away. Which household it is stands in
 * that household's log alone: the desks learn only that there is one.
 */
export async function linkContact(
  context: CommandContext,
  input: { contactId: DeskContactId; householdId: HouseholdId | null; version: number },
): Promise<Outcome<DeskContact>> {
  const { tx, actor, now } = context;
  const { contactId, householdId, version } = input;
  if (!worksAtDesks(actor.function)) return refuse('not-available');
  const found = await lockContact(tx, contactId);
  if (found === null) return refuse('not-available');
  const concerned = householdId ?? found.householdId;
  if (concerned === null) return refuse('wrong-state');
  const allowed = await authorise(tx, actor, concerned, 'case.see');
  if (!allowed.ok) return allowed;
  if (found.householdId === householdId) return present(tx, found);
  if (found.version !== version) return refuse('changed-meanwhile');
  if (found.householdId !== null && householdId !== null) return refuse('wrong-state');
  const [after] = await tx
    .update(deskContact)
    .set({
      householdId,
      linkedBy: householdId && actor.personId,
      linkedAt: householdId && instantOf(now),
      version: sql`${deskContact.version} + 1`,
    })
    .where(eq(deskContact.id, contactId))
    .returning();
  assert(after, 'a locked contact is still there');
  const kind = householdId === null ? 'contact-link.undone' : 'contact-link.made';
  await append(context, concerned, { kind, contactId });
  await append(context, null, { kind: 'desk-contact.changed', contactId });
  return present(tx, after);
}

/** Whether there is such a contact: for a practice done for it. */
export const isContact = async (tx: Tx, id: DeskContactId): Promise<boolean> =>
  (await tx.select({ id: deskContact.id }).from(deskContact).where(eq(deskContact.id, id))).length > 0;

/** A desk is an open body of the desks' sector. */
export const isDesk = async (tx: Tx, id: BodyId): Promise<boolean> =>
  (await openBody(tx, id))?.sector === 'desk';

async function refuseVisit({ tx, now }: CommandContext, step: ContactStepDraft, path: string) {
  if (step.on > dayOf(now)) {
    return refuseField(`${path}on`, 'in-the-future', 'This day lies in the future.');
  }
  if (!(await isDesk(tx, step.deskId))) {
    return refuseField(`${path}deskId`, 'unknown', 'No open desk has this id.');
  }
  for (const [index, bodyId] of step.orientedTo.entries()) {
    if ((await openBody(tx, bodyId)) === null) {
      return refuseField(`${path}orientedTo.${index}`, 'unknown', 'No open body has this id.');
    }
  }
  return null;
}

async function addStep(
  { tx, actor, now }: CommandContext,
  contactId: DeskContactId,
  { stepId, deskId, on, topic, outcome, orientedTo }: ContactStepDraft,
): Promise<boolean> {
  const made = await tx
    .insert(deskContactStep)
    .values({
      ...{ id: stepId, contactId, deskId, onDay: on, topic, outcome, orientedTo },
      ...{ byId: actor.personId, at: instantOf(now) },
    })
    .onConflictDoNothing()
    .returning({ id: deskContactStep.id });
  return made.length > 0;
}

async function lockContact(tx: Tx, id: DeskContactId): Promise<DeskContactRow | null> {
  const [row] = await tx.select().from(deskContact).where(eq(deskContact.id, id)).for('update');
  return row ?? null;
}

async function present(tx: Tx, row: DeskContactRow): Promise<Outcome<DeskContact>> {
  const [presented] = await presentContacts(tx, [row]);
  assert(presented, 'one row gives one contact');
  return ok(presented);
}
