/** The demo's dates count from the day it is loaded, so that the network is always at work today. */
import { z } from 'zod';
import { addDays, type Day, dayOf } from '../../shared/dates.ts';

/** `{"day": -37}` is 37 days before today; with a time it is a moment in Europe/Rome. */
export const StoryDate = z.object({ day: z.int(), time: z.string().optional() });
export type StoryDate = z.infer<typeof StoryDate>;

export type StoryCalendar = {
  readonly today: Day;
  /** The calendar day of a date. */
  dayOf(date: StoryDate): Day;
  /** The moment of a date, at its own time or the given one (`09:30`); never later than now. */
  momentOf(date: StoryDate, time: string): Date;
  /** The same, for what is planned: it may lie ahead. */
  plannedMomentOf(date: StoryDate, time: string): Date;
};

/** A calendar in which day 0 is the day `now` is in. */
export function storyCalendar(now: Date): StoryCalendar {
  const today = dayOf(now);
  const planned = (date: StoryDate, time: string) => inRome(addDays(today, date.day), date.time ?? time);
  return {
    today,
    dayOf: ({ day }) => addDays(today, day),
    plannedMomentOf: planned,
    momentOf: (date, time) => new Date(Math.min(planned(date, time).getTime(), now.getTime())),
  };
}

const romanClock = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Rome',
  dateStyle: 'short',
  timeStyle: 'medium',
});

/** What the clock on a wall in Rome showed. Hours that a change of daylight saving skips or doubles come out an hour off. */
function inRome(day: Day, time: string): Date {
  const asIfUtc = Date.parse(`${day}T${time}:00Z`);
  const shown = Date.parse(`${romanClock.format(asIfUtc).replace(' ', 'T')}Z`);
  return new Date(asIfUtc - (shown - asIfUtc));
}
