/** What somebody was given of frozen minutes: these points and no others, as long as they may be given them. */
import { and, desc, eq, isNull, ne } from 'drizzle-orm';
import type { Actor } from '../../../shared/access.ts';
import { assert } from '../../../shared/assert.ts';
import { type Instant, instantOf } from '../../../shared/dates.ts';
import { excerptOf } from '../../../shared/documents/minutes-words.ts';
import { type Outcome, ok, refuse } from '../../../shared/outcome.ts';
import type { Excerpt } from '../../../shared/records/excerpts.ts';
import { append } from '../../activity/log.ts';
import type { CommandContext } from '../../command.ts';
import type { Reader } from '../../db/connect.ts';
import { type ConferenceRow, conferenceRows } from '../conferences/facts.ts';
import { openMinutes } from '../conferences/minutes.ts';
import { consentedBodies } from '../consents/consented-bodies.ts';
import { householdBriefs } from '../households/briefs.ts';
import { isAmong } from './allowed.ts';
import { attendeesOf } from './attendance.ts';
import { accountsOf, isAsked, liveSignatures } from './signing.ts';
import { type DistributionRow, minutesCopy, minutesDistribution, minutesRecipient } from './table.ts';

/** One given to this person, or `not-available`, which says nothing of whether there is one. The first opening is kept. */
export async function readExcerpt(
  context: CommandContext,
  distributionId: string,
): Promise<Outcome<Excerpt>> {
  const { tx, actor, now } = context;
  const [given] = await excerptsGiven(tx, actor, distributionId);
  if (given === undefined) return refuse('not-available');
  const { row, distribution } = given;
  const { pointIds } = distribution;
  if (pointIds === null) return refuse('not-available');
  assert(row.frozenAt !== null && row.frozenHash !== null, 'only frozen minutes are given');
  const [opened] = await tx
    .update(minutesRecipient)
    .set({ openedAt: instantOf(now) })
    .where(and(isGivenTo(actor, distributionId), isNull(minutesRecipient.openedAt)))
    .returning();
  const { id: conferenceId, householdId } = row;
  if (opened)
    await append(context, householdId, { kind: 'excerpt.opened', conferenceId, readerId: actor.personId });
  const doc = await openMinutes(tx, row.minutesId);
  const blocks = excerptOf(doc, pointIds);
  doc.destroy();
  const points = row.agenda.map(({ id, title }, index) => ({ id, title, number: index + 1 }));
  const ofFamily = distribution.toKind === 'family';
  const copies = ofFamily
    ? await tx.select().from(minutesCopy).where(eq(minutesCopy.conferenceId, conferenceId))
    : [];
  return ok({
    id: distributionId,
    householdId,
    conferenceId,
    code: (await householdBriefs(tx, [householdId])).get(householdId)?.code ?? '',
    title: row.title,
    start: row.start,
    frozenAt: row.frozenAt,
    hash: row.frozenHash,
    withoutQuorum: row.withoutQuorum !== null,
    points: points.filter(({ id }) => pointIds.includes(id)),
    pointsInAll: points.length,
    blocks,
    copies: copies.map(({ language, text }) => ({ language, text })),
    signing: ofFamily ? await signingOf(tx, actor, row) : null,
  });
}

async function signingOf(reader: Reader, actor: Actor, row: ConferenceRow): Promise<Excerpt['signing']> {
  const attendees = await attendeesOf(reader, row.id);
  const own = isAmong(actor, attendees.filter(isAsked), await accountsOf(reader, row.householdId));
  if (own === undefined) return null;
  const answered = (await liveSignatures(reader, row.id)).find(({ attendee }) => attendee === own.key);
  return { attendee: own.key, answer: answered?.answer ?? null, at: answered?.signedAt ?? null };
}

const isGivenTo = ({ personId }: Actor, distributionId: string) =>
  and(eq(minutesRecipient.distributionId, distributionId), eq(minutesRecipient.personId, personId));

/**
 * Excerpts this person may still read: in the body or the family they had them in, and of the third sector only while the
 * family consents.
 */
export async function excerptsGiven(reader: Reader, actor: Actor, distributionId?: string): Promise<Given[]> {
  const rows = await reader
    .select({ distribution: minutesDistribution, recipient: minutesRecipient })
    .from(minutesRecipient)
    .innerJoin(minutesDistribution, eq(minutesDistribution.id, minutesRecipient.distributionId))
    .where(
      and(
        eq(minutesRecipient.personId, actor.personId),
        ne(minutesDistribution.toKind, 'team'),
        distributionId === undefined ? undefined : eq(minutesDistribution.id, distributionId),
      ),
    )
    .orderBy(desc(minutesDistribution.sentAt));
  const conferences = await conferenceRows(
    reader,
    rows.map(({ distribution }) => distribution.conferenceId),
  );
  const needsConsent = actor.function === 'partner' || actor.function === 'volunteer';
  const readable: Given[] = [];
  for (const { distribution, recipient } of rows) {
    const row = conferences.get(distribution.conferenceId);
    assert(row, 'what was given is of a conference');
    const isTheirs =
      distribution.toKind === 'family'
        ? actor.householdId === row.householdId
        : recipient.bodyId === actor.bodyId;
    if (!isTheirs) continue;
    if (needsConsent && !(await isConsented(reader, actor, row))) continue;
    readable.push({ distribution, openedAt: recipient.openedAt, row });
  }
  return readable;
}

type Given = {
  readonly distribution: DistributionRow;
  readonly openedAt: Instant | null;
  readonly row: ConferenceRow;
};

const isConsented = async (reader: Reader, { bodyId }: Actor, { householdId }: ConferenceRow) =>
  bodyId !== null && (await consentedBodies(reader, householdId)).has(bodyId);
