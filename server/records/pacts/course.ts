/** A pact in force: extended by the regia (C5), its commitments kept or not, its review, and its end. */
import { and, eq, isNull, max, sql } from 'drizzle-orm';
import { addMonths, dayOf, instantOf } from '../../../shared/dates.ts';
import type { CommitmentId } from '../../../shared/ids.ts';
import { type Outcome, refuse, refuseField } from '../../../shared/outcome.ts';
import {
  type CommitmentState,
  isInForce,
  longestExtension,
  type Pact,
  type PactDraft,
  type PactEnding,
} from '../../../shared/records/pacts.ts';
import { append } from '../../activity/log.ts';
import type { CommandContext } from '../../command.ts';
import { lockHousehold, stepAccessEpoch } from '../households/authority.ts';
import { membersOf } from '../households/members.ts';
import { holdPact, type PactOf, present, updatePact } from './lock.ts';
import { pactCommitment, pactExtension } from './table.ts';

/** Asks the regia to let it last longer. One request waits at a time; the new end is later than the one that holds. */
export async function askExtension(
  context: CommandContext,
  { end, reason, version, ...of }: PactOf & { end: PactDraft['end']; reason: string; version: number },
): Promise<Outcome<Pact>> {
  const { tx, actor, now } = context;
  const held = await holdPact(context, of, 'pact.write', version);
  if (!held.ok) return held;
  const { row, relation } = held.value;
  if (!isInForce(row.status)) return refuse('wrong-state');
  const until = row.extendedTo ?? row.endsOn;
  if (end <= until) return refuseField('end', 'not-later', `It ends later than ${until}.`);
  if (end > addMonths(until, longestExtension)) {
    return refuseField('end', 'extension-too-long', 'What needs longer is a new pact.');
  }
  const [last] = await tx
    .select({ number: max(pactExtension.number) })
    .from(pactExtension)
    .where(eq(pactExtension.pactId, of.pactId));
  const [made] = await tx
    .insert(pactExtension)
    .values({
      pactId: of.pactId,
      number: (last?.number ?? 0) + 1,
      endsOn: end,
      reason,
      askedBy: actor.personId,
      askedAt: instantOf(now),
    })
    .onConflictDoNothing()
    .returning();
  if (made === undefined) return refuse('proposal-pending');
  await append(context, of.householdId, { kind: 'pact.extension-asked', pactId: of.pactId, reason });
  return present(context, await updatePact(tx, of.pactId, {}), relation);
}

/** The regia approves, once per request, or doesn't; never whoever asked. */
export async function decideExtension(
  context: CommandContext,
  { approve, answer, version, ...of }: PactOf & { approve: boolean; answer: string; version: number },
): Promise<Outcome<Pact>> {
  const { tx, actor, now } = context;
  const held = await holdPact(context, of, 'pact.write');
  if (!held.ok) return held;
  const { row, relation } = held.value;
  if (!relation.lead) return refuse('not-yours-to-do');
  if (row.version !== version) return refuse('changed-meanwhile');
  const [waiting] = await tx
    .select()
    .from(pactExtension)
    .where(and(eq(pactExtension.pactId, of.pactId), isNull(pactExtension.approved)));
  if (waiting === undefined || !isInForce(row.status)) return refuse('wrong-state');
  if (waiting.askedBy === actor.personId) return refuse('someone-else-decides');
  await tx
    .update(pactExtension)
    .set({ approved: approve, decidedBy: actor.personId, decidedAt: instantOf(now), answer: answer || null })
    .where(and(eq(pactExtension.pactId, of.pactId), eq(pactExtension.number, waiting.number)));
  await append(context, of.householdId, {
    kind: 'pact.extension-decided',
    pactId: of.pactId,
    approved: approve,
  });
  const change = approve ? ({ status: 'extended', extendedTo: waiting.endsOn } as const) : {};
  return present(context, await updatePact(tx, of.pactId, change), relation);
}

