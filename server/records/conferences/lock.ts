/** A conference held for a change: seen by whoever acts, and locked. */
import { and, eq, sql } from 'drizzle-orm';
import type { Relation } from '../../../shared/access.ts';
import { assert } from '../../../shared/assert.ts';
import type { ConferenceId, HouseholdId } from '../../../shared/ids.ts';
import { type Outcome, ok, refuse } from '../../../shared/outcome.ts';
import type { CommandContext } from '../../command.ts';
import type { Tx } from '../../db/connect.ts';
import { authorise } from '../households/authority.ts';
import { type ConferenceRow, conference } from './table.ts';

export type ConferenceOf = { readonly householdId: HouseholdId; readonly conferenceId: ConferenceId };

/** `not-available` for another household's, and for whoever may not know of it. */
export async function lockSeen(
  { tx, actor }: CommandContext,
  of: ConferenceOf,
  action: 'case.see' | 'minutes.sign' = 'case.see',
): Promise<Outcome<{ row: ConferenceRow; relation: Relation }>> {
  const allowed = await authorise(tx, actor, of.householdId, action);
  if (!allowed.ok) return allowed;
  const row = await lockConference(tx, of);
  return row === null ? refuse('not-available') : ok({ row, relation: allowed.value });
}

export async function lockConference(
  tx: Tx,
  { householdId, conferenceId }: ConferenceOf,
): Promise<ConferenceRow | null> {
  const [row] = await tx
    .select()
    .from(conference)
    .where(and(eq(conference.id, conferenceId), eq(conference.householdId, householdId)))
    .for('update');
  return row ?? null;
}

export async function update(
  tx: Tx,
  id: ConferenceId,
  change: Partial<ConferenceRow>,
): Promise<ConferenceRow> {
  const [row] = await tx
    .update(conference)
    .set({ ...change, changedAt: sql`now()`, version: sql`${conference.version} + 1` })
    .where(eq(conference.id, id))
    .returning();
  assert(row, 'a locked conference is still there');
  return row;
}
