/** Whoever is asked says whether they come (X1). */
import { and, eq } from 'drizzle-orm';
import type { Actor } from '../../../shared/access.ts';
import { instantOf } from '../../../shared/dates.ts';
import type { ConferenceId, HouseholdId } from '../../../shared/ids.ts';
import { type Outcome, refuse } from '../../../shared/outcome.ts';
import type { ReplyDraft } from '../../../shared/records/conference-before.ts';
import type { Conference } from '../../../shared/records/conferences.ts';
import { append } from '../../activity/log.ts';
import type { CommandContext } from '../../command.ts';
import type { Reader } from '../../db/connect.ts';
import { takesPart } from '../care-team/queries.ts';
import { present } from './commands.ts';
import { lockConference } from './lock.ts';
import { type ConferenceRow, conferenceInvitee, conferenceReply } from './table.ts';

/**
 * For the chair, the minute-taker, those invited and, when it is asked, the family, while they take part in the case. A
 * later answer replaces the earlier one. To whoever isn't asked there is no such conference.
 */
export async function replyToConference(
  context: CommandContext,
  {
    householdId,
    conferenceId,
    reply,
    words,
    start,
  }: ReplyDraft & { readonly householdId: HouseholdId; readonly conferenceId: ConferenceId },
): Promise<Outcome<Conference>> {
  const { tx, actor, now } = context;
  const row = await lockConference(tx, { householdId, conferenceId });
  if (row === null || !(await isAsked(tx, actor, row))) return refuse('not-available');
  if (row.status !== 'planned') return refuse('wrong-state');
  if (row.start !== start) return refuse('changed-meanwhile');
  const said = { reply, words, forStart: start, repliedAt: instantOf(now) };
  await tx
    .insert(conferenceReply)
    .values({ conferenceId, personId: actor.personId, ...said })
    .onConflictDoUpdate({ target: [conferenceReply.conferenceId, conferenceReply.personId], set: said });
  const { personId } = actor;
  await append(context, householdId, { kind: 'conference.answered', conferenceId, personId, reply });
  return present(tx, actor, row);
}

async function isAsked(reader: Reader, actor: Actor, row: ConferenceRow): Promise<boolean> {
  if (!(await takesPart(reader, row.householdId, actor.personId))) return false;
  if ([row.chairId, row.minuteTakerId].includes(actor.personId)) return true;
  if (actor.householdId === row.householdId) return row.familyInvited;
  const invited = await reader
    .select({ personId: conferenceInvitee.personId })
    .from(conferenceInvitee)
    .where(and(eq(conferenceInvitee.conferenceId, row.id), eq(conferenceInvitee.personId, actor.personId)));
  return invited.length > 0;
}
