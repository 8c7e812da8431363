/** Marks on the thousand-day band from what the household's records say. Filled happened, hollow is to come. */
import { type Day, dayOf } from '../../../shared/dates.ts';
import type { Conference } from '../../../shared/records/conferences.ts';
import type { Referral } from '../../../shared/records/referrals.ts';
import { isTaskOpen, type Task } from '../../../shared/records/tasks.ts';
import type { BandMark } from '../../ui/Band.tsx';

export type BandRecords = {
  readonly conferences: readonly Pick<Conference, 'id' | 'title' | 'start' | 'status'>[];
  readonly tasks: readonly Pick<Task, 'id' | 'title' | 'due' | 'status' | 'overdue'>[];
  readonly referrals: readonly Pick<Referral, 'id' | 'requestedOn' | 'to'>[];
};

/** `base`: the household's address, which the marks lead into. Cancelled things, and tasks without a day, have no mark. */
export function bandMarks(records: BandRecords, base: string, today: Day): readonly BandMark[] {
  return [
    ...records.conferences
      .filter(({ status }) => status !== 'cancelled')
      .map((conference) => conferenceMark(conference, base, today)),
    ...records.tasks.flatMap((task) => taskMark(task, base)),
    ...records.referrals.map((referral) => referralMark(referral, base)),
  ];
}

function conferenceMark(conference: BandRecords['conferences'][number], base: string, today: Day): BandMark {
  const at = dayOf(new Date(conference.start));
  const future = conference.status === 'planned' && at >= today;
  return {
    id: conference.id,
    at,
    kind: 'conference',
    label: conference.title,
    state: future ? 'future' : 'done',
    href: `${base}/conferences/${conference.id}`,
  };
}

function taskMark(task: BandRecords['tasks'][number], base: string): readonly BandMark[] {
  if (task.due === null || task.status === 'declined' || task.status === 'cancelled') return [];
  const state = task.overdue ? 'late' : isTaskOpen(task.status) ? 'future' : 'done';
  return [{ id: task.id, at: task.due, kind: 'task', label: task.title, state, href: `${base}/tasks` }];
}

const referralMark = (referral: BandRecords['referrals'][number], base: string): BandMark => ({
  id: referral.id,
  at: referral.requestedOn,
  kind: 'referral',
  label: referral.to.name,
  state: 'done',
  href: `${base}/plan`,
});
