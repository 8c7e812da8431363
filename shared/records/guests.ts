/**
 * Guests of one conference, without an account: by a link that shows this conference's minutes only, and ends (X1). A
 * guest reads the minutes live, is in the room by name and role, raises a hand, and hands in words of her own, which
 * whoever writes the minutes takes in or sets aside: so she never needs to write in the document.
 */
import { z } from 'zod';
import { type Instant as AnInstant, Instant, instantOf } from '../dates.ts';
import { endpoint } from '../endpoint.ts';
import { event } from '../event.ts';
import { ConferenceId, DocumentId, GuestId, GuestWordsId, HouseholdId, PersonId } from '../ids.ts';
import { ScreenLanguage } from '../languages.ts';
import { Token } from './invitations.ts';
import { PersonBrief } from './people.ts';
import { Empty, nothing } from './shapes.ts';

/** A link opens this many minutes before its conference begins: time to try it out. */
export const minutesBefore = 30;
/** Conferences run over; a day after the planned end is the most. */
export const usualHoursAfter = 2;
export const mostHoursAfter = 24;
/** A guest's browser is let in for so many hours; then the link is opened again. */
export const guestSessionHours = 12;
/** Words of one guest that may wait at once. */
export const mostWordsWaiting = 20;

/** When a guest's link works: it follows the conference when that is moved. */
export function guestWindow(
  { start, minutesLong }: { readonly start: AnInstant; readonly minutesLong: number },
  hoursAfter: number,
): { opensAt: AnInstant; endsAt: AnInstant } {
  const begins = Date.parse(start);
  return {
    opensAt: instantOf(new Date(begins - minutesBefore * 60_000)),
    endsAt: instantOf(new Date(begins + minutesLong * 60_000 + hoursAfter * 3_600_000)),
  };
}

export const GuestDraft = z.strictObject({
  id: GuestId,
  name: z.string().trim().min(2).max(120),
  /** In what role, and of which body: her own words for it. */
  role: z.string().trim().min(2).max(120),
  language: ScreenLanguage,
  /** Where the link goes; without one it is told once, to be passed on. */
  email: z.email().max(200).toLowerCase().nullable(),
  /** How long after the planned end of the conference the link still works. */
  hoursAfter: z.int().min(0).max(mostHoursAfter),
});
export type GuestDraft = z.infer<typeof GuestDraft>;

export const GuestState = z.enum(['invited', 'opened', 'taken-off', 'over']);
export type GuestState = z.infer<typeof GuestState>;

export const Guest = GuestDraft.omit({ email: true, hoursAfter: true }).extend({
  /** Whether there is an address; which, only the letter knows. */
  mailed: z.boolean(),
  state: GuestState,
  opensAt: Instant,
  endsAt: Instant,
  invitedBy: PersonBrief,
  /** When the link was opened last. */
  openedAt: Instant.nullable(),
});
export type Guest = z.infer<typeof Guest>;

export const GuestWordsText = z.string().trim().min(1).max(2000);
export const GuestWordsState = z.enum(['waiting', 'taken', 'set-aside']);

export const GuestWords = z.object({
  id: GuestWordsId,
  guest: z.object({ id: GuestId, name: z.string(), role: z.string() }),
  text: z.string(),
  at: Instant,
  state: GuestWordsState,
  decidedBy: PersonBrief.nullable(),
});
export type GuestWords = z.infer<typeof GuestWords>;

/** What a guest's page shows: nothing of the family beyond what the minutes say. */
export const GuestView = z.object({
  guest: z.object({ id: GuestId, name: z.string(), role: z.string(), language: ScreenLanguage }),
  invitedBy: z.object({ name: z.string(), body: z.string().nullable() }),
  conference: z.object({
    title: z.string(),
    start: Instant,
    minutesLong: z.int(),
    held: z.boolean(),
    videoUrl: z.string().nullable(),
    /** Their ids tell whose word counts in the room. */
    chair: z.object({ id: PersonId, name: z.string(), body: z.string().nullable() }),
    minuteTaker: z.object({ id: PersonId, name: z.string(), body: z.string().nullable() }),
    agenda: z.array(z.object({ id: z.string(), title: z.string(), minutes: z.int().nullable() })),
    /** The point that is open. */
    openPointId: z.string().nullable(),
  }),
  endsAt: Instant,
  minutesId: DocumentId,
  /** Her own, newest first. */
  words: z.array(z.object({ id: GuestWordsId, text: z.string(), at: Instant, state: GuestWordsState })),
});
export type GuestView = z.infer<typeof GuestView>;

