/** One person's calendar as it is now: what they may see at the moment somebody asks, and nothing they could see before. */
import { createHash } from 'node:crypto';
import { and, eq, sql } from 'drizzle-orm';
import type { Actor } from '../../../shared/access.ts';
import { assert } from '../../../shared/assert.ts';
import { dayOf, type Instant, instantOf } from '../../../shared/dates.ts';
import type { PersonId } from '../../../shared/ids.ts';
import type { CalendarFeed } from '../../../shared/records/calendar-feed.ts';
import type { Reader } from '../../db/connect.ts';
import { calendarText, type DueDay, type Meeting } from '../../ics/ics.ts';
import { type CalendarWords, calendarWords } from '../../ics/words.ts';
import { hashOfToken } from '../../token.ts';
import { shownBodyBriefs } from '../bodies/queries.ts';
import { householdWindows } from '../calendar/queries.ts';
import { readMyConferences } from '../conferences/queries.ts';
import { invitationSequences } from '../conferences/sequences.ts';
import { openHouseholdsOf } from '../households/readable.ts';
import { actorOf, mailboxOf } from '../people/queries.ts';
import { readMyTasks } from '../tasks/queries.ts';
import { calendarFeed } from './table.ts';

/** Whether there is one, and since when. */
export async function readFeed(reader: Reader, personId: PersonId): Promise<CalendarFeed | null> {
  const [row] = await reader
    .select({ madeAt: calendarFeed.madeAt })
    .from(calendarFeed)
    .where(eq(calendarFeed.personId, personId));
  return row ?? null;
}

/** Whose calendar a token opens; null for one that was never made, was withdrawn, or whose account is closed. */
export async function actorOfFeed(reader: Reader, token: string): Promise<Actor | null> {
  const [row] = await reader
    .select({ personId: calendarFeed.personId })
    .from(calendarFeed)
    .where(eq(calendarFeed.tokenHash, hashOfToken(token)));
  return row ? actorOf(reader, row.personId) : null;
}

export type FollowedCalendar = {
  readonly text: string;
  /** Of the text, hex SHA-256. */
  readonly hash: string;
  /** Since when it has been the same, as far as anybody asked. */
  readonly since: Instant;
};

/** Conferences, tasks and windows of the thousand days, by the household's code and their kind alone. */
export async function followCalendar(
  reader: Reader,
  actor: Actor,
  { origin, now }: { readonly origin: string; readonly now: Date },
): Promise<FollowedCalendar> {
  const box = await mailboxOf(reader, actor.personId);
  assert(box, 'an open account has a mailbox');
  const words = calendarWords[box.language];
  const [meetings, tasks, windows] = [
    await meetingsOf(reader, actor, words, origin, now),
    await tasksOf(reader, actor, words, origin, now),
    await windowsOf(reader, actor, words, origin, now),
  ];
  const text = calendarText(words.name, meetings, [...tasks, ...windows]);
  const digest = createHash('sha256').update(text).digest();
  return { text, hash: digest.toString('hex'), since: await answeredSince(reader, actor, digest, now) };
}

async function meetingsOf(
  reader: Reader,
  actor: Actor,
  words: CalendarWords,
  origin: string,
  now: Date,
): Promise<Meeting[]> {
  const read = await Promise.all([
    readMyConferences(reader, actor, 'upcoming', now),
    readMyConferences(reader, actor, 'past', now),
  ]);
  const conferences = read
    .flatMap((outcome) => (outcome.ok ? outcome.value.conferences : []))
    .filter(({ status }) => status !== 'cancelled');
  const sequences = await invitationSequences(
    reader,
    conferences.map(({ id }) => id),
  );
  // A shelter whose address is secret isn't named outside.
  const places = await shownBodyBriefs(
    reader,
    conferences.flatMap(({ place }) => place?.id ?? []),
  );
  return conferences.map(({ id, start, minutesLong, household, place, videoUrl }) => ({
    uid: id,
    sequence: sequences.get(id)?.sequence ?? 0,
    changedAt: sequences.get(id)?.changedAt ?? start,
    start,
    minutesLong,
    summary: `${words.conference} · ${household.code}`,
    location: (place && places.get(place.id)?.name) ?? videoUrl,
    url:
      actor.function === 'family'
        ? `${origin}/conferences`
        : `${origin}/households/${household.id}/conferences/${id}`,
  }));
}

async function tasksOf(
  reader: Reader,
  actor: Actor,
  words: CalendarWords,
  origin: string,
  now: Date,
): Promise<DueDay[]> {
  const read = await readMyTasks(reader, actor, { view: 'mine', open: true }, now);
  if (!read.ok) return [];
  return read.value.tasks.flatMap(({ id, due, changedAt, household }) =>
    due === null
      ? []
      : [
          {
            uid: id,
            day: due,
            changedAt,
            summary: `${words.task} · ${household.code}`,
            url: `${origin}/tasks`,
          },
        ],
  );
}

/** Of the households followed: what is still to be done by a day. What became a task stands there as a task. */
async function windowsOf(
  reader: Reader,
  actor: Actor,
  words: CalendarWords,
  origin: string,
  now: Date,
): Promise<DueDay[]> {
  const today = dayOf(now);
  const found: DueDay[] = [];
  for (const { id, code } of await openHouseholdsOf(reader, actor)) {
    for (const window of await householdWindows(reader, id, today)) {
      const waits = window.state === 'open' || window.state === 'coming';
      if (!waits || window.expected || window.dismissed !== null || window.task !== null) continue;
      found.push({
        uid: `${window.rule}-${window.memberId}-${window.reference}`,
        day: window.closes,
        changedAt: instantOf(new Date(window.opens)),
        summary: `${words.window} · ${code}`,
        url: `${origin}/households/${id}/calendar`,
      });
    }
  }
  return found;
}

/** Remembers since when the answer is the same: for `Last-Modified` (RFC 9110 §8.8.2), on every node alike. */
async function answeredSince(reader: Reader, actor: Actor, hash: Uint8Array, now: Date): Promise<Instant> {
  const own = eq(calendarFeed.personId, actor.personId);
  await reader
    .update(calendarFeed)
    .set({ answerHash: new Uint8Array(hash), answerSince: instantOf(now) })
    .where(and(own, sql`${calendarFeed.answerHash} is distinct from ${new Uint8Array(hash)}`));
  const [row] = await reader.select({ since: calendarFeed.answerSince }).from(calendarFeed).where(own);
  return row?.since ?? instantOf(now);
}
