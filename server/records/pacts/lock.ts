/** A pact held for a change: authorised, locked, and seen in the version the reader saw. */
import { and, eq, sql } from 'drizzle-orm';
import { may, type Relation } from '../../../shared/access.ts';
import { assert } from '../../../shared/assert.ts';
import type { HouseholdAction } from '../../../shared/household-action.ts';
import type { HouseholdId, PactId } from '../../../shared/ids.ts';
import { type Outcome, ok, refuse } from '../../../shared/outcome.ts';
import type { Pact } from '../../../shared/records/pacts.ts';
import type { CommandContext } from '../../command.ts';
import type { Tx } from '../../db/connect.ts';
import { authorise } from '../households/authority.ts';
import { presentPacts } from './queries.ts';
import { type PactRow, pact } from './table.ts';

export type PactOf = { readonly householdId: HouseholdId; readonly pactId: PactId };
export type HeldPact = { readonly row: PactRow; readonly relation: Relation };

/** `wrong-state` for a closed household, `not-available` for another's pact. */
export async function holdPact(
  { tx, actor }: CommandContext,
  { householdId, pactId }: PactOf,
  action: HouseholdAction,
  version?: number,
): Promise<Outcome<HeldPact>> {
  const allowed = await authorise(tx, actor, householdId, action);
  if (!allowed.ok) return allowed;
  const relation = allowed.value;
  if (relation.household.status === 'closed') return refuse('wrong-state');
  const row = await lockPact(tx, householdId, pactId);
  if (row === null) return refuse('not-available');
  if (version !== undefined && row.version !== version) return refuse('changed-meanwhile');
  return ok({ row, relation });
}

export async function lockPact(tx: Tx, householdId: HouseholdId, pactId: PactId): Promise<PactRow | null> {
  const [row] = await tx
    .select()
    .from(pact)
    .where(and(eq(pact.id, pactId), eq(pact.householdId, householdId)))
    .for('update');
  return row ?? null;
}

export async function updatePact(tx: Tx, id: PactId, change: Partial<PactRow>): Promise<PactRow> {
  const [row] = await tx
    .update(pact)
    .set({ ...change, version: sql`${pact.version} + 1` })
    .where(eq(pact.id, id))
    .returning();
  assert(row, 'a locked pact is still there');
  return row;
}

/** As whoever acted reads it now. */
export async function present(
  { tx, actor }: CommandContext,
  row: PactRow,
  relation: Relation,
): Promise<Outcome<Pact>> {
  assert(may(actor, 'pact.see', relation), 'whoever acts on a pact sees it');
  const [presented] = await presentPacts(tx, actor, relation, [row]);
  assert(presented, 'one row gives one pact');
  return ok(presented);
}
