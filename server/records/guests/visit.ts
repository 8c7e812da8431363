/** What a guest does herself, by her link and by nobody's account: comes in, hands in words, leaves. */
import { and, count, eq } from 'drizzle-orm';
import { guestEntry } from '../../../shared/access.ts';
import { type Instant, instantOf } from '../../../shared/dates.ts';
import type { GuestId, GuestWordsId } from '../../../shared/ids.ts';
import type { ScreenLanguage } from '../../../shared/languages.ts';
import { type Outcome, ok, refuse } from '../../../shared/outcome.ts';
import { guestSessionHours, mostWordsWaiting } from '../../../shared/records/guests.ts';
import { append, type Occasion } from '../../activity/log.ts';
import type { Tx } from '../../db/connect.ts';
import { hashOfToken, newToken } from '../../token.ts';
import { stepGuestEpoch } from './commands.ts';
import { type AdmittedGuest, standingOf } from './session.ts';
import { guest, guestWords } from './table.ts';

type Done = Outcome<Record<string, never>>;

/** How long whoever sends too many words is asked to wait. */
const breathSeconds = 60;

export type Opened = {
  readonly language: ScreenLanguage;
  /** Set while it is too early: nobody is let in then. */
  readonly opensAt: Instant | null;
  /** For the cookie. Null while it is too early. */
  readonly secret: string | null;
};

/**
 * Exchanges a link for a session, which ends the one before. A link that never was, ended, or whose guest was taken off
 * answers `link-ended`; whoever holds one that will work is told when.
 */
export async function openGuestLink(occasion: Occasion, token: string): Promise<Outcome<Opened>> {
  const { tx, now } = occasion;
  const [row] = await tx
    .select()
    .from(guest)
    .where(eq(guest.tokenHash, hashOfToken(token)))
    .for('update');
  const found = row && (await standingOf(tx, row));
  if (!found) return refuse('link-ended');
  const entry = guestEntry(found.standing, instantOf(now));
  if (entry === 'ended') return refuse('link-ended');
  const { id, language, conferenceId } = found.row;
  if (entry === 'early') return ok({ language, opensAt: found.standing.opensAt, secret: null });
  const secret = newToken();
  await tx
    .update(guest)
    .set({
      sessionHash: hashOfToken(secret),
      sessionUntil: instantOf(new Date(now.getTime() + guestSessionHours * 3_600_000)),
      openedAt: instantOf(now),
      accessEpoch: stepGuestEpoch,
    })
    .where(eq(guest.id, id));
  await append(occasion, found.conference.householdId, { kind: 'guest.opened', conferenceId, guestId: id });
  return ok({ language, opensAt: null, secret });
}

/** Her words wait for whoever writes the minutes. The same id again changes nothing; too many that wait: `slow-down`. */
export async function sayAsGuest(
  occasion: Occasion,
  { row }: AdmittedGuest,
  { id: wordsId, text }: { readonly id: GuestWordsId; readonly text: string },
): Promise<Done> {
  const { tx, now } = occasion;
  const guestId = row.id;
  const found = await lockAdmitted(tx, guestId, now);
  if (found === null) return refuse('link-ended');
  const [earlier] = await tx
    .select({ guestId: guestWords.guestId })
    .from(guestWords)
    .where(eq(guestWords.id, wordsId));
  if (earlier !== undefined) return earlier.guestId === guestId ? ok({}) : refuse('not-available');
  const [waiting] = await tx
    .select({ count: count() })
    .from(guestWords)
    .where(and(eq(guestWords.guestId, guestId), eq(guestWords.state, 'waiting')));
  if ((waiting?.count ?? 0) >= mostWordsWaiting) {
    return refuse('slow-down', { retryAfterSeconds: breathSeconds });
  }
  const [made] = await tx
    .insert(guestWords)
    .values({ id: wordsId, guestId, text, at: instantOf(now) })
    .onConflictDoNothing()
    .returning();
  if (made === undefined) return refuse('not-available'); // somebody else's, in this very moment
  const { householdId, id: conferenceId } = found.conference;
  await append(occasion, householdId, { kind: 'guest-words.sent', conferenceId, guestId, wordsId });
  return ok({});
}

/** This browser is let go; the link still works. */
export async function leaveAsGuest({ tx }: Occasion, { row }: AdmittedGuest): Promise<Done> {
  await tx
    .update(guest)
    .set({ sessionHash: null, sessionUntil: null, accessEpoch: stepGuestEpoch })
    .where(eq(guest.id, row.id));
  return ok({});
}

/** Looked at again under the lock: what ended since the cookie was read has ended. */
async function lockAdmitted(tx: Tx, guestId: GuestId, now: Date): Promise<AdmittedGuest | null> {
  const [row] = await tx.select().from(guest).where(eq(guest.id, guestId)).for('update');
  const found = row && (await standingOf(tx, row));
  return found && guestEntry(found.standing, instantOf(now)) === 'open' ? found : null;
}