/** Ends it. Who withdraws says why; the beneficiary may withdraw with her own account. What was never in force is only withdrawn. */
export async function endPact(
  context: CommandContext,
  { how, reason, version, ...of }: PactOf & { how: PactEnding; reason: string | null; version: number },
): Promise<Outcome<Pact>> {
  const { tx, actor, now } = context;
  const { householdId, pactId } = of;
  await lockHousehold(tx, householdId);
  const held = await holdPact(context, of, 'pact.sign', version);
  if (!held.ok) return held;
  const { row, relation } = held.value;
  if (relation.family && !(how === 'withdrawn' && (await isBeneficiary(context, row)))) {
    return refuse('not-yours-to-do');
  }
  if (row.status === 'ended' || (!isInForce(row.status) && how !== 'withdrawn')) return refuse('wrong-state');
  if (how === 'withdrawn' && reason === null) {
    return refuseField('reason', 'required', 'Whoever stops says why.');
  }
  const after = await updatePact(tx, pactId, {
    status: 'ended',
    endedOn: dayOf(now),
    endedHow: how,
    endReason: reason,
  });
  await tx.delete(pactExtension).where(and(eq(pactExtension.pactId, pactId), isNull(pactExtension.approved)));
  await stepAccessEpoch(tx, householdId);
  await append(context, householdId, { kind: 'pact.ended', pactId, how });
  return present(context, after, relation);

  async function isBeneficiary({ tx }: CommandContext, { beneficiaryId }: typeof row): Promise<boolean> {
    const members = (await membersOf(tx, [householdId])).get(householdId) ?? [];
    return members.some(({ id, personId }) => id === beneficiaryId && personId === actor.personId);
  }
}

/** Says whether a commitment was kept; while the pact is in force, and after its end for what stayed open. */
export async function markCommitment(
  context: CommandContext,
  {
    commitmentId,
    state,
    note,
    version,
    ...of
  }: PactOf & { commitmentId: CommitmentId; state: CommitmentState; note: string; version: number },
): Promise<Outcome<Pact>> {
  const { tx } = context;
  const held = await holdPact(context, of, 'pact.write');
  if (!held.ok) return held;
  const { row, relation } = held.value;
  if (row.inForceSince === null) return refuse('wrong-state');
  const marked = await tx
    .update(pactCommitment)
    .set({ state, note, version: sql`${pactCommitment.version} + 1` })
    .where(
      and(
        eq(pactCommitment.id, commitmentId),
        eq(pactCommitment.pactId, of.pactId),
        eq(pactCommitment.version, version),
      ),
    )
    .returning();
  if (marked.length === 0) {
    const known = await tx
      .select()
      .from(pactCommitment)
      .where(and(eq(pactCommitment.id, commitmentId), eq(pactCommitment.pactId, of.pactId)));
    return refuse(known.length > 0 ? 'changed-meanwhile' : 'not-available');
  }
  const { householdId, pactId } = of;
  await append(context, householdId, { kind: 'pact.commitment-marked', pactId, commitmentId, state });
  return present(context, row, relation);
}

/** C6: what came of the competence review; only where work orientation is one of the supports. */
export async function recordReview(
  context: CommandContext,
  { on, text, version, ...of }: PactOf & { on: PactDraft['start']; text: string; version: number },
): Promise<Outcome<Pact>> {
  const { tx, now } = context;
  const held = await holdPact(context, of, 'pact.write', version);
  if (!held.ok) return held;
  const { row, relation } = held.value;
  if (!isInForce(row.status)) return refuse('wrong-state');
  if (!row.supports.includes('work_orientation')) {
    return refuseField('supports', 'no-work-orientation', 'Work orientation isn’t one of its supports.');
  }
  if (on > dayOf(now)) return refuseField('on', 'future', 'It has taken place.');
  const after = await updatePact(tx, of.pactId, { reviewOn: on, review: text });
  await append(context, of.householdId, { kind: 'pact.competences-reviewed', pactId: of.pactId });
  return present(context, after, relation);
}