const guestsOf = z.strictObject({ householdId: HouseholdId, conferenceId: ConferenceId });
const guestOf = guestsOf.extend({ guestId: GuestId });
const base = '/api/households/:householdId/conferences/:conferenceId/guests' as const;

export const guestEndpoints = {
  list: endpoint({
    method: 'GET',
    path: base,
    summary: 'Guests of a conference, and what they handed in for its minutes.',
    policy: { kind: 'household', action: 'case.see' },
    params: guestsOf,
    query: nothing,
    body: nothing,
    response: z.object({
      guests: z.array(Guest),
      words: z.array(GuestWords),
      can: z.object({ invite: z.boolean(), decide: z.boolean() }),
    }),
  }),
  invite: endpoint({
    method: 'POST',
    path: base,
    summary:
      'Invites a guest: for the chair, the minute-taker and whoever scheduled it. The link is mailed, or told once, here.',
    policy: { kind: 'household', action: 'case.see' },
    params: guestsOf,
    query: nothing,
    body: GuestDraft,
    response: z.object({ guest: Guest, link: z.string().nullable() }),
  }),
  makeLink: endpoint({
    method: 'POST',
    path: `${base}/:guestId/link`,
    summary: 'Makes a new link for a guest and tells it once; the one before and whoever came by it end.',
    policy: { kind: 'household', action: 'case.see' },
    params: guestOf,
    query: nothing,
    body: nothing,
    response: z.object({ link: z.string() }),
  }),
  takeOff: endpoint({
    method: 'DELETE',
    path: `${base}/:guestId`,
    summary: 'Takes a guest off: her link ends, and an open page of hers with it.',
    policy: { kind: 'household', action: 'case.see' },
    params: guestOf,
    query: nothing,
    body: nothing,
    response: Empty,
  }),
  decideWords: endpoint({
    method: 'POST',
    path: `${base}/:guestId/words/:wordsId`,
    summary: 'Takes a guest’s words into the minutes, or sets them aside. Of several at once one succeeds.',
    policy: { kind: 'household', action: 'case.see' },
    params: guestOf.extend({ wordsId: GuestWordsId }),
    query: nothing,
    body: z.strictObject({ state: GuestWordsState.exclude(['waiting']) }),
    response: Empty,
  }),

  open: endpoint({
    method: 'POST',
    path: '/api/guest/session',
    summary:
      'Exchanges a guest’s link for a cookie; the browser that had one before is let go. Unknown, ended and taken off answer alike.',
    policy: { kind: 'public' },
    params: nothing,
    query: nothing,
    body: z.strictObject({ token: Token }),
    response: z.object({
      language: ScreenLanguage,
      /** Set while it is too early: no cookie then. */
      opensAt: Instant.nullable(),
    }),
  }),
  see: endpoint({
    method: 'GET',
    path: '/api/guest',
    summary: 'What a guest may see of her conference.',
    policy: { kind: 'guest' },
    params: nothing,
    query: nothing,
    body: nothing,
    response: GuestView,
  }),
  say: endpoint({
    method: 'POST',
    path: '/api/guest/words',
    summary: 'A guest hands in words for the minutes. The same id again changes nothing.',
    policy: { kind: 'guest' },
    params: nothing,
    query: nothing,
    body: z.strictObject({ id: GuestWordsId, text: GuestWordsText }),
    response: Empty,
  }),
  leave: endpoint({
    method: 'DELETE',
    path: '/api/guest/session',
    summary: 'A guest leaves this browser; her link still works.',
    policy: { kind: 'guest' },
    params: nothing,
    query: nothing,
    body: nothing,
    response: Empty,
  }),
};

const who = { conferenceId: ConferenceId, guestId: GuestId };
export const guestEvents = [
  event('guest.invited', who),
  event('guest.link-made', who),
  /** By nobody with an account: the guest opened her link, in this or another browser. */
  event('guest.opened', who),
  event('guest.taken-off', who),
  event('guest-words.sent', { ...who, wordsId: GuestWordsId }),
  event('guest-words.taken', { ...who, wordsId: GuestWordsId }),
  event('guest-words.set-aside', { ...who, wordsId: GuestWordsId }),
] as const;
