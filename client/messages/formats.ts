/**
 * Dates, times, money and lists as the reader's language writes them. Days have no hour and are never shifted;
 * instants are shown in the families' own time, Europe/Rome, wherever the reader sits.
 */
import { type Language, locales } from './languages.ts';

/** A calendar day (`2026-11-21`), an instant in ISO 8601, or a Date. */
export type Moment = string | Date;
/** `short` 4 nov · `long` 4 novembre 2026 · `weekday` mercoledì 4 novembre · `month` novembre 2026 · `numeric` 04/11/2026 */
export type DateStyle = 'short' | 'long' | 'weekday' | 'month' | 'numeric';

const dateOptions: Record<DateStyle, Intl.DateTimeFormatOptions> = {
  short: { day: 'numeric', month: 'short' },
  long: { day: 'numeric', month: 'long', year: 'numeric' },
  weekday: { weekday: 'long', day: 'numeric', month: 'long' },
  month: { month: 'long', year: 'numeric' },
  numeric: { day: '2-digit', month: '2-digit', year: 'numeric' },
};

const rome = 'Europe/Rome';
const msPerDay = 86_400_000;
const isDay = (moment: Moment): boolean => typeof moment === 'string' && moment.length === 10;
const zoneOf = (moment: Moment): string => (isDay(moment) ? 'UTC' : rome);
const asDate = (moment: Moment): Date => (typeof moment === 'string' ? new Date(moment) : moment);

/** The calendar day a moment falls on, as a count of days since 1970: two of them subtract to whole days. */
function dayNumber(moment: Moment): number {
  if (isDay(moment)) return Math.round(asDate(moment).getTime() / msPerDay);
  const day = new Intl.DateTimeFormat('sv-SE', { timeZone: rome }).format(asDate(moment));
  return Math.round(Date.parse(day) / msPerDay);
}

export type Formats = {
  date(moment: Moment, style?: DateStyle): string;
  /** Hours and minutes in Rome. */
  time(instant: Moment): string;
  dateTime(instant: Moment): string;
  /** The name of a day of the week. */
  weekdayName(day: Moment): string;
  /** "today", "in 3 days", "yesterday" up to a week away, then the date. `today` is a moment too. */
  relativeDay(moment: Moment, today: Moment): string;
  /** "2 minutes ago" within the hour, "3 hours ago" within the day, then as `relativeDay`. */
  relativeTime(instant: Moment, now: Moment): string;
  /** Euro from integer cents; no decimals when there are none. */
  cents(cents: number): string;
  number(value: number): string;
  /** A share between 0 and 1, as a percentage. */
  share(value: number): string;
  /** "a, b and c". */
  list(items: readonly string[]): string;
};

export function createFormats(language: Language): Formats {
  const locale = locales[language];
  const formats = new Map<string, Intl.DateTimeFormat>();
  const dateFormat = (options: Intl.DateTimeFormatOptions, timeZone: string) => {
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
  const comma = language === 'ar' ? '،' : ',';
  const and = new Intl.ListFormat(locale, { type: 'conjunction' });

  const date: Formats['date'] = (moment, style = 'short') =>
    dateFormat(dateOptions[style], zoneOf(moment)).format(asDate(moment));
  const time: Formats['time'] = (instant) =>
    dateFormat({ hour: '2-digit', minute: '2-digit' }, rome).format(asDate(instant));
  const relativeDay: Formats['relativeDay'] = (moment, today) => {
    const days = dayNumber(moment) - dayNumber(today);
    if (Math.abs(days) <= 7) return relative.format(days, 'day');
    const sameYear = asDate(moment).getUTCFullYear() === asDate(today).getUTCFullYear();
    return sameYear
      ? date(moment)
      : dateFormat({ ...dateOptions.short, year: 'numeric' }, zoneOf(moment)).format(asDate(moment));
  };

  return {
    date,
    time,
    weekdayName: (day) => dateFormat({ weekday: 'long' }, zoneOf(day)).format(asDate(day)),
    dateTime: (instant) => `${date(instant)}${comma} ${time(instant)}`,
    relativeDay,
    relativeTime: (instant, now) => {
      const minutes = Math.round((asDate(instant).getTime() - asDate(now).getTime()) / 60_000);
      if (Math.abs(minutes) < 60) return relative.format(minutes, 'minute');
      const sameDay = dayNumber(instant) === dayNumber(now);
      return sameDay ? relative.format(Math.round(minutes / 60), 'hour') : relativeDay(instant, now);
    },
    cents: (cents) => currency.format(cents / 100),
    number: (value) => plainNumber.format(value),
    share: (value) => percent.format(value),
    list: (items) => and.format(items),
  };
}
