/** Recording how somebody is (C12). */
import { eq } from 'drizzle-orm';
import { assert } from '../../../shared/assert.ts';
import { type Day, dayOf, instantOf } from '../../../shared/dates.ts';
import type { HouseholdId } from '../../../shared/ids.ts';
import { type Outcome, ok, refuse, refuseField } from '../../../shared/outcome.ts';
import type { Wellbeing, WellbeingDraft } from '../../../shared/records/wellbeing.ts';
import { append } from '../../activity/log.ts';
import type { CommandContext } from '../../command.ts';
import { authorise } from '../households/authority.ts';
import { presentWellbeing } from './queries.ts';
import { wellbeing } from './table.ts';

/** The same id again answers the same; a second beginning is refused: the rest is compared with one. */
export async function recordWellbeing(
  context: CommandContext,
  { householdId, ...draft }: WellbeingDraft & { householdId: HouseholdId },
): Promise<Outcome<Wellbeing>> {
  const { tx, actor, now } = context;
  const allowed = await authorise(tx, actor, householdId, 'wellbeing.write');
  if (!allowed.ok) return allowed;
  const future = refuseFuture(draft.on, dayOf(now));
  if (future !== null) return future;
  const [made] = await tx
    .insert(wellbeing)
    .values({ ...draft, householdId, recordedBy: actor.personId, recordedAt: instantOf(now) })
    .onConflictDoNothing()
    .returning();
  if (made === undefined) {
    const [earlier] = await tx.select().from(wellbeing).where(eq(wellbeing.id, draft.id));
    if (earlier === undefined) return refuse('already-exists');
    if (earlier.householdId !== householdId) return refuse('not-available');
  } else {
    const { id: wellbeingId, moment } = draft;
    await append(context, householdId, { kind: 'wellbeing.recorded', wellbeingId, moment });
  }
  const rows = await tx.select().from(wellbeing).where(eq(wellbeing.id, draft.id));
  const [presented] = await presentWellbeing(tx, rows);
  assert(presented, 'what was recorded is there');
  return ok(presented);
}

export const refuseFuture = (on: Day, today: Day) =>
  on > today ? refuseField('on', 'future', 'It is how they are, not how they will be.') : null;
