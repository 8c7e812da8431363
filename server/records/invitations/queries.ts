/** Invitations as the administration lists them, and as whoever holds a link sees one. */
import { and, desc, eq, gt, isNull, type SQL } from 'drizzle-orm';
import type { Actor } from '../../../shared/access.ts';
import { type Instant, instantOf } from '../../../shared/dates.ts';
import { newId, PersonId } from '../../../shared/ids.ts';
import type { Invitation } from '../../../shared/records/invitations.ts';
import type { Reader } from '../../db/connect.ts';
import { hashOfToken } from '../../token.ts';
import { invitation } from './table.ts';

export type InvitationRow = typeof invitation.$inferSelect;

/** Newest first. */
export async function invitations(reader: Reader, now: Date): Promise<Invitation[]> {
  const rows = await reader.select().from(invitation).orderBy(desc(invitation.createdAt)).limit(500);
  return rows.map((row) => toInvitation(row, instantOf(now)));
}

/** The invitation of a link that still works; null for any other link. */
export async function invitationByToken(
  reader: Reader,
  token: string,
  now: Date,
): Promise<InvitationRow | null> {
  const [row] = await reader
    .select()
    .from(invitation)
    .where(and(eq(invitation.tokenHash, hashOfToken(token)), waiting(now)));
  return row ?? null;
}

/** Whoever accepts, as the actor they are about to be. */
export const newcomerOf = ({ function: itsFunction, bodyId }: InvitationRow): Actor => ({
  personId: newId(PersonId),
  function: itsFunction,
  bodyId,
  householdId: null,
});

/** Neither accepted nor withdrawn nor past its end. */
export const waiting = (now: Date): SQL | undefined =>
  and(
    isNull(invitation.acceptedAt),
    isNull(invitation.withdrawnAt),
    gt(invitation.expiresAt, instantOf(now)),
  );

export function toInvitation(row: InvitationRow, now: Instant): Invitation {
  const { id, email, name, function: itsFunction, bodyId, title, screenLanguage, createdAt, expiresAt } = row;
  const base = {
    id,
    email,
    name,
    function: itsFunction,
    bodyId,
    title,
    screenLanguage,
    createdAt,
    expiresAt,
  };
  return { ...base, state: stateOf(row, now) };
}

function stateOf(row: InvitationRow, now: Instant): Invitation['state'] {
  if (row.acceptedAt !== null) return 'accepted';
  if (row.withdrawnAt !== null) return 'withdrawn';
  return row.expiresAt <= now ? 'expired' : 'waiting';
}
