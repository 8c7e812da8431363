/** How the secret address describes itself: text for calendars, so it is no route of the contract, but it has a policy. */
import { z } from 'zod';
import { endpoint } from '../../../shared/endpoint.ts';
import { nothing } from '../../../shared/records/shapes.ts';

export const followEndpoint = endpoint({
  method: 'GET',
  path: '/api/calendar-feed/:token/trama.ics',
  summary:
    'One person’s calendar (RFC 5545), for whoever holds its address. An address that was withdrawn answers as one that never was.',
  policy: { kind: 'public' },
  params: z.strictObject({ token: z.string().min(20).max(100) }),
  query: nothing,
  body: nothing,
  response: z.string(),
});

export const addressOfFeed = (origin: string, token: string): string =>
  `${origin}${followEndpoint.path.replace(':token', token)}`;
