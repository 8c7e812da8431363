/** Letters by mail: ending what one may stop getting, and reading, in a demo, what isn't sent. */
import { z } from 'zod';
import { Instant } from '../dates.ts';
import { endpoint } from '../endpoint.ts';
import { nothing } from './shapes.ts';

export const letterEndpoints = {
  mine: endpoint({
    method: 'GET',
    path: '/api/letters',
    summary:
      'In a demo only: letters to me, and to people without an account, that a server with mail would send.',
    policy: { kind: 'signed-in' },
    params: nothing,
    query: nothing,
    body: nothing,
    response: z.object({
      letters: z.array(
        z.object({
          id: z.uuid(),
          at: Instant,
          /** The address of somebody without an account; null: to me. */
          to: z.string().nullable(),
          subject: z.string(),
          text: z.string(),
          attachments: z.array(z.string()),
        }),
      ),
    }),
  }),
  /** One-click unsubscribe (RFC 8058): posted by the reader's mail program, which has no session and no page of ours. */
  unsubscribe: endpoint({
    method: 'POST',
    path: '/api/letters/unsubscribe',
    summary:
      'Ends mail about what isn’t read, for whoever holds the key of such a mail. An unknown key answers alike.',
    policy: { kind: 'sender-key' },
    params: nothing,
    query: z.strictObject({ key: z.uuid() }),
    body: nothing,
    ignoresBody: true,
    response: z.object({}),
  }),
};
