import { isGoalClosed } from '../../../shared/records/goals.ts';
import { isReferralClosed } from '../../../shared/records/referrals.ts';
import { peopleOf } from './people-of.ts';
/** Looks a chip's record up among what this reader has. Reactive: read it inside the text. */
export function chipOf(room, t, formats) {
    const { records, household } = room;
    return (kind, ref) => {
        switch (kind) {
            case 'task': {
                const task = records.tasks.value()?.tasks.find((one) => one.id === ref);
                return task && taskChip(task, formats());
            }
            case 'referral': {
                const referral = records.referrals.value()?.referrals.find((one) => one.id === ref);
                return referral && referralChip(referral, t);
            }
            case 'goal': {
                const goal = records.goals.value()?.goals.find((one) => one.id === ref);
                if (!goal)
                    return undefined;
                const state = isGoalClosed(goal.status) ? 'done' : goal.status === 'proposed' ? 'waiting' : 'plain';
                return { label: goal.title || t('goals.untitled'), detail: t(`goals.status.${goal.status}`), state };
            }
            case 'conference': {
                const conference = records.conferences.value()?.conferences.find((one) => one.id === ref);
                if (!conference)
                    return undefined;
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
const firstName = (name) => name.split(' ')[0] ?? name;
function taskChip(task, formats) {
    const due = task.due ? formats.date(task.due) : undefined;
    const detail = [firstName(task.owner.name), due].filter(Boolean).join(', ');
    const over = task.status === 'done' || task.status === 'cancelled' || task.status === 'declined';
    return {
        label: task.title,
        detail,
        state: over ? 'done' : task.overdue ? 'late' : task.status === 'assigned' ? 'waiting' : 'plain',
    };
}
function referralChip(referral, t) {
    const waiting = referral.status === 'draft' || referral.status === 'requested' || referral.status === 'on_hold';
    return {
        label: referral.to.name,
        detail: t(`referrals.status.${referral.status}`),
        state: isReferralClosed(referral.status) ? 'done' : waiting ? 'waiting' : 'plain',
        sector: referral.to.sector,
    };
}
