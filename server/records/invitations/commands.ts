/** Inviting somebody, taking it back, and accepting: a link makes one account, whoever is quicker. */
import { and, eq } from 'drizzle-orm';
import { assert } from '../../../shared/assert.ts';
import { instantOf } from '../../../shared/dates.ts';
import { InvitationId, newId, type PersonId } from '../../../shared/ids.ts';
import type { ContentLanguage, ScreenLanguage } from '../../../shared/languages.ts';
import { type Outcome, ok, refuse, refuseField } from '../../../shared/outcome.ts';
import {
  type Invitation,
  type InvitationDraft,
  invitationDays,
} from '../../../shared/records/invitations.ts';
import { append, type Occasion } from '../../activity/log.ts';
import type { CommandContext } from '../../command.ts';
import { hashOfToken, newToken } from '../../token.ts';
import { openBody } from '../bodies/queries.ts';
import { createAccount } from '../people/commands.ts';
import { hasAccount } from '../people/queries.ts';
import { toInvitation, waiting } from './queries.ts';
import { invitation } from './table.ts';

const msPerDay = 86_400_000;

/**
 * Makes an invitation and the token of its link, which is told here and never again. Refuses `already-exists` when the
 * e-mail has an account.
 */
export async function invitePerson(
  occasion: Occasion,
  draft: InvitationDraft,
): Promise<Outcome<{ invitation: Invitation; token: string }>> {
  const { tx, now, actor } = occasion;
  if (draft.bodyId !== null && !(await openBody(tx, draft.bodyId))) {
    return refuseField('bodyId', 'unknown', 'No open body has this id.');
  }
  if (await hasAccount(tx, draft.email)) return refuse('already-exists');
  const token = newToken();
  const [row] = await tx
    .insert(invitation)
    .values({
      ...draft,
      id: newId(InvitationId),
      tokenHash: hashOfToken(token),
      invitedBy: actor?.personId ?? null,
      createdAt: instantOf(now),
      expiresAt: instantOf(new Date(now.getTime() + invitationDays * msPerDay)),
    })
    .returning();
  assert(row, 'an inserted row comes back');
  await append(occasion, null, { kind: 'invitation.sent', invitationId: row.id });
  return ok({ invitation: toInvitation(row, instantOf(now)), token });
}

/** Ends an invitation that waits. */
export async function withdrawInvitation(
  context: CommandContext,
  id: InvitationId,
): Promise<Outcome<Record<string, never>>> {
  const { tx, now } = context;
  const ended = await tx
    .update(invitation)
    .set({ withdrawnAt: instantOf(now) })
    .where(and(eq(invitation.id, id), waiting(now)))
    .returning({ id: invitation.id });
  if (ended.length > 0) {
    await append(context, null, { kind: 'invitation.withdrawn', invitationId: id });
    return ok({});
  }
  const known = await tx.select({ id: invitation.id }).from(invitation).where(eq(invitation.id, id));
  return refuse(known.length > 0 ? 'wrong-state' : 'not-available');
}

export type Acceptance = {
  readonly name: string;
  readonly password: string;
  readonly languages: ContentLanguage[];
  readonly screenLanguage: ScreenLanguage;
};

/**
 * Makes the account the link invites to; the actor is the person they are about to be (`newcomerOf`). The row's lock is
 * held until the end: of many at the same moment one finds it waiting, and only that one pays for hashing. Refuses
 * `link-ended` for any link that doesn't work (any more), `already-exists` when the e-mail got an account meanwhile.
 */
export async function acceptInvitation(
  context: CommandContext,
  token: string,
  acceptance: Acceptance,
): Promise<Outcome<PersonId>> {
  const { tx, now, actor } = context;
  const [found] = await tx
    .select()
    .from(invitation)
    .where(and(eq(invitation.tokenHash, hashOfToken(token)), waiting(now)))
    .for('update');
  if (!found) return refuse('link-ended');
  const { email, function: itsFunction, bodyId, title } = found;
  const draft = { ...acceptance, email, function: itsFunction, bodyId, title, householdId: null };
  const made = await createAccount(context, { ...draft, id: actor.personId });
  if (!made.ok) return made;
  await tx
    .update(invitation)
    .set({ acceptedAt: instantOf(now), acceptedBy: actor.personId })
    .where(eq(invitation.id, found.id));
  return made;
}
