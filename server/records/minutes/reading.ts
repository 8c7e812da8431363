/** Reading minutes through before they are frozen: asked by the chair, said by everybody who was there. */
import { and, eq, isNull } from 'drizzle-orm';
import { type Day, dayOf, instantOf } from '../../../shared/dates.ts';
import { canonicalWords } from '../../../shared/documents/minutes-words.ts';
import type { MemberId } from '../../../shared/ids.ts';
import { type Outcome, ok, refuse, refuseField } from '../../../shared/outcome.ts';
import { append } from '../../activity/log.ts';
import type { CommandContext } from '../../command.ts';
import { storedState } from '../../sync/stored-state.ts';
import { type ConferenceOf, lockSeen } from '../conferences/lock.ts';
import { sha256 } from '../conferences/minutes.ts';
import { mayReadTo } from './allowed.ts';
import { peopleIn } from './attendance.ts';
import { minutesReader, minutesReading, minutesRemark } from './table.ts';

type Done = Outcome<Record<string, never>>;

/** The chair asks everybody who was there to read, until a day from today on. Asked again, the day changes. */
export async function startReading(
  context: CommandContext,
  { until, ...of }: ConferenceOf & { until: Day },
): Promise<Done> {
  const { tx, actor, now } = context;
  const { householdId, conferenceId } = of;
  const seen = await lockSeen(context, of);
  if (!seen.ok) return seen;
  const { row, relation } = seen.value;
  if (row.chairId !== actor.personId) return refuse('not-yours-to-do');
  if (row.status !== 'held' || relation.household.status === 'closed') return refuse('wrong-state');
  if (until < dayOf(now)) return refuseField('until', 'past', 'This day is over.');
  await tx
    .insert(minutesReading)
    .values({ conferenceId, startedBy: actor.personId, startedAt: instantOf(now), until })
    .onConflictDoUpdate({ target: minutesReading.conferenceId, set: { until } });
  await append(context, householdId, { kind: 'minutes.reading-started', conferenceId, until });
  return ok({});
}

/**
 * "Read, fine": somebody who was there, of the words as they are now, or whoever read them to a member of the family.
 * Said of other words it is refused: what one agrees to is what one read.
 */
export async function sayFine(
  context: CommandContext,
  { hash, memberId, ...of }: ConferenceOf & { hash: string; memberId: MemberId | null },
): Promise<Done> {
  const { tx, actor, now } = context;
  const { householdId, conferenceId } = of;
  const held = await lockRead(context, of);
  if (!held.ok) return held;
  const { row, relation } = held.value;
  const state = await storedState(tx, row.minutesId);
  if (state === null) return refuse('not-available');
  const { doc, epoch, seq } = state;
  const people = await peopleIn(tx, householdId, doc);
  const own = people.find((each) =>
    memberId === null ? each.personId === actor.personId : each.memberId === memberId,
  );
  const current = sha256(canonicalWords(doc));
  doc.destroy();
  if (memberId !== null && !mayReadTo(actor, relation, row)) return refuse('not-yours-to-do');
  if (own === undefined) return refuse('not-yours-to-do');
  if (current !== hash) return refuse('changed-meanwhile');
  const said = { saidBy: actor.personId, at: instantOf(now), epoch, seq, hash };
  const who = memberId === null ? { personId: actor.personId, memberId } : { personId: null, memberId };
  await tx
    .insert(minutesReader)
    .values({ conferenceId, reader: memberId ?? actor.personId, ...who, ...said })
    .onConflictDoUpdate({ target: [minutesReader.conferenceId, minutesReader.reader], set: said });
  await append(context, householdId, { kind: 'minutes.read', conferenceId, hash });
  return ok({});
}

/** A remark of somebody of the case on what is being read. The same id again is the same remark. */
export async function remarkOnMinutes(
  context: CommandContext,
  { id, pointId, text, ...of }: ConferenceOf & { id: string; pointId: string | null; text: string },
): Promise<Done> {
  const { tx, actor, now } = context;
  const { householdId, conferenceId } = of;
  const held = await lockRead(context, of);
  if (!held.ok) return held;
  if (pointId !== null && !held.value.row.agenda.some((point) => point.id === pointId)) {
    return refuseField('pointId', 'unknown', 'The agenda has no such point.');
  }
  const made = await tx
    .insert(minutesRemark)
    .values({ id, conferenceId, personId: actor.personId, pointId, text, at: instantOf(now) })
    .onConflictDoNothing()
    .returning();
  if (made.length > 0) {
    await append(context, householdId, { kind: 'minutes.remarked', conferenceId, remarkId: id });
  }
  return ok({});
}

/** The minute-taker answers, or the chair; once, until the minutes are frozen. */
export async function answerRemark(
  context: CommandContext,
  { remarkId, text, ...of }: ConferenceOf & { remarkId: string; text: string },
): Promise<Done> {
  const { tx, actor, now } = context;
  const { householdId, conferenceId } = of;
  const held = await lockRead(context, of);
  if (!held.ok) return held;
  const { row } = held.value;
  if (actor.personId !== row.minuteTakerId && actor.personId !== row.chairId) {
    return refuse('not-yours-to-do');
  }
  const its = and(eq(minutesRemark.id, remarkId), eq(minutesRemark.conferenceId, conferenceId));
  const [answered] = await tx
    .update(minutesRemark)
    .set({ answer: text, answeredBy: actor.personId, answeredAt: instantOf(now) })
    .where(and(its, isNull(minutesRemark.answer)))
    .returning();
  if (answered === undefined) {
    const [there] = await tx.select({ id: minutesRemark.id }).from(minutesRemark).where(its);
    return refuse(there ? 'changed-meanwhile' : 'not-available');
  }
  const { personId } = answered;
  await append(context, householdId, { kind: 'minutes.remark-answered', conferenceId, remarkId, personId });
  return ok({});
}

/** The conference while it is being read: held, asked for, not frozen. */
async function lockRead(context: CommandContext, of: ConferenceOf) {
  const seen = await lockSeen(context, of);
  if (!seen.ok) return seen;
  const { row, relation } = seen.value;
  if (row.status !== 'held' || relation.household.status === 'closed') return refuse('wrong-state');
  const [reading] = await context.tx
    .select()
    .from(minutesReading)
    .where(eq(minutesReading.conferenceId, of.conferenceId));
  return reading === undefined ? refuse('wrong-state') : seen;
}
