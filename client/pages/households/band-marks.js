/** Marks on the thousand-day band from what the household's records say. Filled happened, hollow is to come. */
import { dayOf } from '../../../shared/dates.ts';
import { isTaskOpen } from '../../../shared/records/tasks.ts';
/** `base`: the household's address, which the marks lead into. Cancelled things, and tasks without a day, have no mark. */
export function bandMarks(records, base, today) {
    return [
        ...records.conferences
            .filter(({ status }) => status !== 'cancelled')
            .map((conference) => conferenceMark(conference, base, today)),
        ...records.tasks.flatMap((task) => taskMark(task, base)),
        ...records.referrals.map((referral) => referralMark(referral, base)),
    ];
}
function conferenceMark(conference, base, today) {
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
function taskMark(task, base) {
    if (task.due === null || task.status === 'declined' || task.status === 'cancelled')
        return [];
    const state = task.overdue ? 'late' : isTaskOpen(task.status) ? 'future' : 'done';
    return [{ id: task.id, at: task.due, kind: 'task', label: task.title, state, href: `${base}/tasks` }];
}
const referralMark = (referral, base) => ({
    id: referral.id,
    at: referral.requestedOn,
    kind: 'referral',
    label: referral.to.name,
    state: 'done',
    href: `${base}/plan`,
});
