/** When a pregnancy ends, what was still asked for because of it is asked for no more (A3). A leaf: pregnancies call it. */
import { and, eq, sql } from 'drizzle-orm';
import type { HouseholdId, MemberId } from '../../../shared/ids.ts';
import type { CommandContext } from '../../command.ts';
import { closeSilently } from '../tasks/silence.ts';
import { calendarTask } from './table.ts';

/** Closes the open tasks made of any window of a household that closes: its windows may be made tasks of again. */
export async function silenceWindows(context: CommandContext, householdId: HouseholdId): Promise<void> {
  const made = await context.tx
    .select({ taskId: calendarTask.taskId })
    .from(calendarTask)
    .where(eq(calendarTask.householdId, householdId));
  await closeSilently(
    context,
    householdId,
    made.map(({ taskId }) => taskId),
  );
}

/** Closes the open tasks made of windows of this woman's pregnancy, without a word to anybody. */
export async function silencePregnancy(
  context: CommandContext,
  householdId: HouseholdId,
  memberId: MemberId,
): Promise<void> {
  const made = await context.tx
    .select({ taskId: calendarTask.taskId })
    .from(calendarTask)
    .where(
      and(
        eq(calendarTask.householdId, householdId),
        eq(calendarTask.memberId, memberId),
        sql`${calendarTask.rule} in (select code from calendar_rule where anchor = 'lmp')`,
      ),
    );
  await closeSilently(
    context,
    householdId,
    made.map(({ taskId }) => taskId),
  );
}
