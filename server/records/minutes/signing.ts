/** Who was there signs the frozen minutes (B13): with an account of their own, or on a worker's device with a witness. */
import { and, eq, isNull } from 'drizzle-orm';
import type { Relation } from '../../../shared/access.ts';
import { instantOf } from '../../../shared/dates.ts';
import type { PersonId } from '../../../shared/ids.ts';
import { type Outcome, ok, refuse, refuseField } from '../../../shared/outcome.ts';
import type { MinutesAnswer, MinutesSignature } from '../../../shared/records/minutes.ts';
import { append } from '../../activity/log.ts';
import type { CommandContext } from '../../command.ts';
import type { Reader, Tx } from '../../db/connect.ts';
import type { ConferenceRow } from '../conferences/facts.ts';
import { type ConferenceOf, lockSeen, update } from '../conferences/lock.ts';
import { sha256 } from '../conferences/minutes.ts';
import { membersOf } from '../households/members.ts';
import { activeActors, personBriefs } from '../people/queries.ts';
import { tutorOf } from '../tutor/holder.ts';
import { isAmong, mayReadTo } from './allowed.ts';
import { attendeesOf } from './attendance.ts';
import { wasGiven } from './giving.ts';
import { type AttendeeRow, minutesSignature, type SignatureRow } from './table.ts';

/**
 * Signs, or refuses with words, and both stay: one who refused may sign later, a signature is never taken back. A member
 * with an account signs with it once they were given something to read; without one, on a device, witnessed.
 */
export async function signMinutes(
  context: CommandContext,
  { householdId, conferenceId, ...answer }: ConferenceOf & MinutesAnswer,
): Promise<Outcome<MinutesSignature>> {
  const { tx, now } = context;
  const seen = await lockSeen(context, { householdId, conferenceId }, 'minutes.sign');
  if (!seen.ok) return seen;
  const { row, relation } = seen.value;
  if (row.status !== 'frozen') return relation.family ? refuse('not-available') : refuse('wrong-state');
  const attendees = await attendeesOf(tx, conferenceId);
  const attendee = attendees.find(({ key }) => key === answer.attendee);
  const who = await signatory(context, row, relation, attendee, answer);
  if (!who.ok) return relation.family && who.code === 'not-yours-to-do' ? refuse('not-available') : who;
  const live = await liveSignatures(tx, conferenceId);
  const before = live.find((each) => each.attendee === answer.attendee);
  if (before?.id === answer.id) return presentOne(tx, before);
  if (before?.answer === 'signed') return refuse('already-exists');
  if (row.frozenHash !== answer.hash) return refuse('changed-meanwhile');
  if (answer.words === null && (answer.dissent || answer.answer === 'refused')) {
    return refuseField('words', 'required', 'A dissent and a refusal have their words.');
  }
  if (before) {
    await tx
      .update(minutesSignature)
      .set({ voidedAt: instantOf(now) })
      .where(eq(minutesSignature.id, before.id));
  }
  const { device: _, ...said } = answer;
  const unsealed = {
    ...said,
    ...who.value,
    conferenceId,
    dissent: answer.dissent && answer.answer === 'signed',
    signedAt: instantOf(now),
  };
  const seal = sealOf(unsealed);
  const [made] = await tx
    .insert(minutesSignature)
    .values({ ...unsealed, seal })
    .onConflictDoNothing()
    .returning();
  if (made === undefined) return refuse('already-exists');
  await append(context, householdId, { kind: 'minutes.signed', conferenceId, answer: answer.answer, seal });
  const signed = new Set(live.flatMap((each) => (each.answer === 'signed' ? each.attendee : [])));
  if (made.answer === 'signed') signed.add(made.attendee);
  if (attendees.filter(isAsked).every(({ key }) => signed.has(key))) {
    await append(context, householdId, { kind: 'minutes.signed-by-all', conferenceId });
  }
  return presentOne(tx, made);
}

/** Guests have no account and were heard as guests: they are not asked. */
export const isAsked = ({ personId, memberId }: Pick<AttendeeRow, 'personId' | 'memberId'>): boolean =>
  personId !== null || memberId !== null;

/** Hex SHA-256 of everything a signature says, so that none of it can be changed unnoticed. */
export const sealOf = (signature: Omit<SignatureRow, 'seal' | 'voidedAt'>): string => {
  const { conferenceId, attendee, hash, answer, dissent, words, language, signedAt } = signature;
  const { personId, deviceOf, witnessId, name, function: its, body } = signature;
  return sha256(
    JSON.stringify([
      [conferenceId, attendee, hash, answer, dissent, words, language, signedAt],
      [personId, deviceOf, witnessId, name, its, body],
    ]),
  );
};

export const liveSignatures = (reader: Reader, conferenceId: SignatureRow['conferenceId']) =>
  reader
    .select()
    .from(minutesSignature)
    .where(and(eq(minutesSignature.conferenceId, conferenceId), isNull(minutesSignature.voidedAt)));

type Signatory = Pick<SignatureRow, 'personId' | 'deviceOf' | 'witnessId' | 'name' | 'function' | 'body'>;

