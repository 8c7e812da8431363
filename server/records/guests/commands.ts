/** Asking a guest to a conference, giving her another link, taking her off; and deciding about her words. */
import { and, eq, sql } from 'drizzle-orm';
import { documentAccess } from '../../../shared/access.ts';
import { assert } from '../../../shared/assert.ts';
import { instantOf } from '../../../shared/dates.ts';
import type { GuestWordsId } from '../../../shared/ids.ts';
import { type Outcome, ok, refuse } from '../../../shared/outcome.ts';
import { type Guest, type GuestDraft, type GuestWords, guestWindow } from '../../../shared/records/guests.ts';
import { append } from '../../activity/log.ts';
import type { CommandContext } from '../../command.ts';
import type { Tx } from '../../db/connect.ts';
import { post } from '../../outbox/outbox.ts';
import { hashOfToken, newToken } from '../../token.ts';
import type { ConferenceRow } from '../conferences/standing.ts';
import { personBriefs } from '../people/queries.ts';
import { type ConferenceOf, type GuestOf, hostsNow, isOn, presentGuests, seenConference } from './queries.ts';
import { type GuestRow, guest, guestWords } from './table.ts';

type Done = Outcome<Record<string, never>>;

/** Her sockets are asked again, and whoever held her session is out. */
export const stepGuestEpoch = sql`${guest.accessEpoch} + 1`;

/**
 * Asks a guest. `token` is told here and never again; null when the same id was asked before. Refuses `wrong-state` when
 * the conference is over, and `not-yours-to-do` for whoever neither leads it nor scheduled it.
 */
export async function inviteGuest(
  context: CommandContext,
  { householdId, conferenceId, email, ...draft }: ConferenceOf & GuestDraft,
): Promise<Outcome<{ guest: Guest; token: string | null }>> {
  const { tx, actor, now } = context;
  const hosted = await hosting(context, { householdId, conferenceId });
  if (!hosted.ok) return hosted;
  if (guestWindow(hosted.value, draft.hoursAfter).endsAt <= instantOf(now)) return refuse('wrong-state');
  const token = newToken();
  const [made] = await tx
    .insert(guest)
    .values({
      ...draft,
      conferenceId,
      mailed: email !== null,
      tokenHash: hashOfToken(token),
      invitedBy: actor.personId,
      invitedAt: instantOf(now),
    })
    .onConflictDoNothing({ target: guest.id })
    .returning();
  if (made === undefined) {
    const earlier = await lockGuest(tx, { householdId, conferenceId, guestId: draft.id });
    return earlier === null
      ? refuse('not-available')
      : ok({ guest: await present(tx, earlier, now), token: null });
  }
  if (email !== null) await sendLink(tx, { email, token, row: made, conference: hosted.value });
  await append(context, householdId, { kind: 'guest.invited', conferenceId, guestId: made.id });
  return ok({ guest: await present(tx, made, now), token });
}

async function sendLink(
  tx: Tx,
  {
    email,
    token,
    row,
    conference,
  }: { email: string; token: string; row: GuestRow; conference: ConferenceRow },
): Promise<void> {
  const from = (await personBriefs(tx, [row.invitedBy])).get(row.invitedBy);
  assert(from, 'whoever asks has an account');
  const { start } = conference;
  const { endsAt } = guestWindow(conference, row.hoursAfter);
  await post(tx, {
    to: { address: email, language: row.language },
    template: 'guest-invitation',
    data: { token, from: from.name, body: from.body?.name ?? null, start, endsAt },
    once: `guest:${row.id}`,
  });
}

/** Another link, when the first was lost or came into wrong hands. */
export async function makeGuestLink(
  context: CommandContext,
  of: GuestOf,
): Promise<Outcome<{ token: string }>> {
  const { tx } = context;
  const { householdId, conferenceId, guestId } = of;
  const hosted = await hosting(context, of);
  if (!hosted.ok) return hosted;
  const row = await lockGuest(tx, of);
  if (row === null) return refuse('not-available');
  if (row.takenOffAt !== null) return refuse('wrong-state');
  const token = newToken();
  await tx
    .update(guest)
    .set({
      tokenHash: hashOfToken(token),
      sessionHash: null,
      sessionUntil: null,
      accessEpoch: stepGuestEpoch,
    })
    .where(eq(guest.id, guestId));
  await append(context, householdId, { kind: 'guest.link-made', conferenceId, guestId });
  return ok({ token });
}

