/**
 * Asking for a mediator and taking the request back (A5). A request is moved under the household's lock and its own, in
 * that order, because accepting one changes the team.
 */
import { and, eq, sql } from 'drizzle-orm';
import { documentAccess, type Relation } from '../../../shared/access.ts';
import { assert } from '../../../shared/assert.ts';
import { instantOf } from '../../../shared/dates.ts';
import type { DocumentId, HouseholdId, MediationId } from '../../../shared/ids.ts';
import { type Outcome, ok, refuse, refuseField } from '../../../shared/outcome.ts';
import { isMediationOpen, type Mediation, type MediationDraft } from '../../../shared/records/mediation.ts';
import { append } from '../../activity/log.ts';
import type { CommandContext } from '../../command.ts';
import { authorise, lockHousehold } from '../households/authority.ts';
import { documentFacts } from '../households/documents.ts';
import { presentMediation } from './queries.ts';
import { type MediationRow, mediation } from './table.ts';

/** Asks for a mediator. The same id again answers the same request. */
export async function requestMediation(
  context: CommandContext,
  { householdId, at, passage, ...draft }: MediationDraft & { householdId: HouseholdId },
): Promise<Outcome<Mediation>> {
  const { tx, actor, now } = context;
  const allowed = await authorise(tx, actor, householdId, 'mediation.request');
  if (!allowed.ok) return allowed;
  const [earlier] = await tx
    .select()
    .from(mediation)
    .where(and(eq(mediation.id, draft.id), eq(mediation.householdId, householdId)));
  if (earlier !== undefined) return present(context, earlier);
  if (at !== null && at < instantOf(now)) return refuseField('at', 'past', 'This moment is past.');
  if (passage !== undefined && !(await isAnnotated(context, allowed.value, passage.documentId)))
    return refuseField('passage', 'unknown', 'No plan or minutes of this household has this id.');
  const [made] = await tx
    .insert(mediation)
    .values({
      ...draft,
      householdId,
      wantedAt: at,
      documentId: passage?.documentId ?? null,
      threadKey: passage?.thread ?? null,
      requestedBy: actor.personId,
      requestedAt: instantOf(now),
      status: 'requested',
      since: instantOf(now),
    })
    .onConflictDoNothing()
    .returning();
  if (made === undefined) return refuse('not-available');
  const { id: mediationId, language, aim } = draft;
  await append(context, householdId, { kind: 'mediation.requested', mediationId, language, aim });
  await tellRoster(context, made);
  return present(context, made);
}

/** A text of this household that mediators annotate and the actor reads. Another one is as unknown as none. */
async function isAnnotated(
  { tx, actor }: CommandContext,
  relation: Relation,
  documentId: DocumentId,
): Promise<boolean> {
  const facts = await documentFacts(tx, documentId);
  if (facts === null || facts.householdId !== relation.household.id) return false;
  const annotated = facts.kind === 'care-plan' || facts.kind === 'minutes';
  return annotated && documentAccess(actor, relation, facts) !== null;
}

/** Takes a request back. Who joined the team because of it stays there until somebody ends that. */
export async function cancelMediation(
  context: CommandContext,
  {
    householdId,
    mediationId,
    reason,
    version,
  }: { householdId: HouseholdId; mediationId: MediationId; reason: string; version: number },
): Promise<Outcome<Mediation>> {
  const { tx, actor } = context;
  const allowed = await authorise(tx, actor, householdId, 'mediation.request');
  if (!allowed.ok) return allowed;
  const before = await lockMediation(context, mediationId);
  if (before === null || before.householdId !== householdId) return refuse('not-available');
  if (before.version !== version) return refuse('changed-meanwhile');
  if (!isMediationOpen(before.status)) return refuse('wrong-state');
  const after = await move(context, before, { status: 'cancelled', cancelReason: reason });
  await append(context, householdId, { kind: 'mediation.cancelled', mediationId });
  return present(context, after);
}

/** The request, with its household locked before it; null when there is none. */
export async function lockMediation(
  { tx }: CommandContext,
  mediationId: MediationId,
): Promise<MediationRow | null> {
  const which = eq(mediation.id, mediationId);
  const [seen] = await tx.select({ householdId: mediation.householdId }).from(mediation).where(which);
  if (seen === undefined) return null;
  await lockHousehold(tx, seen.householdId);
  const [row] = await tx.select().from(mediation).where(which).for('update');
  return row ?? null;
}

/** Writes the change and lets those outside the household know that the request moved. */
export async function move(
  context: CommandContext,
  before: MediationRow,
  change: Partial<MediationRow>,
): Promise<MediationRow> {
  const { tx, now } = context;
  const [after] = await tx
    .update(mediation)
    .set({ ...change, since: instantOf(now), version: sql`${mediation.version} + 1` })
    .where(eq(mediation.id, before.id))
    .returning();
  assert(after, 'a locked request is still there');
  await tellRoster(context, after);
  return after;
}

const tellRoster = (context: CommandContext, { id: mediationId, language, status }: MediationRow) =>
  append(context, null, { kind: 'roster.request-moved', mediationId, language, status });

export async function present({ tx, actor }: CommandContext, row: MediationRow): Promise<Outcome<Mediation>> {
  const [presented] = await presentMediation(tx, actor, [row]);
  assert(presented, 'one row gives one request');
  return ok(presented);
}
