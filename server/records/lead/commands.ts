/**
 * The regia: held by exactly one public service (B2), passed on by a proposal that the receiving service answers (B3).
 *
 *   nobody ──propose──▶ waiting ──accept──▶ held by one ──propose──▶ waiting ──accept──▶ held by the next, same instant
 *                          └── decline, withdraw: as before
 *
 * Every command queues up on the household's row, so two that race see each other's result; the partial unique indexes
 * and exclusion constraints of the tables hold even if one forgot to.
 */
import { and, eq } from 'drizzle-orm';
import { mayAnswerLead, mayHoldLead } from '../../../shared/access.ts';
import { instantOf } from '../../../shared/dates.ts';
import type { BodyId, HouseholdId, LeadProposalId, PersonId } from '../../../shared/ids.ts';
import { type Outcome, ok, refuse, refuseField } from '../../../shared/outcome.ts';
import { CareRole } from '../../../shared/records/care-team.ts';
import type { LeadProposal } from '../../../shared/records/lead.ts';
import { append } from '../../activity/log.ts';
import type { CommandContext } from '../../command.ts';
import type { Tx } from '../../db/connect.ts';
import { openBody } from '../bodies/queries.ts';
import { joinTeam } from '../care-team/commands.ts';
import { authorise, lockHousehold, stepAccessEpoch } from '../households/authority.ts';
import { activeActors } from '../people/queries.ts';
import { isTutor } from '../tutor/holder.ts';
import { leadOf } from './holder.ts';
import { presentProposal } from './queries.ts';
import { type LeadProposalRow, leadProposal, leadTenure } from './table.ts';

type Done = Outcome<Record<string, never>>;
type ProposalOf = { readonly householdId: HouseholdId; readonly proposalId: LeadProposalId };

/** Asks a public service to take the regia. While one proposal waits, another is `proposal-pending`. */
export async function proposeLead(
  context: CommandContext,
  input: { householdId: HouseholdId; id: LeadProposalId; bodyId: BodyId; personId: PersonId; reason: string },
): Promise<Outcome<LeadProposal>> {
  const { tx, actor, now } = context;
  const { householdId, id, bodyId, personId, reason } = input;
  await lockHousehold(tx, householdId);
  const earlier = await proposalById(tx, householdId, id);
  if (earlier?.proposedBy === actor.personId) return ok(await presentProposal(tx, actor, earlier));
  const allowed = await authorise(tx, actor, householdId, 'lead.propose');
  if (!allowed.ok) return allowed;
  const eligible = await refuseUnlessEligible(tx, input);
  if (!eligible.ok) return eligible;
  const holder = await leadOf(tx, householdId);
  if (holder?.personId === personId && holder.bodyId === bodyId) {
    return refuseField('personId', 'is-lead', 'This person holds the regia already.');
  }
  const [row] = await tx
    .insert(leadProposal)
    .values({
      id,
      householdId,
      fromBodyId: holder?.bodyId ?? null,
      bodyId,
      personId,
      reason,
      proposedBy: actor.personId,
      proposedAt: instantOf(now),
      state: 'waiting',
    })
    .onConflictDoNothing()
    .returning();
  if (row === undefined) return refuse('proposal-pending');
  await stepAccessEpoch(tx, householdId);
  await append(context, householdId, { kind: 'lead.proposed', proposalId: id, bodyId, personId, reason });
  return ok(await presentProposal(tx, actor, row));
}

/** The receiving service accepts: the tenure before ends and its own begins at one instant. */
export async function acceptLead(context: CommandContext, input: ProposalOf): Promise<Done> {
  const { tx, actor, now } = context;
  const { householdId, proposalId } = input;
  const waiting = await authoriseAnswer(context, input);
  if (!waiting.ok) return waiting;
  const proposal = waiting.value;
  const eligible = await refuseUnlessEligible(tx, proposal);
  if (!eligible.ok) return eligible;

  const at = instantOf(now);
  const before = await leadOf(tx, householdId);
  if (before !== null) await tx.update(leadTenure).set({ until: at }).where(eq(leadTenure.id, before.id));
  const { bodyId, personId, reason, proposedBy } = proposal;
  await tx.insert(leadTenure).values({
    householdId,
    proposalId,
    bodyId,
    personId,
    since: at,
    reason,
    proposedBy,
    acceptedBy: actor.personId,
  });
  await closeProposal(context, proposalId, { state: 'accepted', answerReason: null });
  await stepAccessEpoch(tx, householdId);
  const fromBodyId = before?.bodyId ?? null;
  await append(context, householdId, { kind: 'lead.accepted', proposalId, bodyId, personId, fromBodyId });
  await joinTeam(context, { householdId, personId, role: eligible.value, reason: null });
  return ok({});
}