/** Her link ends, and whatever she has open. Taken off already: nothing happens. */
export async function takeGuestOff(context: CommandContext, of: GuestOf): Promise<Done> {
  const { tx, actor, now } = context;
  const { householdId, conferenceId, guestId } = of;
  const hosted = await hosting(context, of);
  if (!hosted.ok) return hosted;
  const row = await lockGuest(tx, of);
  if (row === null) return refuse('not-available');
  if (row.takenOffAt !== null) return ok({});
  await tx
    .update(guest)
    .set({
      takenOffBy: actor.personId,
      takenOffAt: instantOf(now),
      sessionHash: null,
      sessionUntil: null,
      accessEpoch: stepGuestEpoch,
    })
    .where(eq(guest.id, guestId));
  await append(context, householdId, { kind: 'guest.taken-off', conferenceId, guestId });
  return ok({});
}

/**
 * Takes words into the minutes or sets them aside: for whoever writes the minutes, while they can be written. The page
 * of whoever took them puts them into the text, so of several at once one succeeds and the others learn
 * `changed-meanwhile`. What was set aside may still be taken.
 */
export async function decideGuestWords(
  context: CommandContext,
  {
    state,
    wordsId,
    ...of
  }: GuestOf & { wordsId: GuestWordsId; state: Exclude<GuestWords['state'], 'waiting'> },
): Promise<Done> {
  const { tx, actor, now } = context;
  const { householdId, conferenceId, guestId } = of;
  const seen = await seenConference(tx, actor, of);
  if (!seen.ok) return seen;
  const { conference, relation } = seen.value;
  const access = documentAccess(actor, relation, { kind: 'minutes', frozen: false });
  if (access === null) return refuse('not-available');
  if (!isOn(conference)) return refuse('wrong-state');
  if (access !== 'write')
    return refuse(relation.household.status === 'closed' ? 'wrong-state' : 'not-yours-to-do');
  if ((await lockGuest(tx, of)) === null) return refuse('not-available');
  const which = and(eq(guestWords.id, wordsId), eq(guestWords.guestId, guestId));
  const [words] = await tx.select().from(guestWords).where(which).for('update');
  if (words === undefined) return refuse('not-available');
  if (words.state === 'taken' || words.state === state) return refuse('changed-meanwhile');
  await tx
    .update(guestWords)
    .set({ state, decidedBy: actor.personId, decidedAt: instantOf(now) })
    .where(which);
  await append(context, householdId, { kind: `guest-words.${state}`, conferenceId, guestId, wordsId });
  return ok({});
}

/** The conference, when its guests are this actor's to ask and take off. */
async function hosting({ tx, actor }: CommandContext, of: ConferenceOf): Promise<Outcome<ConferenceRow>> {
  const seen = await seenConference(tx, actor, of);
  if (!seen.ok) return seen;
  const { conference, relation } = seen.value;
  if (hostsNow(actor, conference, relation)) return ok(conference);
  const over = hostsNow(
    actor,
    { ...conference, status: 'held' },
    { ...relation, household: { ...relation.household, status: 'enrolled' } },
  );
  return refuse(over ? 'wrong-state' : 'not-yours-to-do');
}

/** Null when there is no such guest of this conference. */
async function lockGuest(tx: Tx, { conferenceId, guestId }: GuestOf): Promise<GuestRow | null> {
  const [row] = await tx
    .select()
    .from(guest)
    .where(and(eq(guest.id, guestId), eq(guest.conferenceId, conferenceId)))
    .for('update');
  return row ?? null;
}

async function present(tx: Tx, row: GuestRow, now: Date): Promise<Guest> {
  const [presented] = await presentGuests(tx, [row], now);
  assert(presented, 'one row gives one guest');
  return presented;
}