/** As whom this actor may answer for this line, if at all. */
async function signatory(
  { tx, actor }: CommandContext,
  row: ConferenceRow,
  relation: Relation,
  attendee: AttendeeRow | undefined,
  { device, language }: MinutesAnswer,
): Promise<Outcome<Signatory>> {
  if (attendee === undefined || !isAsked(attendee)) return refuse('not-yours-to-do');
  const accounts = await accountsOf(tx, row.householdId);
  if (device === null) {
    if (isAmong(actor, [attendee], accounts) === undefined) return refuse('not-yours-to-do');
    // Nobody signs what they weren't given to read.
    if (relation.family && !(await wasGiven(tx, row.id, actor.personId))) return refuse('wrong-state');
    const brief = (await personBriefs(tx, [actor.personId])).get(actor.personId);
    const { name } = attendee;
    const [its, body] = [brief?.function ?? actor.function, brief?.body?.name ?? null];
    return ok({ personId: actor.personId, deviceOf: null, witnessId: null, name, function: its, body });
  }
  const { memberId, name } = attendee;
  if (memberId === null || accounts.has(memberId) || relation.family || !mayReadTo(actor, relation, row)) {
    return refuse('not-yours-to-do');
  }
  const witness = (await activeActors(tx, [device.witnessId])).get(device.witnessId);
  const isMediator = witness?.function === 'mediator';
  const isTutor = device.witnessId === (await tutorOf(tx, row.householdId));
  if (!isMediator && !isTutor) {
    return refuseField('device.witnessId', 'unknown', 'A mediator or the tutor witnesses it.');
  }
  if (language !== 'it' && !isMediator) {
    return refuseField(
      'device.witnessId',
      'not-a-mediator',
      'Whoever read it in her language is a mediator.',
    );
  }
  const deviceOf = actor.personId;
  const { witnessId } = device;
  return ok({ personId: null, deviceOf, witnessId, name, function: null, body: null });
}

/** The account of each member who has one. */
export async function accountsOf(
  reader: Reader,
  householdId: ConferenceRow['householdId'],
): Promise<ReadonlyMap<string, PersonId>> {
  const members = (await membersOf(reader, [householdId])).get(householdId) ?? [];
  return new Map(members.flatMap(({ id, personId }) => (personId === null ? [] : [[id, personId] as const])));
}

/** Asks everybody who was there and has not answered; the freezing does, and the chair when some are missing. */
export async function askForSignatures(
  context: CommandContext,
  { householdId, conferenceId }: ConferenceOf,
): Promise<number> {
  const { tx } = context;
  const answered = new Set((await liveSignatures(tx, conferenceId)).map(({ attendee }) => attendee));
  const accounts = await accountsOf(tx, householdId);
  const missing = (await attendeesOf(tx, conferenceId)).filter(
    (each) => isAsked(each) && !answered.has(each.key),
  );
  const people = missing.flatMap(({ personId, memberId }) => personId ?? accounts.get(memberId ?? '') ?? []);
  for (const personId of people) {
    await append(context, householdId, { kind: 'minutes.signature-asked', conferenceId, personId });
  }
  return people.length;
}

/** Who is missing is asked again after a day, not every minute. */
const remindAfterMs = 86_400_000;

/** The chair, or whoever took the minutes, reminds who is missing. */
export async function remindSigners(
  context: CommandContext,
  of: ConferenceOf,
): Promise<Outcome<{ asked: number }>> {
  const seen = await lockSeen(context, of);
  if (!seen.ok) return seen;
  const { chairId, minuteTakerId, status, signaturesAskedAt } = seen.value.row;
  const { personId } = context.actor;
  if (personId !== chairId && personId !== minuteTakerId) return refuse('not-yours-to-do');
  if (status !== 'frozen') return refuse('wrong-state');
  const waitMs = mayRemindInMs(signaturesAskedAt, context.now);
  if (waitMs > 0) return refuse('slow-down', { retryAfterSeconds: Math.ceil(waitMs / 1000) });
  await update(context.tx, of.conferenceId, { signaturesAskedAt: instantOf(context.now) });
  return ok({ asked: await askForSignatures(context, of) });
}

/** How long until they may be asked again; 0 or less: now. */
export const mayRemindInMs = (askedAt: string | null, now: Date): number =>
  askedAt === null ? 0 : Date.parse(askedAt) + remindAfterMs - now.getTime();

async function presentOne(tx: Tx, row: SignatureRow): Promise<Outcome<MinutesSignature>> {
  return ok(presentSignature(row, await namesOfSigning(tx, [row])));
}

export const namesOfSigning = async (reader: Reader, rows: readonly SignatureRow[]) =>
  new Map(
    [
      ...(await personBriefs(
        reader,
        rows.flatMap(({ deviceOf, witnessId }) => [deviceOf ?? [], witnessId ?? []].flat()),
      )),
    ].map(([id, { name }]) => [id, name]),
  );

export function presentSignature(row: SignatureRow, names: ReadonlyMap<PersonId, string>): MinutesSignature {
  const { id, answer, dissent, words, language, hash, signedAt, deviceOf, witnessId } = row;
  return {
    id,
    answer,
    dissent,
    words,
    language,
    hash,
    at: signedAt,
    deviceOf: deviceOf && (names.get(deviceOf) ?? null),
    witness: witnessId && (names.get(witnessId) ?? null),
  };
}
