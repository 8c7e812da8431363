/** An entry that was written down wrongly: corrected, or taken back. What it said before stays (C12). */
import { and, eq, isNull, ne } from 'drizzle-orm';
import { assert } from '../../../shared/assert.ts';
import { dayOf, instantOf } from '../../../shared/dates.ts';
import type { HouseholdId, WellbeingId } from '../../../shared/ids.ts';
import { type Outcome, ok, refuse } from '../../../shared/outcome.ts';
import type { Wellbeing, WellbeingFacts } from '../../../shared/records/wellbeing.ts';
import { append } from '../../activity/log.ts';
import type { CommandContext } from '../../command.ts';
import { authorise, lockHousehold } from '../households/authority.ts';
import { refuseFuture } from './commands.ts';
import { presentWellbeing } from './queries.ts';
import { type WellbeingRow, wellbeing, wellbeingCorrection } from './table.ts';

type Of<T> = T & {
  readonly householdId: HouseholdId;
  readonly wellbeingId: WellbeingId;
  readonly reason: string;
  readonly version: number;
};

/** A second beginning is refused here too; an entry that was withdrawn stays as it was. */
export async function correctWellbeing(
  context: CommandContext,
  { householdId, wellbeingId, reason, version, ...facts }: Of<WellbeingFacts>,
): Promise<Outcome<Wellbeing>> {
  const { tx, actor, now } = context;
  const locked = await lockEntry(context, { householdId, wellbeingId, version });
  if (!locked.ok) return locked;
  const future = refuseFuture(facts.on, dayOf(now));
  if (future !== null) return future;
  if (facts.moment === 'before' && (await otherBegins(context, locked.value)))
    return refuse('already-exists');
  const { on, moment, person, family, network, note } = locked.value;
  await tx.insert(wellbeingCorrection).values({
    ...{ wellbeingId, version, reason, was: { on, moment, person, family, network, note } },
    correctedBy: actor.personId,
    correctedAt: instantOf(now),
  });
  await append(context, householdId, { kind: 'wellbeing.corrected', wellbeingId });
  return keep(context, locked.value, facts);
}

/** It stays readable, with who took it back and why. */
export async function withdrawWellbeing(
  context: CommandContext,
  { householdId, wellbeingId, reason, version }: Of<unknown>,
): Promise<Outcome<Wellbeing>> {
  const { actor, now } = context;
  const locked = await lockEntry(context, { householdId, wellbeingId, version });
  if (!locked.ok) return locked;
  await append(context, householdId, { kind: 'wellbeing.withdrawn', wellbeingId });
  return keep(context, locked.value, {
    withdrawnBy: actor.personId,
    withdrawnAt: instantOf(now),
    withdrawnReason: reason,
  });
}

async function lockEntry(
  { tx, actor }: CommandContext,
  { householdId, wellbeingId, version }: Omit<Of<unknown>, 'reason'>,
): Promise<Outcome<WellbeingRow>> {
  // Two corrections of one household follow each other: there is one beginning.
  await lockHousehold(tx, householdId);
  const allowed = await authorise(tx, actor, householdId, 'wellbeing.write');
  if (!allowed.ok) return allowed;
  const [row] = await tx
    .select()
    .from(wellbeing)
    .where(and(eq(wellbeing.id, wellbeingId), eq(wellbeing.householdId, householdId)))
    .for('update');
  if (row === undefined) return refuse('not-available');
  if (row.version !== version) return refuse('changed-meanwhile');
  return row.withdrawnAt === null ? ok(row) : refuse('wrong-state');
}

async function otherBegins(
  { tx }: CommandContext,
  { id, householdId }: Pick<WellbeingRow, 'id' | 'householdId'>,
): Promise<boolean> {
  const begins = and(
    eq(wellbeing.householdId, householdId),
    eq(wellbeing.moment, 'before'),
    isNull(wellbeing.withdrawnAt),
    ne(wellbeing.id, id),
  );
  const found = await tx.select({ id: wellbeing.id }).from(wellbeing).where(begins).limit(1);
  return found.length > 0;
}

async function keep(
  { tx }: CommandContext,
  { id, version }: WellbeingRow,
  change: Partial<WellbeingRow>,
): Promise<Outcome<Wellbeing>> {
  const rows = await tx
    .update(wellbeing)
    .set({ ...change, version: version + 1 })
    .where(eq(wellbeing.id, id))
    .returning();
  const [presented] = await presentWellbeing(tx, rows);
  assert(presented, 'a locked entry is still there');
  return ok(presented);
}
