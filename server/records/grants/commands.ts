/**
 * Asking for a grant and deciding on it (C7). Whoever changes a sum holds the ledger's row first, then the grant's: of
 * many at once each sees what the one before left. The database refuses what would overdraw it all the same.
 */
import { and, eq, sql } from 'drizzle-orm';
import { assert } from '../../../shared/assert.ts';
import { dayOf } from '../../../shared/dates.ts';
import type { HouseholdAction } from '../../../shared/household-action.ts';
import type { GrantId, HouseholdId } from '../../../shared/ids.ts';
import { type Outcome, ok, type Refusal, refuse, refuseField } from '../../../shared/outcome.ts';
import { type Grant, type GrantDraft, noProgramme } from '../../../shared/records/grants.ts';
import { append } from '../../activity/log.ts';
import type { CommandContext } from '../../command.ts';
import type { Tx } from '../../db/connect.ts';
import { isGoalOf } from '../goals/queries.ts';
import { authorise } from '../households/authority.ts';
import { beginLedger, lockLedger, refuseOutside } from './ledger.ts';
import { presentGrants } from './queries.ts';
import { type GrantRow, grantRequest } from './table.ts';

export type GrantOf = { readonly householdId: HouseholdId; readonly grantId: GrantId };

/**
 * Asks for a grant. What is asked counts against the cap until it is decided, so of many requests at once only those
 * that fit together are taken; the others are `overdrawn`. The same id again answers the same request.
 */
export async function requestGrant(
  context: CommandContext,
  { householdId, ...draft }: GrantDraft & { householdId: HouseholdId },
): Promise<Outcome<Grant>> {
  const { tx, actor, now } = context;
  const allowed = await authorise(tx, actor, householdId, 'grant.request');
  if (!allowed.ok) return allowed;
  const { goalId } = draft;
  const problem = await refuseNeed(tx, householdId, draft);
  if (problem !== null) return problem;
  assert(goalId, 'a need without a goal was refused');
  const key = { householdId, programmeId: draft.programmeId ?? noProgramme };
  const stated = await lockLedger(tx, key);
  const earlier = await findGrant(tx, { householdId, grantId: draft.id });
  if (earlier !== null) return present(context, earlier);
  const outside = await refuseOutside(tx, householdId, draft.programmeId, dayOf(now));
  if (outside !== null) return outside;
  const ledger =
    stated ?? (draft.programmeId && (await beginLedger(context, householdId, draft.programmeId)));
  if (ledger === null) return refuseField('programmeId', 'no-cap', 'The regia states the cap first.');
  if (ledger.heldCents + draft.cents > ledger.capCents) return refuse('overdrawn');
  const [made] = await tx
    .insert(grantRequest)
    .values({
      id: draft.id,
      ...key,
      goalId,
      category: draft.category,
      fragility: draft.fragility,
      status: 'requested',
      requestedCents: draft.cents,
      requestedBy: actor.personId,
      requestedOn: dayOf(now),
    })
    .onConflictDoNothing()
    .returning();
  if (made === undefined) return refuse('not-available');
  await append(context, householdId, { kind: 'grant.requested', grantId: draft.id });
  return present(context, made);
}

/** C7: a stated severe fragility and a goal, both. */
async function refuseNeed(tx: Tx, householdId: HouseholdId, draft: GrantDraft): Promise<Refusal | null> {
  const { severeFragility, fragility, goalId } = draft;
  if (!severeFragility || fragility.length < 10) {
    return refuseField('fragility', 'required', 'A grant needs a severe fragility, stated in words.');
  }
  if (goalId === null) return refuseField('goalId', 'required', 'A grant serves a goal.');
  return (await isGoalOf(tx, householdId, goalId))
    ? null
    : refuseField('goalId', 'unknown', 'No goal of this household has this id.');
}

