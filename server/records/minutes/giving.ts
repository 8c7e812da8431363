/** Frozen minutes are given: to the team as a whole when they are frozen, to others by point when the chair says so. */
import { and, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { instantOf } from '../../../shared/dates.ts';
import { excerptOf } from '../../../shared/documents/minutes-words.ts';
import {
  type BodyId,
  type ConferenceId,
  type HouseholdId,
  newId,
  type PersonId,
} from '../../../shared/ids.ts';
import type { ContentLanguage } from '../../../shared/languages.ts';
import { type Outcome, ok, refuse, refuseField } from '../../../shared/outcome.ts';
import type { PersonFunction } from '../../../shared/person-function.ts';
import type { GivenTo } from '../../../shared/records/excerpts.ts';
import { append } from '../../activity/log.ts';
import type { CommandContext } from '../../command.ts';
import type { Reader } from '../../db/connect.ts';
import { post } from '../../outbox/outbox.ts';
import { openBody } from '../bodies/queries.ts';
import { type ConferenceOf, lockSeen } from '../conferences/lock.ts';
import { openMinutes } from '../conferences/minutes.ts';
import { consentedBodies } from '../consents/consented-bodies.ts';
import { householdBriefs } from '../households/briefs.ts';
import { activeActors, activeActorsOf } from '../people/queries.ts';
import { mayGive, mayWriteCopy } from './allowed.ts';
import { minutesCopy, minutesDistribution, minutesRecipient } from './table.ts';

type Done = Outcome<Record<string, never>>;
type Recipient = { readonly personId: PersonId; readonly bodyId: BodyId | null };

/** Whoever of a body works with families: a volunteer or a desk of the same house is not given a case. */
const worksWithFamilies: readonly PersonFunction[] = [
  'tutor',
  'mediator',
  'social',
  'health',
  'education',
  'protection',
  'partner',
];

/** Everybody who sees the case has frozen minutes from their freezing on: who that was is kept. */
export async function giveToTeam(
  { tx, actor, now }: CommandContext,
  { householdId, conferenceId }: ConferenceOf,
): Promise<void> {
  const id = newId(z.uuid());
  const [sentBy, sentAt] = [actor.personId, instantOf(now)];
  await tx.insert(minutesDistribution).values({ id, conferenceId, toKind: 'team', sentBy, sentAt });
  await tx.execute(sql`
    insert into minutes_recipient (distribution_id, person_id)
    select distinct ${id}::uuid, person_id from household_reader where household_id = ${householdId} and sees_case`);
}

/**
 * The chair or the regia gives points of frozen minutes to somebody outside the team, to a body, or to the family. The
 * third sector is given nothing that the family doesn't consent to.
 */
export async function giveMinutes(
  context: CommandContext,
  { id, to, pointIds, ...of }: ConferenceOf & { id: string; to: GivenTo; pointIds: readonly string[] },
): Promise<Done> {
  const { tx, actor, now } = context;
  const { householdId, conferenceId } = of;
  const seen = await lockSeen(context, of);
  if (!seen.ok) return seen;
  const { row, relation } = seen.value;
  if (!mayGive(actor, relation, row)) return refuse('not-yours-to-do');
  if (row.status !== 'frozen') return refuse('wrong-state');
  const doc = await openMinutes(tx, row.minutesId);
  const missing = pointIds.findIndex((pointId) => excerptOf(doc, [pointId]).length === 0);
  doc.destroy();
  if (missing >= 0) {
    return refuseField(`pointIds.${missing}`, 'unknown', 'The minutes have no such point.');
  }
  const recipients = await recipientsOf(tx, householdId, to);
  if (!recipients.ok) return recipients;
  const made = await tx
    .insert(minutesDistribution)
    .values({
      id,
      conferenceId,
      toKind: to.kind,
      toBodyId: to.kind === 'body' ? to.bodyId : null,
      pointIds: row.agenda.map((point) => point.id).filter((pointId) => pointIds.includes(pointId)),
      sentBy: actor.personId,
      sentAt: instantOf(now),
    })
    .onConflictDoNothing()
    .returning();
  if (made.length === 0) return ok({});
  await tx
    .insert(minutesRecipient)
    .values(recipients.value.map((recipient) => ({ distributionId: id, ...recipient })));
  const code = (await householdBriefs(tx, [householdId])).get(householdId)?.code ?? '';
  for (const { personId: readerId } of recipients.value) {
    const once = `excerpt:${id}:${readerId}`;
    const data = { code, distributionId: id };
    await post(tx, { to: { personId: readerId }, template: 'excerpt', data, once });
    await append(context, householdId, { kind: 'excerpt.given', conferenceId, readerId, distributionId: id });
  }
  return ok({});
}

async function recipientsOf(
  reader: Reader,
  householdId: HouseholdId,
  to: GivenTo,
): Promise<Outcome<Recipient[]>> {
  if (to.kind === 'body' && (await openBody(reader, to.bodyId)) === null) {
    return refuseField('to.bodyId', 'unknown', 'No open body has this id.');
  }
  const people =
    to.kind === 'person'
      ? [...(await activeActors(reader, [to.personId])).values()]
      : await activeActorsOf(reader, to.kind === 'body' ? { bodyId: to.bodyId } : { householdId });
  const allowed = people.filter((each) =>
    to.kind === 'family' ? each.householdId === householdId : worksWithFamilies.includes(each.function),
  );
  if (allowed.length === 0) return refuseField('to', 'nobody', 'Nobody there can be given minutes.');
  const consented = await consentedBodies(reader, householdId);
  const isIn = ({ function: its, bodyId }: (typeof allowed)[number]) =>
    its !== 'partner' || (bodyId !== null && consented.has(bodyId));
  const given = allowed.filter(isIn);
  if (given.length === 0) return refuse('consent-missing');
  return ok(given.map(({ personId, bodyId }) => ({ personId, bodyId })));
}

/** Whether minutes of this conference were given to this person. */
export async function wasGiven(
  reader: Reader,
  conferenceId: ConferenceId,
  personId: PersonId,
): Promise<boolean> {
  const rows = await reader
    .select({ id: minutesRecipient.distributionId })
    .from(minutesRecipient)
    .innerJoin(minutesDistribution, eq(minutesDistribution.id, minutesRecipient.distributionId))
    .where(and(eq(minutesDistribution.conferenceId, conferenceId), eq(minutesRecipient.personId, personId)));
  return rows.length > 0;
}

/** The copy in plain words for the family; written again in the same language, it replaces what was there. */
export async function writeMinutesCopy(
  context: CommandContext,
  { language, text, ...of }: ConferenceOf & { language: ContentLanguage; text: string },
): Promise<Done> {
  const { tx, actor, now } = context;
  const { householdId, conferenceId } = of;
  const seen = await lockSeen(context, of);
  if (!seen.ok) return seen;
  const { row, relation } = seen.value;
  if (!mayWriteCopy(relation)) return refuse('not-yours-to-do');
  if (row.status !== 'frozen') return refuse('wrong-state');
  const written = { text, writtenBy: actor.personId, writtenAt: instantOf(now) };
  await tx
    .insert(minutesCopy)
    .values({ conferenceId, language, ...written })
    .onConflictDoUpdate({ target: [minutesCopy.conferenceId, minutesCopy.language], set: written });
  await append(context, householdId, { kind: 'minutes.copy-written', conferenceId, language });
  return ok({});
}
