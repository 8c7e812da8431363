/** What SQL must know of a care plan's text: the words of its goals, and under which rights it says anything. */
import * as Y from 'yjs';
import { type GoalInText, goalsInText, planContent } from '../../shared/documents/care-plan.ts';
import { textOf } from '../../shared/documents/rich-text.ts';
import type { HouseholdId } from '../../shared/ids.ts';
import { Right } from '../../shared/records/rights.ts';
import type { World } from '../command.ts';
import { inTransaction } from '../db/connect.ts';
import { followText } from '../records/goals/text.ts';
import { setRightsInPlan } from '../records/households/plan-rights.ts';

/**
 * Brings the records up to the text. It compares and writes only what differs, so doing it twice, or on two nodes,
 * does no harm. Answers how many goals changed.
 */
export async function projectPlan(world: World, householdId: HouseholdId, plan: Y.Doc): Promise<number> {
  const [goals, rights] = [goalsInText(plan).map(storable), rightsWithWords(plan)];
  const occasion = { now: world.now(), actor: null };
  const changed = await inTransaction(world.db, async (tx) => {
    await setRightsInPlan(tx, householdId, rights);
    return followText({ ...occasion, tx }, householdId, goals);
  });
  if (changed > 0) world.bus.publish({ kind: 'activity' });
  return changed;
}

/** Text in a document may hold NUL, which Postgres' text can't. */
const storable = (goal: GoalInText): GoalInText => ({ ...goal, title: goal.title.replaceAll('\0', '') });

/** Rights whose section has words: what follows the right's heading until the next section, not the heading itself. */
export function rightsWithWords(plan: Y.Doc): Set<Right> {
  const found = new Set<Right>();
  let section: Right | null = null;
  for (const block of planContent(plan).toArray()) {
    if (!(block instanceof Y.XmlElement)) continue;
    if (opensSection(block)) section = Right.safeParse(block.getAttribute('right')).data ?? null;
    else if (section !== null && textOf(block).trim() !== '') found.add(section);
  }
  return found;
}

const opensSection = (block: Y.XmlElement): boolean =>
  block.nodeName === 'heading' && Number(block.getAttribute('level')) === 2;
