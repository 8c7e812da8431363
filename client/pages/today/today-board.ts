/** What the first page of the day shows, from lists of tasks, households and conferences: pure, so that it can be tested. */
import type { PersonId } from '../../../shared/ids.ts';
import type { Conference } from '../../../shared/records/conferences.ts';
import type { HouseholdRow } from '../../../shared/records/households.ts';
import type { Task } from '../../../shared/records/tasks.ts';

export type TodayBoard = {
  /** Tasks I am asked to accept, the nearest date first. */
  readonly waiting: readonly Task[];
  /** Past their date: mine, and those of my regia. Each once, the latest first. */
  readonly overdue: readonly Task[];
  /** Mine and under way, the nearest date first. */
  readonly next: readonly Task[];
  /** Households whose regia is being passed on: those I must answer first. */
  readonly handovers: readonly HouseholdRow[];
  readonly conferences: readonly Conference[];
};

const byDue = (a: Task, b: Task): number => (a.due ?? '9999').localeCompare(b.due ?? '9999');

const once = (tasks: readonly Task[]): readonly Task[] => [
  ...new Map(tasks.map((task) => [task.id, task])).values(),
];

export function todayBoard(lists: {
  mine: readonly Task[];
  escalated: readonly Task[];
  households: readonly HouseholdRow[];
  conferences: readonly Conference[];
}): TodayBoard {
  const overdue = once([...lists.mine, ...lists.escalated]).filter((task) => task.overdue);
  const toAnswer = (row: HouseholdRow) => (row.leadProposal?.mine === 'to-answer' ? 0 : 1);
  return {
    waiting: lists.mine.filter((task) => task.status === 'assigned').sort(byDue),
    overdue: [...overdue].sort(byDue),
    next: lists.mine.filter((task) => task.status !== 'assigned' && !task.overdue).sort(byDue),
    handovers: lists.households
      .filter((row) => row.leadProposal?.state === 'waiting')
      .sort((a, b) => toAnswer(a) - toAnswer(b)),
    conferences: [...lists.conferences].sort((a, b) => a.start.localeCompare(b.start)),
  };
}

/** How many of these households have this person as their regia. */
export const leadsOf = (households: readonly HouseholdRow[], me: PersonId): number =>
  households.filter((row) => row.lead?.person.id === me).length;
