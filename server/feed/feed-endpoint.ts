/** How /api/feed describes itself: a stream, so it is no route of the contract, but it has a policy like any other. */
import { z } from 'zod';
import { FeedMessage } from '../../shared/activity.ts';
import { endpoint } from '../../shared/endpoint.ts';
import { nothing } from '../../shared/records/shapes.ts';

export const feedEndpoint = endpoint({
  method: 'GET',
  path: '/api/feed',
  summary:
    'Server-sent events: that something happened and to what. Resumes after `Last-Event-ID` (or `since`); without one it begins now and says where in an event `ready`.',
  policy: { kind: 'signed-in' },
  params: nothing,
  query: z.strictObject({ since: z.coerce.number().int().min(0).optional() }),
  body: nothing,
  response: FeedMessage,
});
