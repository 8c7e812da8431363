/** What the bell asks: a leaf, so that the first page doesn’t load every kind of notification with it. */
import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { nothing } from './shapes.ts';

/** The bell counts no further. */
export const mostCounted = 99;

export const notificationCount = endpoint({
  method: 'GET',
  path: '/api/notifications/count',
  summary: `How many notifications I haven’t read; ${mostCounted + 1} when there are more.`,
  policy: { kind: 'signed-in' },
  params: nothing,
  query: nothing,
  body: nothing,
  response: z.object({ unread: z.int() }),
});
