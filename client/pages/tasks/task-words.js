/** How a task stands, in words: how late, how it is marked, what each step needs. */
import { daysBetween } from '../../../shared/dates.ts';
import { isTaskOpen } from '../../../shared/records/tasks.ts';
export const needsReason = (status) => status === 'declined' || status === 'blocked' || status === 'cancelled';
/** Solid is so, dashed is awaited; ochre where something stands still. */
export function toneOf(task) {
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
export function dueWords(t, formats, task, today) {
    if (task.due === null)
        return t('tasks.noDue');
    if (task.overdue)
        return t('tasks.late', { days: daysBetween(task.due, today) });
    if (isTaskOpen(task.status) && task.due === today)
        return t('tasks.dueToday');
    return t('tasks.due', { date: formats.date(task.due) });
}
/** Steps in the order they are offered: the one that moves on first, those that stop last. */
const order = [
    'accepted',
    'done',
    'in_progress',
    'blocked',
    'declined',
    'cancelled',
    'assigned',
];
export const inOrder = (steps) => [...steps].sort((a, b) => order.indexOf(a) - order.indexOf(b));
