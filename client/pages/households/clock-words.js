import { ageOf, pregnancyWeekOf } from '../../ui/band-scale.ts';
import { isolate } from '../isolate.ts';
/** Whole months up to the second birthday, then years; days in the first month. */
export function ageWords(t, birth, today) {
    const { months, days } = ageOf(birth, today);
    if (months === 0)
        return t('calendar.days', { days });
    return months < 24
        ? t('calendar.months', { months })
        : t('calendar.years', { years: Math.floor(months / 12) });
}
const aged = (t, name, birth, today) => birth && birth <= today
    ? t('calendar.named', { name: isolate(name), age: ageWords(t, birth, today) })
    : isolate(name);
/** The children of a row, youngest last, and the pregnancy if there is one. At most `most` names, the youngest, after how many more. */
export function childrenWords(t, children, clock, today, most = 2) {
    const shown = children.slice(-most).map(({ name, birth }) => aged(t, name, birth, today));
    const more = children.length - shown.length;
    if (more > 0)
        shown.unshift(`+${more}`);
    if (clock && clock.birth === null && clock.end >= today)
        shown.push(t('calendar.week', { week: pregnancyWeekOf(clock.conception, today) }));
    return shown.join(' · ');
}
