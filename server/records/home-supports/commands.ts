/** Recording a support in the family's home, and how it ended (D3). */
import { and, eq, sql } from 'drizzle-orm';
import { assert } from '../../../shared/assert.ts';
import { addDays, type Day, dayOf } from '../../../shared/dates.ts';
import type { HomeSupportId, HouseholdId } from '../../../shared/ids.ts';
import { type Outcome, ok, refuse, refuseField } from '../../../shared/outcome.ts';
import type {
  HomeSupport,
  HomeSupportDraft,
  HomeSupportOutcome,
} from '../../../shared/records/home-supports.ts';
import { append } from '../../activity/log.ts';
import type { CommandContext } from '../../command.ts';
import type { Tx } from '../../db/connect.ts';
import { openBody, shownBodyBriefs } from '../bodies/queries.ts';
import { authorise } from '../households/authority.ts';
import { presentHomeSupports } from './queries.ts';
import { type HomeSupportRow, homeSupport } from './table.ts';

/** How far ahead a support is planned, and how far back one is remembered, days. */
const [furthestAhead, furthestBack] = [90, 3650];

/** Records that a support begins or began. The same id again answers the same support. */
export async function beginHomeSupport(
  context: CommandContext,
  { householdId, from, ...draft }: HomeSupportDraft & { householdId: HouseholdId },
): Promise<Outcome<HomeSupport>> {
  const { tx, actor, now } = context;
  const allowed = await authorise(tx, actor, householdId, 'shelter.write');
  if (!allowed.ok) return allowed;
  const earlier = await lockHomeSupport(tx, householdId, draft.id);
  if (earlier !== null) return present(tx, earlier);
  const today = dayOf(now);
  if (from > addDays(today, furthestAhead))
    return refuseField('from', 'too-far', 'This day is too far ahead.');
  if (from < addDays(today, -furthestBack))
    return refuseField('from', 'too-far', 'This day is too long ago.');
  const isShown = (await shownBodyBriefs(tx, [draft.bodyId])).has(draft.bodyId);
  if (!isShown || (await openBody(tx, draft.bodyId)) === null) {
    return refuseField('bodyId', 'unknown', 'No open body has this id.');
  }
  const [made] = await tx
    .insert(homeSupport)
    .values({ ...draft, householdId, since: from, recordedBy: actor.personId })
    .onConflictDoNothing()
    .returning();
  if (made === undefined) return refuse('not-available');
  await append(context, householdId, { kind: 'home-support.began', homeSupportId: draft.id });
  return present(tx, made);
}

/** Records the end and what came of it. What has ended stays so. */
export async function endHomeSupport(
  context: CommandContext,
  input: {
    householdId: HouseholdId;
    homeSupportId: HomeSupportId;
    until: Day;
    outcome: HomeSupportOutcome;
    version: number;
  },
): Promise<Outcome<HomeSupport>> {
  const { tx, actor, now } = context;
  const { householdId, homeSupportId, until, outcome, version } = input;
  const allowed = await authorise(tx, actor, householdId, 'shelter.write');
  if (!allowed.ok) return allowed;
  const before = await lockHomeSupport(tx, householdId, homeSupportId);
  if (before === null) return refuse('not-available');
  if (before.version !== version) return refuse('changed-meanwhile');
  if (before.until !== null) return refuse('wrong-state');
  if (until < before.since) return refuseField('until', 'before-start', 'It can’t end before it began.');
  if (until > dayOf(now)) return refuseField('until', 'future', 'This day hasn’t come yet.');
  const [after] = await tx
    .update(homeSupport)
    .set({ until, outcome, version: sql`${homeSupport.version} + 1` })
    .where(eq(homeSupport.id, homeSupportId))
    .returning();
  assert(after, 'a locked home support is still there');
  await append(context, householdId, { kind: 'home-support.ended', homeSupportId, outcome });
  return present(tx, after);
}

async function lockHomeSupport(
  tx: Tx,
  householdId: HouseholdId,
  id: HomeSupportId,
): Promise<HomeSupportRow | null> {
  const [row] = await tx
    .select()
    .from(homeSupport)
    .where(and(eq(homeSupport.id, id), eq(homeSupport.householdId, householdId)))
    .for('update');
  return row ?? null;
}

async function present(tx: Tx, row: HomeSupportRow): Promise<Outcome<HomeSupport>> {
  const [presented] = await presentHomeSupports(tx, [row]);
  assert(presented, 'one row gives one home support');
  return ok(presented);
}
