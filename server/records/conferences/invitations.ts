/**
 * Telling those who are asked, by mail with a calendar's invitation (RFC 5546). A letter names the household by its code
 * and nothing of what the conference is about. Each copy names its reader alone.
 */
import { eq, sql } from 'drizzle-orm';
import { assert } from '../../../shared/assert.ts';
import { instantOf } from '../../../shared/dates.ts';
import type { PersonId } from '../../../shared/ids.ts';
import type { CommandContext } from '../../command.ts';
import type { Reader, Tx } from '../../db/connect.ts';
import { invitationText } from '../../ics/ics.ts';
import { calendarWords } from '../../ics/words.ts';
import { post } from '../../outbox/outbox.ts';
import { shownBodyBriefs } from '../bodies/queries.ts';
import { householdBriefs } from '../households/briefs.ts';
import { actorOf, familyAccounts, mailboxOf } from '../people/queries.ts';
import { type ConferenceRow, conference, conferenceInvitee } from './table.ts';

/** What an invitation needs to know of where we are. */
export type InvitationOffice = {
  /** The address people reach us at, for links. */
  readonly origin: string;
  /** Our mail address: it invites, and reads no answers. */
  readonly organizer: string;
};

/** What an invitation says, and to whom. */
export type Invitation = Pick<ConferenceRow, 'start' | 'minutesLong' | 'mode' | 'placeId' | 'videoUrl'> & {
  readonly asked: ReadonlySet<PersonId>;
};

/** As the conference is now. */
export async function invitationOf(reader: Reader, row: ConferenceRow): Promise<Invitation> {
  const { start, minutesLong, mode, placeId, videoUrl } = row;
  const invited = await reader
    .select({ personId: conferenceInvitee.personId })
    .from(conferenceInvitee)
    .where(eq(conferenceInvitee.conferenceId, row.id));
  const family = row.familyInvited ? await familyAccounts(reader, row.householdId) : [];
  const asked = new Set([
    row.chairId,
    row.minuteTakerId,
    ...invited.map(({ personId }) => personId),
    ...family,
  ]);
  return { start, minutesLong, mode, placeId, videoUrl, asked };
}

/**
 * Writes to whoever is asked: to everybody when the hour or the place is another, else to those asked anew; who isn't
 * asked any more is told that. `before` is null for a new conference. Does nothing without an office.
 */
export async function sendInvitations(
  context: CommandContext,
  office: InvitationOffice | null,
  row: ConferenceRow,
  before: Invitation | null,
): Promise<void> {
  if (office === null) return;
  const { tx } = context;
  const now = await invitationOf(tx, row);
  const moved = before !== null && saysOf(before) !== saysOf(now);
  const leaving = before === null ? [] : [...before.asked].filter((id) => !now.asked.has(id));
  const told = [...now.asked].filter((id) => before === null || moved || !before.asked.has(id));
  if (told.length === 0 && leaving.length === 0) return;
  const sequence = before === null ? 0 : await nextSequence(tx, row);
  const sent = { office, row: { ...row, invitationSequence: sequence } };
  for (const personId of told) {
    await sendOne(context, { ...sent, personId, news: before?.asked.has(personId) ? 'changed' : 'invited' });
  }
  for (const personId of leaving) await sendOne(context, { ...sent, personId, news: 'cancelled' });
}

/** Tells everybody that it isn't held. */
export async function withdrawInvitations(
  context: CommandContext,
  office: InvitationOffice | null,
  row: ConferenceRow,
): Promise<void> {
  if (office === null) return;
  const { asked } = await invitationOf(context.tx, row);
  const invitationSequence = await nextSequence(context.tx, row);
  for (const personId of asked) {
    await sendOne(context, {
      office,
      row: { ...row, invitationSequence },
      personId,
      news: 'cancelled',
    });
  }
}

const saysOf = ({ start, minutesLong, mode, placeId, videoUrl }: Invitation): string =>
  JSON.stringify([start, minutesLong, mode, placeId, videoUrl]);

async function nextSequence(tx: Tx, { id }: ConferenceRow): Promise<number> {
  const [row] = await tx
    .update(conference)
    .set({ invitationSequence: sql`${conference.invitationSequence} + 1` })
    .where(eq(conference.id, id))
    .returning({ sequence: conference.invitationSequence });
  assert(row, 'a locked conference is still there');
  return row.sequence;
}

type Sent = {
  readonly office: InvitationOffice;
  readonly row: ConferenceRow;
  readonly personId: PersonId;
  readonly news: 'invited' | 'changed' | 'cancelled';
};

async function sendOne({ tx, now }: CommandContext, { office, row, personId, news }: Sent): Promise<void> {
  const [box, actor, households, bodies] = [
    await mailboxOf(tx, personId),
    await actorOf(tx, personId),
    await householdBriefs(tx, [row.householdId]),
    // Where a shelter is stays a secret: a concealed place isn't named.
    await shownBodyBriefs(tx, row.placeId === null ? [] : [row.placeId]),
  ];
  if (box === null || actor === null) return;
  const code = households.get(row.householdId)?.code ?? '';
  const place = (row.placeId && bodies.get(row.placeId)?.name) ?? null;
  const { id, start, minutesLong, mode, videoUrl, invitationSequence: sequence } = row;
  // The family has no room to open: it answers in the list of its conferences.
  const page =
    actor.function === 'family' ? '/conferences' : `/households/${row.householdId}/conferences/${id}`;
  const url = `${office.origin}${page}`;
  const words = calendarWords[box.language];
  const calendar = invitationText({
    method: news === 'cancelled' ? 'CANCEL' : 'REQUEST',
    meeting: {
      uid: id,
      sequence,
      changedAt: instantOf(now),
      start,
      minutesLong,
      summary: `${words.conference} · ${code}`,
      location: place ?? videoUrl,
      url,
    },
    organizer: office.organizer,
    attendee: box,
    description: [...(videoUrl === null ? [] : [videoUrl]), `${words.answerThere} ${url}`].join('\n'),
  });
  await post(tx, {
    to: { personId },
    template: 'conferenceInvitation',
    data: { news, code, start, minutesLong, mode, place, videoUrl, page },
    attachments: [
      {
        name: 'trama.ics',
        type: `text/calendar; method=${news === 'cancelled' ? 'CANCEL' : 'REQUEST'}`,
        content: calendar,
      },
    ],
    once: `conference:${id}:${sequence}:${news}:${personId}`,
  });
}
