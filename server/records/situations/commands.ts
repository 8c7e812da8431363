/** Recording what is known of a family on a day. */
import { and, eq } from 'drizzle-orm';
import { assert } from '../../../shared/assert.ts';
import { type Day, dayOf, instantOf } from '../../../shared/dates.ts';
import type { HouseholdId } from '../../../shared/ids.ts';
import { type Outcome, ok, refuse, refuseField } from '../../../shared/outcome.ts';
import type { Situation, SituationFacts } from '../../../shared/records/situations.ts';
import { append } from '../../activity/log.ts';
import type { CommandContext } from '../../command.ts';
import { authorise, lockHousehold } from '../households/authority.ts';
import { presentSituations } from './queries.ts';
import { situation } from './table.ts';

/** Records the situation of a day, or corrects it. `version` is what the page showed of that day; 0 when nothing. */
export async function recordSituation(
  context: CommandContext,
  {
    householdId,
    on,
    version,
    ...facts
  }: SituationFacts & { readonly householdId: HouseholdId; readonly on: Day; readonly version: number },
): Promise<Outcome<Situation>> {
  const { tx, actor, now } = context;
  await lockHousehold(tx, householdId);
  const allowed = await authorise(tx, actor, householdId, 'charge.write');
  if (!allowed.ok) return allowed;
  const problem = refuseImpossible(facts, on, dayOf(now));
  if (problem !== null) return problem;
  const thatDay = and(eq(situation.householdId, householdId), eq(situation.on, on));
  const [before] = await tx.select({ version: situation.version }).from(situation).where(thatDay);
  if ((before?.version ?? 0) !== version) return refuse('changed-meanwhile');
  const row = {
    ...columnsOf(facts),
    householdId,
    on,
    recordedBy: actor.personId,
    recordedAt: instantOf(now),
    version: version + 1,
  };
  const [after] = await tx
    .insert(situation)
    .values(row)
    .onConflictDoUpdate({ target: [situation.householdId, situation.on], set: row })
    .returning();
  assert(after, 'what was written is there');
  await append(context, householdId, { kind: 'situation.recorded', on });
  const [presented] = await presentSituations(tx, [after]);
  assert(presented, 'one row gives one situation');
  return ok(presented);
}

const columnsOf = ({ isee, ...facts }: SituationFacts) => ({
  ...facts,
  isee: isee.state,
  iseeCents: isee.state === 'known' ? isee.cents : null,
  iseeOn: isee.state === 'known' ? isee.on : null,
});

function refuseImpossible({ severePoverty, severePovertySince, isee }: SituationFacts, on: Day, today: Day) {
  if (on > today) return refuseField('on', 'future', 'This day has not come yet.');
  if (severePovertySince !== null && severePoverty !== 'yes') {
    return refuseField('severePovertySince', 'not-in-poverty', 'Only severe poverty has a beginning.');
  }
  if (severePovertySince !== null && severePovertySince > on) {
    return refuseField('severePovertySince', 'future', 'It began by the day it is recorded of.');
  }
  if (isee.state === 'known' && isee.on > on) {
    return refuseField('isee.on', 'future', 'It was stated by the day it is recorded of.');
  }
  return null;
}
