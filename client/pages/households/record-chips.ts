/** Live records as the chips in a text show them: label, who and when, how they stand. */
import type { ChipKind } from '../../../shared/documents/rich-text.ts';
import { isGoalClosed } from '../../../shared/records/goals.ts';
import { isReferralClosed, type Referral } from '../../../shared/records/referrals.ts';
import type { Task } from '../../../shared/records/tasks.ts';
import type { ChipRecord } from '../../editor/chrome.ts';
import type { Formats } from '../../messages/formats.ts';
import { joined } from '../../messages/joined.ts';
import type { Translate } from '../../messages/translate.ts';
import type { HouseholdRoom } from './household-room.tsx';
import { peopleOf } from './people-of.ts';

/** Looks a chip's record up among what this reader has. Reactive: read it inside the text. */
export function chipOf(
  room: HouseholdRoom,
  t: Translate,
  formats: () => Formats,
): (kind: ChipKind, ref: string) => ChipRecord | undefined {
  const { records, household } = room;
  return (kind, ref) => {
    switch (kind) {
      case 'task': {
        const task = records.tasks.value()?.tasks.find((one) => one.id === ref);
        return task && taskChip(task, t, formats());
      }
      case 'referral': {
        const referral = records.referrals.value()?.referrals.find((one) => one.id === ref);
        return referral && referralChip(referral, t);
      }
      case 'goal': {
        const goal = records.goals.value()?.goals.find((one) => one.id === ref);
        if (!goal) return undefined;
        const state = isGoalClosed(goal.status) ? 'done' : goal.status === 'proposed' ? 'waiting' : 'plain';
        return { label: goal.title || t('goals.untitled'), detail: t(`goals.status.${goal.status}`), state };
      }
      case 'conference': {
        const conference = records.conferences.value()?.conferences.find((one) => one.id === ref);
        if (!conference) return undefined;
        const state = conference.status === 'planned' ? 'waiting' : 'plain';
        return { label: conference.title, detail: formats().date(conference.start), state };
      }
      case 'person': {
        const person = peopleOf(household()).find((one) => one.id === ref);
        return person && { label: person.name, state: 'plain', sector: person.body?.sector };
      }
      case 'member': {
        const member = household().members.find((one) => one.id === ref);
        return member && { label: member.name, state: 'plain', sector: 'family' };
      }
    }
  };
}

const firstName = (name: string): string => name.split(' ')[0] ?? name;

function taskChip(task: Task, t: Translate, formats: Formats): ChipRecord {
  const due = task.due ? formats.date(task.due) : undefined;
  const detail = joined(t, [firstName(task.owner.name), due]);
  const over = task.status === 'done' || task.status === 'cancelled' || task.status === 'declined';
  return {
    label: task.title,
    detail,
    state: over ? 'done' : task.overdue ? 'late' : task.status === 'assigned' ? 'waiting' : 'plain',
  };
}

function referralChip(referral: Referral, t: Translate): ChipRecord {
  const waiting =
    referral.status === 'draft' || referral.status === 'requested' || referral.status === 'on_hold';
  return {
    label: referral.to.name,
    detail: t(`referrals.status.${referral.status}`),
    state: isReferralClosed(referral.status) ? 'done' : waiting ? 'waiting' : 'plain',
    sector: referral.to.sector,
  };
}
