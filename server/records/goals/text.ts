/** Brings goals up to what the plan's text says: their words, and whether they stand in it. By nobody: many wrote them. */
import { eq } from 'drizzle-orm';
import type { GoalInText } from '../../../shared/documents/care-plan.ts';
import type { HouseholdId } from '../../../shared/ids.ts';
import { append, type Occasion } from '../../activity/log.ts';
import { goal } from './table.ts';

/** The longest title a goal's record keeps; the text may be longer. */
const titleLength = 500;

/**
 * Compares and writes only what differs, so doing it twice is harmless. A goal that left the text keeps the words it
 * had. Answers how many records changed.
 */
export async function followText(
  occasion: Occasion,
  householdId: HouseholdId,
  inText: readonly GoalInText[],
): Promise<number> {
  const { tx } = occasion;
  const titleById = new Map(inText.map(({ goalId, title }) => [goalId, title.slice(0, titleLength)]));
  const rows = await tx
    .select({ id: goal.id, title: goal.title, inText: goal.inText })
    .from(goal)
    .where(eq(goal.householdId, householdId))
    .orderBy(goal.id)
    .for('update');
  let changed = 0;
  for (const row of rows) {
    const title = titleById.get(row.id);
    const next = { title: title ?? row.title, inText: title !== undefined };
    if (next.title === row.title && next.inText === row.inText) continue;
    await tx.update(goal).set(next).where(eq(goal.id, row.id));
    await append(occasion, householdId, { kind: 'goal.text-changed', goalId: row.id, inText: next.inText });
    changed += 1;
  }
  return changed;
}
