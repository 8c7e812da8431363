/** What people say of a window, and the task they make of it. */
import { and, eq } from 'drizzle-orm';
import { assert } from '../../../shared/assert.ts';
import { dayOf, instantOf } from '../../../shared/dates.ts';
import type { HouseholdId } from '../../../shared/ids.ts';
import { type Outcome, ok, refuse, refuseField } from '../../../shared/outcome.ts';
import type { CalendarWindow, WindowMark, WindowName } from '../../../shared/records/calendar.ts';
import type { Task, TaskDraft } from '../../../shared/records/tasks.ts';
import { append } from '../../activity/log.ts';
import type { CommandContext } from '../../command.ts';
import { authorise } from '../households/authority.ts';
import { lockMember } from '../households/members.ts';
import { assignTask } from '../tasks/commands.ts';
import { householdWindows } from './queries.ts';
import { calendarMark, calendarTask } from './table.ts';

type OfHousehold = { readonly householdId: HouseholdId };

/**
 * Marks a window done, says why no task is wanted, or takes the mark back. Saying the same again changes nothing.
 * `changed-meanwhile` when the page showed another mark; `wrong-state` for what is only expected after a birth.
 */
export async function markWindow(
  context: CommandContext,
  {
    householdId,
    mark,
    was,
    ...name
  }: WindowName & OfHousehold & { mark: WindowMark | null; was: WindowMark['kind'] | null },
): Promise<Outcome<CalendarWindow>> {
  const { tx, actor, now } = context;
  const allowed = await authorise(tx, actor, householdId, 'calendar.write');
  if (!allowed.ok) return allowed;
  const window = await lockWindow(context, householdId, name);
  if (window === null) return refuse('not-available');
  if (window.expected) return refuse('wrong-state');
  if (isSaid(window, mark)) return ok(window);
  if (markOf(window) !== was) return refuse('changed-meanwhile');
  const problem = mark?.kind === 'done' ? refuseDay(window, mark.on, dayOf(now)) : null;
  if (problem !== null) return problem;
  await forgetMark(context, householdId, window);
  if (mark !== null) {
    await tx.insert(calendarMark).values({
      householdId,
      memberId: name.memberId,
      rule: name.rule,
      reference: window.reference,
      kind: mark.kind,
      doneOn: mark.kind === 'done' ? mark.on : null,
      reason: mark.kind === 'dismissed' ? mark.reason : null,
      madeBy: actor.personId,
      madeAt: instantOf(now),
    });
  }
  const about = { rule: name.rule, memberId: name.memberId };
  if (mark === null) await append(context, householdId, { kind: 'window.reopened', ...about });
  else if (mark.kind === 'dismissed')
    await append(context, householdId, { kind: 'window.dismissed', ...about });
  else await append(context, householdId, { kind: 'window.done', ...about, on: mark.on });
  const after = await findWindow(context, householdId, name);
  assert(after, 'a window stays when it is marked');
  return ok(after);
}

/**
 * Makes a task of an open or late window, due when it closes, or today when that is past. One window has one task at a
 * time: `already-exists` for a second one, unless the first was declined or cancelled. The same id answers the same task.
 */
export async function makeWindowTask(
  context: CommandContext,
  {
    householdId,
    id,
    title,
    ownerId,
    ...name
  }: WindowName & OfHousehold & Pick<TaskDraft, 'id' | 'title' | 'ownerId'>,
): Promise<Outcome<Task>> {
  const { tx, actor, now } = context;
  const allowed = await authorise(tx, actor, householdId, 'task.assign');
  if (!allowed.ok) return allowed;
  const window = await lockWindow(context, householdId, name);
  if (window === null) return refuse('not-available');
  if (window.task !== null && window.task.id !== id) return refuse('already-exists');
  if (window.task === null && (window.expected || !['coming', 'open', 'late'].includes(window.state))) {
    return refuse('wrong-state');
  }
  const today = dayOf(now);
  const due = window.closes < today ? today : window.closes;
  const source = { kind: 'window' as const, rule: name.rule };
  const made = await assignTask(context, { householdId, id, title, ownerId, due, source, goalId: null });
  if (!made.ok || window.task !== null) return made;
  await tx.insert(calendarTask).values({
    taskId: id,
    householdId,
    memberId: name.memberId,
    rule: name.rule,
    reference: window.reference,
  });
  return made;
}

/** The window as it is while nobody else can change what is said of it; null when there is none of this name. */
async function lockWindow(context: CommandContext, householdId: HouseholdId, name: WindowName) {
  const member = await lockMember(context.tx, householdId, name.memberId);
  return member === null ? null : findWindow(context, householdId, name);
}

/** A window named with the day it counted from before a date was corrected is gone: the page looks again. */
async function findWindow(
  { tx, now }: CommandContext,
  householdId: HouseholdId,
  { rule, memberId, reference }: WindowName,
): Promise<CalendarWindow | null> {
  const windows = await householdWindows(tx, householdId, dayOf(now));
  return (
    windows.find(
      (window) => window.rule === rule && window.memberId === memberId && window.reference === reference,
    ) ?? null
  );
}

const markOf = (window: CalendarWindow): WindowMark['kind'] | null =>
  window.doneOn !== null ? 'done' : window.dismissed !== null ? 'dismissed' : null;

function isSaid(window: CalendarWindow, mark: WindowMark | null): boolean {
  if (mark === null) return markOf(window) === null;
  return mark.kind === 'done' ? window.doneOn === mark.on : window.dismissed === mark.reason;
}

function refuseDay(window: CalendarWindow, on: string, today: string) {
  if (on > today) return refuseField('mark.on', 'future', 'This day has not come yet.');
  if (on < window.reference) {
    return refuseField('mark.on', 'before-reference', 'Before the day this window counts from.');
  }
  return null;
}

/** The mark may have been made with a reference of before a correction: whichever this window reads is its own. */
async function forgetMark({ tx }: CommandContext, householdId: HouseholdId, window: CalendarWindow) {
  const marks = await tx
    .select()
    .from(calendarMark)
    .where(
      and(
        eq(calendarMark.householdId, householdId),
        eq(calendarMark.memberId, window.memberId),
        eq(calendarMark.rule, window.rule),
      ),
    )
    .for('update');
  const own = marks.find((mark) =>
    mark.kind === 'done' ? mark.doneOn === window.doneOn : mark.reason === window.dismissed,
  );
  if (own === undefined) return;
  await tx
    .delete(calendarMark)
    .where(
      and(
        eq(calendarMark.memberId, own.memberId),
        eq(calendarMark.rule, own.rule),
        eq(calendarMark.reference, own.reference),
      ),
    );
}
