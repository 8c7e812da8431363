/** How a task stands, in words: how late, how it is marked, what each step needs. */
import { type Day, daysBetween } from '../../../shared/dates.ts';
import { isTaskOpen, type Task, type TaskStatus } from '../../../shared/records/tasks.ts';
import type { Formats } from '../../messages/formats.ts';
import type { Translate } from '../../messages/translate.ts';
import type { Tone } from '../../ui/state.tsx';

/** Steps that are only taken with a reason. */
export type ReasonedStep = 'declined' | 'blocked' | 'cancelled';
export const needsReason = (status: TaskStatus): status is ReasonedStep =>
  status === 'declined' || status === 'blocked' || status === 'cancelled';

/** Solid is so, dashed is awaited; ochre where something stands still. */
export function toneOf(task: Pick<Task, 'status' | 'overdue'>): Tone {
  switch (task.status) {
    case 'assigned':
      return 'waiting';
    case 'blocked':
      return 'late';
    case 'done':
      return 'good';
    case 'accepted':
    case 'in_progress':
    case 'declined':
    case 'cancelled':
      return 'plain';
  }
}

/** "by 27 Nov", "3 days late", "by today", "no date"; a closed task only names its day. */
export function dueWords(
  t: Translate,
  formats: Formats,
  task: Pick<Task, 'due' | 'overdue' | 'status'>,
  today: Day,
): string {
  if (task.due === null) return t('tasks.noDue');
  if (task.overdue) return t('tasks.late', { days: daysBetween(task.due, today) });
  if (isTaskOpen(task.status) && task.due === today) return t('tasks.dueToday');
  return t('tasks.due', { date: formats.date(task.due) });
}

/** Steps in the order they are offered: the one that moves on first, those that stop last. */
const order: readonly TaskStatus[] = [
  'accepted',
  'done',
  'in_progress',
  'blocked',
  'declined',
  'cancelled',
  'assigned',
];
export const inOrder = (steps: readonly TaskStatus[]): readonly TaskStatus[] =>
  [...steps].sort((a, b) => order.indexOf(a) - order.indexOf(b));
