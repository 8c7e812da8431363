/**
 * Who a guest's cookie belongs to, and what she stands on. One browser at a time: a guest row has one session, and
 * opening the link anew replaces it. So a link works again where its owner moves from the telephone to the desk, and one
 * that was passed on throws her out, which she notices and can tell, instead of being read along by nobody knows who.
 */
import { and, eq, gt } from 'drizzle-orm';
import { type GuestStanding, guestEntry } from '../../../shared/access.ts';
import { instantOf } from '../../../shared/dates.ts';
import type { GuestId } from '../../../shared/ids.ts';
import { guestWindow } from '../../../shared/records/guests.ts';
import { readGuestCookie } from '../../auth/guest-cookie.ts';
import type { Reader } from '../../db/connect.ts';
import { hashOfToken } from '../../token.ts';
import { type ConferenceRow, conferenceAsItIs } from '../conferences/standing.ts';
import { householdStatus } from '../households/briefs.ts';
import { type GuestRow, guest } from './table.ts';

/** A guest that may come in now, and on what. */
export type AdmittedGuest = {
  readonly row: GuestRow;
  readonly conference: ConferenceRow;
  readonly standing: GuestStanding;
};

/** Who sends these cookies: null when there is no guest's among them, it ended, or the link did. */
export async function guestOfCookies(
  reader: Reader,
  cookies: string | null,
  now: Date,
): Promise<AdmittedGuest | null> {
  const secret = readGuestCookie(cookies);
  if (secret === null) return null;
  const [row] = await reader
    .select()
    .from(guest)
    .where(and(eq(guest.sessionHash, hashOfToken(secret)), gt(guest.sessionUntil, instantOf(now))));
  const found = row && (await standingOf(reader, row));
  return found && guestEntry(found.standing, instantOf(now)) === 'open' ? found : null;
}

/** The guest as she is now, whatever her link may do. */
export async function guestById(reader: Reader, id: GuestId): Promise<AdmittedGuest | null> {
  const [row] = await reader.select().from(guest).where(eq(guest.id, id));
  return row ? standingOf(reader, row) : null;
}

/** When her session ends by itself, in milliseconds since 1970: with the link, or before. Null: nobody is let in. */
export function endOfGuestSession({ row, standing }: AdmittedGuest): number | null {
  return row.sessionUntil === null
    ? null
    : Math.min(Date.parse(row.sessionUntil), Date.parse(standing.endsAt));
}

/** The row was read first: what changes afterwards steps its epoch. */
export async function standingOf(reader: Reader, row: GuestRow): Promise<AdmittedGuest | null> {
  const conference = await conferenceAsItIs(reader, row.conferenceId);
  const status = conference && (await householdStatus(reader, conference.householdId));
  if (!conference || !status) return null;
  const standing = {
    takenOff: row.takenOffAt !== null,
    conferenceStatus: conference.status,
    householdStatus: status,
    minutesId: conference.minutesId,
    ...guestWindow(conference, row.hoursAfter),
  };
  return { row, conference, standing };
}
