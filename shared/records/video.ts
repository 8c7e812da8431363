/** The video rooms that pages may show inside a conference: those of one server that the operator named. */
import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { nothing } from './shapes.ts';

export const videoEndpoints = {
  get: endpoint({
    method: 'GET',
    path: '/api/video',
    summary: 'Address of the Jitsi server whose rooms may be shown inside a conference, if there is one.',
    policy: { kind: 'public' },
    params: nothing,
    query: nothing,
    body: nothing,
    response: z.object({ origin: z.string().nullable() }),
  }),
};
