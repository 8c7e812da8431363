/**
 * Dates, times, money and lists as the reader's language writes them. Days have no hour and are never shifted;
 * instants are shown in the families' own time, Europe/Rome, wherever the reader sits.
 */
import { locales } from './languages.ts';
const dateOptions = {
    short: { day: 'numeric', month: 'short' },
    long: { day: 'numeric', month: 'long', year: 'numeric' },
    weekday: { weekday: 'long', day: 'numeric', month: 'long' },
    month: { month: 'long', year: 'numeric' },
    numeric: { day: '2-digit', month: '2-digit', year: 'numeric' },
};
const rome = 'Europe/Rome';
const msPerDay = 86_400_000;
const isDay = (moment) => typeof moment === 'string' && moment.length === 10;
const zoneOf = (moment) => (isDay(moment) ? 'UTC' : rome);
const asDate = (moment) => (typeof moment === 'string' ? new Date(moment) : moment);
/** The calendar day a moment falls on, as a count of days since 1970: two of them subtract to whole days. */
function dayNumber(moment) {
    if (isDay(moment))
        return Math.round(asDate(moment).getTime() / msPerDay);
    const day = new Intl.DateTimeFormat('sv-SE', { timeZone: rome }).format(asDate(moment));
    return Math.round(Date.parse(day) / msPerDay);
}
export function createFormats(language) {
    const locale = locales[language];
    const formats = new Map();
    const dateFormat = (options, timeZone) => {
        const key = JSON.stringify([options, timeZone]);
        const known = formats.get(key) ?? new Intl.DateTimeFormat(locale, { ...options, timeZone });
        formats.set(key, known);
        return known;
    };
    const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
    const currency = new Intl.NumberFormat(locale, {
        style: 'currency',
        currency: 'EUR',
        trailingZeroDisplay: 'stripIfInteger',
    });
    const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 });
    const plainNumber = new Intl.NumberFormat(locale);
    const and = new Intl.ListFormat(locale, { type: 'conjunction' });
    const date = (moment, style = 'short') => dateFormat(dateOptions[style], zoneOf(moment)).format(asDate(moment));
    const time = (instant) => dateFormat({ hour: '2-digit', minute: '2-digit' }, rome).format(asDate(instant));
    const relativeDay = (moment, today) => {
        const days = dayNumber(moment) - dayNumber(today);
        if (Math.abs(days) <= 7)
            return relative.format(days, 'day');
        const sameYear = asDate(moment).getUTCFullYear() === asDate(today).getUTCFullYear();
        return sameYear
            ? date(moment)
            : dateFormat({ ...dateOptions.short, year: 'numeric' }, zoneOf(moment)).format(asDate(moment));
    };
    return {
        date,
        time,
        dateTime: (instant) => `${date(instant)}, ${time(instant)}`,
        relativeDay,
        relativeTime: (instant, now) => {
            const minutes = Math.round((asDate(instant).getTime() - asDate(now).getTime()) / 60_000);
            if (Math.abs(minutes) < 60)
                return relative.format(minutes, 'minute');
            const sameDay = dayNumber(instant) === dayNumber(now);
            return sameDay ? relative.format(Math.round(minutes / 60), 'hour') : relativeDay(instant, now);
        },
        cents: (cents) => currency.format(cents / 100),
        number: (value) => plainNumber.format(value),
        share: (value) => percent.format(value),
        list: (items) => and.format(items),
    };
}