/** The receiving service declines with a reason; everything stays as it was. */
export async function declineLead(
  context: CommandContext,
  input: ProposalOf & { reason: string },
): Promise<Done> {
  const { householdId, proposalId, reason } = input;
  const waiting = await authoriseAnswer(context, input);
  if (!waiting.ok) return waiting;
  await closeProposal(context, proposalId, { state: 'declined', answerReason: reason });
  await stepAccessEpoch(context.tx, householdId);
  const { bodyId } = waiting.value;
  await append(context, householdId, { kind: 'lead.declined', proposalId, bodyId, reason });
  return ok({});
}

/** Whoever proposed takes it back while it waits. */
export async function withdrawLead(context: CommandContext, input: ProposalOf): Promise<Done> {
  const { tx, actor } = context;
  const { householdId, proposalId } = input;
  await lockHousehold(tx, householdId);
  const allowed = await authorise(tx, actor, householdId, 'household.see');
  if (!allowed.ok) return allowed;
  const proposal = await proposalById(tx, householdId, proposalId);
  if (proposal === null) return refuse('not-available');
  if (proposal.proposedBy !== actor.personId) return refuse('not-yours-to-do');
  if (proposal.state !== 'waiting') return refuse('wrong-state');
  await closeProposal(context, proposalId, { state: 'withdrawn', answerReason: null });
  await stepAccessEpoch(tx, householdId);
  await append(context, householdId, {
    kind: 'lead.withdrawn',
    proposalId,
    bodyId: proposal.bodyId,
  });
  return ok({});
}

/** The waiting proposal, for whoever may answer it. A service it isn't addressed to learns nothing it doesn't see already. */
async function authoriseAnswer(
  { tx, actor }: CommandContext,
  { householdId, proposalId }: ProposalOf,
): Promise<Outcome<LeadProposalRow>> {
  await lockHousehold(tx, householdId);
  const proposal = await proposalById(tx, householdId, proposalId);
  if (proposal === null) return refuse('not-available');
  if (!mayAnswerLead(actor, proposal)) {
    const sees = await authorise(tx, actor, householdId, 'household.see');
    return sees.ok ? refuse('not-yours-to-do') : sees;
  }
  if (proposal.state !== 'waiting') return refuse('wrong-state');
  const sees = await authorise(tx, actor, householdId, 'household.see');
  if (!sees.ok) return sees;
  return sees.value.household.status === 'closed' ? refuse('wrong-state') : ok(proposal);
}

/**
 * A named person in a public social, health or education service, who isn't this family's tutor (B2). Answers the role
 * they have in the team. Asked again when the proposal is accepted, because an account or a body may have closed.
 */
async function refuseUnlessEligible(
  tx: Tx,
  { householdId, bodyId, personId }: { householdId: HouseholdId; bodyId: BodyId; personId: PersonId },
): Promise<Outcome<CareRole>> {
  const body = await openBody(tx, bodyId);
  const person = (await activeActors(tx, [personId])).get(personId);
  if (body === null || person === undefined || !mayHoldLead(person, body)) {
    return refuse('lead-must-be-public-service');
  }
  if (await isTutor(tx, householdId, personId)) return refuse('lead-must-be-public-service');
  return ok(CareRole.parse(person.function));
}

async function proposalById(
  tx: Tx,
  householdId: HouseholdId,
  id: LeadProposalId,
): Promise<LeadProposalRow | null> {
  const [row] = await tx
    .select()
    .from(leadProposal)
    .where(and(eq(leadProposal.id, id), eq(leadProposal.householdId, householdId)));
  return row ?? null;
}

async function closeProposal(
  { tx, actor, now }: CommandContext,
  id: LeadProposalId,
  answer: { state: 'accepted' | 'declined' | 'withdrawn'; answerReason: string | null },
): Promise<void> {
  await tx
    .update(leadProposal)
    .set({ ...answer, answeredBy: actor.personId, answeredAt: instantOf(now) })
    .where(eq(leadProposal.id, id));
}
