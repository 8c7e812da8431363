/** What asks for something first, what is over last. */
export const groupOrder = ['late', 'open', 'coming', 'done', 'missed'];
/** Until when, or since when, in one short line. */
export function whenWords(t, formats, window, today) {
    /** A day of another year says which. */
    const date = (day) => formats.date(day, day.slice(0, 4) === today.slice(0, 4) ? 'short' : 'long');
    switch (window.state) {
        case 'late':
            return t('windows.late', { date: date(window.closes) });
        case 'open':
            return t('windows.open', { date: date(window.closes) });
        case 'done':
            return t('windows.done', { date: date(window.doneOn ?? window.closes) });
        case 'missed':
            return t('windows.missed', { date: date(window.closes) });
        default:
            return t('windows.coming', { opens: date(window.opens), closes: date(window.closes) });
    }
}
/** Names it on the page: one rule may have a window for each of two children. */
export const windowKey = ({ rule, memberId, reference }) => `${rule} ${memberId} ${reference}`;
/** A task may be suggested: it is not done, nobody said it isn't needed, and there is none. */
export const isSuggested = (window) => (window.state === 'open' || window.state === 'late') && window.task === null && window.dismissed === null;
/** The soft bars of the band. What can't be done any more has none. */
export const bandWindows = (t, windows) => windows
    .filter(({ state }) => state !== 'missed')
    .map(({ rule, opens, closes, state }) => ({
    from: opens,
    to: closes,
    label: t(`windows.rule.${rule}`),
    future: state === 'coming',
}));
