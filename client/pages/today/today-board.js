const byDue = (a, b) => (a.due ?? '9999').localeCompare(b.due ?? '9999');
const once = (tasks) => [
    ...new Map(tasks.map((task) => [task.id, task])).values(),
];
export function todayBoard(lists) {
    const overdue = once([...lists.mine, ...lists.escalated]).filter((task) => task.overdue);
    const toAnswer = (row) => (row.leadProposal?.mine === 'to-answer' ? 0 : 1);
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
export const leadsOf = (households, me) => households.filter((row) => row.lead?.person.id === me).length;
