/** From a draft to a pact in force: proposed with its text frozen, then answered by every party, each for themselves. */
import { and, eq, isNull } from 'drizzle-orm';
import { assert } from '../../../shared/assert.ts';
import { dayOf, instantOf } from '../../../shared/dates.ts';
import { type Outcome, ok, type Refusal, refuse, refuseField } from '../../../shared/outcome.ts';
import { type Pact, type PactAnswer, PactParty } from '../../../shared/records/pacts.ts';
import { append } from '../../activity/log.ts';
import type { CommandContext } from '../../command.ts';
import type { Tx } from '../../db/connect.ts';
import { hashOfMinutes } from '../conferences/minutes.ts';
import { lockHousehold, stepAccessEpoch } from '../households/authority.ts';
import { membersOf } from '../households/members.ts';
import { leadOf } from '../lead/holder.ts';
import { activeActors } from '../people/queries.ts';
import { openAgain } from './closing.ts';
import { type HeldPact, holdPact, type PactOf, present, updatePact } from './lock.ts';
import { type PactRow, pactCommitment, pactSignature, type SignatureRow } from './table.ts';

/**
 * Proposes a draft for signature. Under the household's lock, as minutes are frozen: writes under way finish, later ones
 * find the access epoch changed, so the hash is of the last word. It takes a goal, commitments, and a regia to sign.
 */
export async function proposePact(
  context: CommandContext,
  { version, ...of }: PactOf & { version: number },
): Promise<Outcome<Pact>> {
  const { tx, now } = context;
  const { householdId, pactId } = of;
  await lockHousehold(tx, householdId);
  const held = await holdPact(context, of, 'pact.write', version);
  if (!held.ok) return held;
  const { row, relation } = held.value;
  if (row.status !== 'draft') return refuse('wrong-state');
  const problem = await refuseIncomplete(tx, row);
  if (problem !== null) return problem;
  // Before the hash: it locks the document's own row, so no write is committed between the two.
  await stepAccessEpoch(tx, householdId);
  const hash = await hashOfMinutes(tx, row.documentId);
  const after = await updatePact(tx, pactId, {
    status: 'proposed',
    hash,
    round: row.round + 1,
    proposedAt: instantOf(now),
  });
  await append(context, householdId, { kind: 'pact.proposed', pactId, hash });
  return present(context, after, relation);
}

async function refuseIncomplete(tx: Tx, row: PactRow): Promise<Refusal | null> {
  if (row.goalIds.length === 0) return refuseField('goalIds', 'required', 'A pact has a goal.');
  const commitments = await tx.select().from(pactCommitment).where(eq(pactCommitment.pactId, row.id));
  if (commitments.length === 0) {
    return refuseField('commitments', 'required', 'A pact names who does what.');
  }
  return (await leadOf(tx, row.householdId)) === null
    ? refuseField('lead', 'regia-pending', 'The regia signs too: a service must hold it first.')
    : null;
}

/** Opens the text of a proposed pact again. Answers given so far stay as history and no longer count. */
export async function reopenPact(
  context: CommandContext,
  { reason, version, ...of }: PactOf & { reason: string; version: number },
): Promise<Outcome<Pact>> {
  const { tx } = context;
  const { householdId, pactId } = of;
  await lockHousehold(tx, householdId);
  const held = await holdPact(context, of, 'pact.write', version);
  if (!held.ok) return held;
  if (held.value.row.status !== 'proposed') return refuse('wrong-state');
  const after = await openAgain(context, pactId);
  await stepAccessEpoch(tx, householdId);
  await append(context, householdId, { kind: 'pact.reopened', pactId, reason });
  return present(context, after, held.value.relation);
}

/**
 * A party signs, with her dissent beside it if she has one, or refuses in her own words. Nobody answers for an account
 * that isn't theirs. The same party signing twice is the same signature; one who refused may still sign.
 */
