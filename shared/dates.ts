/** Days and instants as text, the same in the database, the API and the screens. */
import { z } from 'zod';

/** A calendar day in the family's own time (Europe/Rome), `2026-11-21`. */
export const Day = z.iso.date().brand<'Day'>();
export type Day = z.infer<typeof Day>;

/** A moment, always UTC with milliseconds, `2026-11-21T10:00:00.000Z`. */
export const Instant = z.iso.datetime({ precision: 3 }).brand<'Instant'>();
export type Instant = z.infer<typeof Instant>;

const msPerDay = 86_400_000;

export const instantOf = (date: Date): Instant => Instant.parse(date.toISOString());

/** Made once: making one takes a hundred times as long as using it. */
const romanDay = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Rome' });

/** The calendar day it is in Rome at that moment. */
export const dayOf = (date: Date): Day => Day.parse(romanDay.format(date));

/** That many whole days later (negative: earlier). Days have no hours, so daylight saving can't shift them. */
export const addDays = (day: Day, days: number): Day =>
  Day.parse(new Date(Date.parse(day) + days * msPerDay).toISOString().slice(0, 10));

/** Whole days from `from` to `to`; negative when `to` comes first. */
export const daysBetween = (from: Day, to: Day): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / msPerDay);

/** The same day that many years later; 29 February becomes 28 February in a common year. */
export function addYears(day: Day, years: number): Day {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]; // Day's pattern has three parts
  const last = new Date(Date.UTC(year + years, month, 0)).getUTCDate();
  return Day.parse(
    new Date(Date.UTC(year + years, month - 1, Math.min(date, last))).toISOString().slice(0, 10),
  );
}

/** The same day of the month that many months later; a day the month doesn’t have becomes its last. */
export function addMonths(day: Day, months: number): Day {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]; // Day's pattern has three parts
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return Day.parse(
    new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10),
  );
}
