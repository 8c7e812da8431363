/** One's own calendar at a secret address, for the calendar one uses every day (X22). */
import { z } from 'zod';
import { Instant } from '../dates.ts';
import { endpoint } from '../endpoint.ts';
import { event } from '../event.ts';
import { PersonId } from '../ids.ts';
import { Empty, nothing } from './shapes.ts';

export const CalendarFeed = z.object({ madeAt: Instant });
export type CalendarFeed = z.infer<typeof CalendarFeed>;

export const calendarFeedEndpoints = {
  get: endpoint({
    method: 'GET',
    path: '/api/calendar-feed',
    summary:
      'Whether my calendar can be followed from outside, and since when. Never the address: it is told once.',
    policy: { kind: 'signed-in' },
    params: nothing,
    query: nothing,
    body: nothing,
    response: z.object({ feed: CalendarFeed.nullable() }),
  }),
  make: endpoint({
    method: 'POST',
    path: '/api/calendar-feed',
    summary: 'Makes the address, told this once. The one there was answers nothing from now on.',
    policy: { kind: 'signed-in' },
    params: nothing,
    query: nothing,
    body: nothing,
    response: CalendarFeed.extend({ address: z.url() }),
  }),
  withdraw: endpoint({
    method: 'DELETE',
    path: '/api/calendar-feed',
    summary: 'The address answers nothing any more.',
    policy: { kind: 'signed-in' },
    params: nothing,
    query: nothing,
    body: nothing,
    response: Empty,
  }),
};

export const calendarFeedEvents = [
  event('calendar-feed.made', { personId: PersonId }),
  event('calendar-feed.withdrawn', { personId: PersonId }),
] as const;