export async function answerPact(
  context: CommandContext,
  { householdId, pactId, ...answer }: PactOf & PactAnswer,
): Promise<Outcome<Pact>> {
  const { tx, now } = context;
  const held = await holdPact(context, { householdId, pactId }, 'pact.see');
  if (!held.ok) return held;
  const { row, relation } = held.value;
  const who = await signatory(context, held.value, answer);
  if (!who.ok) return who;
  const live = await liveAnswers(tx, row);
  const before = live.find(({ party }) => party === answer.party);
  if (before?.answer === 'signed') {
    return before.hash === answer.hash ? present(context, row, relation) : refuse('changed-meanwhile');
  }
  if (row.status !== 'proposed') return refuse('wrong-state');
  if (row.hash !== answer.hash) return refuse('changed-meanwhile');
  if (answer.words === null && (answer.dissent || answer.answer === 'refused')) {
    return refuseField('words', 'required', 'A dissent and a refusal have their words.');
  }
  if (before) {
    await tx
      .update(pactSignature)
      .set({ voidedAt: instantOf(now) })
      .where(eq(pactSignature.id, before.id));
  }
  const { id, party, language, words, dissent, hash } = answer;
  const [made] = await tx
    .insert(pactSignature)
    .values({
      id,
      pactId,
      round: row.round,
      party,
      answer: answer.answer,
      language,
      words,
      dissent: dissent && answer.answer === 'signed',
      hash,
      signedOn: dayOf(now),
      signedAt: instantOf(now),
      ...who.value,
    })
    .onConflictDoNothing()
    .returning();
  if (made === undefined) return refuse('already-exists');
  await append(context, householdId, { kind: 'pact.answered', pactId, party, answer: answer.answer });
  const signed = new Set(
    [...live.filter((each) => each !== before), made].flatMap((each) =>
      each.answer === 'signed' ? each.party : [],
    ),
  );
  if (signed.size < PactParty.options.length)
    return present(context, await updatePact(tx, pactId, {}), relation);
  const inForce = await updatePact(tx, pactId, { status: 'signed', inForceSince: instantOf(now) });
  await append(context, householdId, { kind: 'pact.in-force', pactId });
  return present(context, inForce, relation);
}

export const liveAnswers = (tx: Tx, { id }: Pick<PactRow, 'id'>): Promise<SignatureRow[]> =>
  tx
    .select()
    .from(pactSignature)
    .where(and(eq(pactSignature.pactId, id), isNull(pactSignature.voidedAt)));

type Signatory = Pick<SignatureRow, 'personId' | 'memberId' | 'deviceOf' | 'mediatorId'>;

/** Whether this actor may answer for this party, and as whom it is kept. */
async function signatory(
  { tx, actor }: CommandContext,
  { row, relation }: HeldPact,
  { party, device, language }: PactAnswer,
): Promise<Outcome<Signatory>> {
  const { personId } = actor;
  if (party !== 'beneficiary') {
    if (device !== null)
      return refuseField('device', 'not-theirs', 'Only the beneficiary signs on a device.');
    const isTheirs = party === 'lead' ? relation.lead : row.caseManagerId === personId;
    return isTheirs
      ? ok({ personId, memberId: null, deviceOf: null, mediatorId: null })
      : refuse('not-yours-to-do');
  }
  const members = (await membersOf(tx, [row.householdId])).get(row.householdId) ?? [];
  const beneficiary = members.find(({ id }) => id === row.beneficiaryId);
  assert(beneficiary, 'the beneficiary is a member');
  const memberId = beneficiary.id;
  if (device === null) {
    return beneficiary.personId === personId
      ? ok({ personId, memberId, deviceOf: null, mediatorId: null })
      : refuse('not-yours-to-do');
  }
  const hasDevice = relation.tutor || relation.lead || row.caseManagerId === personId;
  if (!hasDevice || beneficiary.personId !== null) return refuse('not-yours-to-do');
  const { mediatorId } = device;
  if (mediatorId === null) {
    return language === 'it'
      ? ok({ personId: null, memberId, deviceOf: personId, mediatorId })
      : refuseField('device.mediatorId', 'required', 'Whoever read it to her in her language is named.');
  }
  const mediator = (await activeActors(tx, [mediatorId])).get(mediatorId);
  return mediator?.function === 'mediator'
    ? ok({ personId: null, memberId, deviceOf: personId, mediatorId })
    : refuseField('device.mediatorId', 'unknown', 'No mediator with an open account has this id.');
}