/** The regia approves the whole or a part, or rejects with a reason; never whoever asked. */
export async function decideGrant(
  context: CommandContext,
  of: GrantOf,
  answer: { version: number } & (
    | { decision: 'approve'; cents: number }
    | { decision: 'reject'; reason: string }
  ),
): Promise<Outcome<Grant>> {
  const { actor, now } = context;
  const held = await holdGrant(context, of, 'grant.decide', answer.version);
  if (!held.ok) return held;
  const row = held.value;
  if (row.status !== 'requested') return refuse('wrong-state');
  if (row.requestedBy === actor.personId) return refuse('someone-else-decides');
  const decided = { decidedBy: actor.personId, decidedOn: dayOf(now) };
  const approved = answer.decision === 'approve';
  if (approved && answer.cents > row.requestedCents) return refuse('overdrawn');
  const after = await updateGrant(
    context,
    row,
    approved
      ? { ...decided, status: 'approved', approvedCents: answer.cents }
      : { ...decided, status: 'rejected', decisionReason: answer.reason },
  );
  await append(context, of.householdId, { kind: 'grant.decided', grantId: of.grantId, approved });
  return present(context, after);
}

/** Takes back a request that waits: its sum is free again. */
export async function withdrawGrant(
  context: CommandContext,
  { version, ...of }: GrantOf & { version: number },
): Promise<Outcome<Grant>> {
  const held = await holdGrant(context, of, 'grant.request', version);
  if (!held.ok) return held;
  if (held.value.status !== 'requested') return refuse('wrong-state');
  const after = await updateGrant(context, held.value, { status: 'withdrawn' });
  await append(context, of.householdId, { kind: 'grant.withdrawn', grantId: of.grantId });
  return present(context, after);
}

/** Ends an approved grant: what was not spent is free again. */
export async function closeGrant(
  context: CommandContext,
  { version, ...of }: GrantOf & { version: number },
): Promise<Outcome<Grant>> {
  const held = await holdGrant(context, of, 'grant.decide', version);
  if (!held.ok) return held;
  if (held.value.status !== 'approved') return refuse('wrong-state');
  const after = await updateGrant(context, held.value, { status: 'closed' });
  await append(context, of.householdId, { kind: 'grant.closed', grantId: of.grantId });
  return present(context, after);
}

/** The grant, its ledger and itself locked, in the version the reader saw. */
export async function holdGrant(
  { tx, actor }: CommandContext,
  of: GrantOf,
  action: HouseholdAction,
  version?: number,
): Promise<Outcome<GrantRow>> {
  const allowed = await authorise(tx, actor, of.householdId, action);
  if (!allowed.ok) return allowed;
  const seen = await findGrant(tx, of);
  if (seen === null) return refuse('not-available');
  await lockLedger(tx, seen);
  const [row] = await tx.select().from(grantRequest).where(eq(grantRequest.id, of.grantId)).for('update');
  assert(row, 'a grant is never deleted');
  return version === undefined || row.version === version ? ok(row) : refuse('changed-meanwhile');
}

export async function present({ tx, actor }: CommandContext, row: GrantRow): Promise<Outcome<Grant>> {
  const [presented] = await presentGrants(tx, actor, row.householdId, [row]);
  assert(presented, 'one row gives one grant');
  return ok(presented);
}

export async function findGrant(tx: Tx, { householdId, grantId }: GrantOf): Promise<GrantRow | null> {
  const [row] = await tx
    .select()
    .from(grantRequest)
    .where(and(eq(grantRequest.id, grantId), eq(grantRequest.householdId, householdId)));
  return row ?? null;
}

async function updateGrant(
  { tx }: CommandContext,
  { id }: GrantRow,
  change: Partial<GrantRow>,
): Promise<GrantRow> {
  const [row] = await tx
    .update(grantRequest)
    .set({ ...change, version: sql`${grantRequest.version} + 1` })
    .where(eq(grantRequest.id, id))
    .returning();
  assert(row, 'a locked grant is still there');
  return row;
}
