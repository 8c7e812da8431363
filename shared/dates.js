/** Days and instants as text, the same in the database, the API and the screens. */
import { z } from 'zod';
/** A calendar day in the family's own time (Europe/Rome), `2026-11-21`. */
export const Day = z.iso.date().brand();
/** A moment, always UTC with milliseconds, `2026-11-21T10:00:00.000Z`. */
export const Instant = z.iso.datetime({ precision: 3 }).brand();
const msPerDay = 86_400_000;
export const instantOf = (date) => Instant.parse(date.toISOString());
/** The calendar day it is in Rome at that moment. */
export function dayOf(date) {
    return Day.parse(new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Rome' }).format(date));
}
/** That many whole days later (negative: earlier). Days have no hours, so daylight saving can't shift them. */
export const addDays = (day, days) => Day.parse(new Date(Date.parse(day) + days * msPerDay).toISOString().slice(0, 10));
/** Whole days from `from` to `to`; negative when `to` comes first. */
export const daysBetween = (from, to) => Math.round((Date.parse(to) - Date.parse(from)) / msPerDay);
/** The same day that many years later; 29 February becomes 28 February in a common year. */
export function addYears(day, years) {
    const [year, month, date] = day.split('-').map(Number); // Day's pattern has three parts
    const last = new Date(Date.UTC(year + years, month, 0)).getUTCDate();
    return Day.parse(new Date(Date.UTC(year + years, month - 1, Math.min(date, last))).toISOString().slice(0, 10));
}
/** The same day of the month that many months later; a day the month doesn’t have becomes its last. */
export function addMonths(day, months) {
    const [year, month, date] = day.split('-').map(Number); // Day's pattern has three parts
    const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
    return Day.parse(new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10));
}
