/** /api/feed over HTTP: the session, where to resume, and the stream. */
import { stream } from 'hono/streaming';
import { refuse } from '../../shared/outcome.ts';
import type { Auth } from '../auth/auth.ts';
import type { Feed } from '../feed/feed.ts';
import { feedEndpoint } from '../feed/feed-endpoint.ts';
import type { TramaApp } from './api.ts';
import { parsePart, readQuery } from './read-request.ts';
import { problemOf, problemResponse } from './statuses.ts';

export function mountFeed(app: TramaApp, { auth, feed }: { readonly auth: Auth; readonly feed: Feed }): void {
  app.on('GET', feedEndpoint.path, async (c) => {
    c.set('route', feedEndpoint.path);
    if (c.req.method !== 'GET') return problemResponse(problemOf(refuse('not-available')));
    const session = await auth.sessionOf(c.req.header('cookie') ?? null);
    if (!session) return problemResponse(problemOf(refuse('signed-out')));
    const query = parsePart(feedEndpoint.query, readQuery(c));
    if (!query.ok) return problemResponse(problemOf(query));

    c.header('content-type', 'text/event-stream');
    c.header('cache-control', 'no-store, no-transform');
    c.header('x-accel-buffering', 'no'); // a proxy that gathers would hold events back
    return stream(c, async (output) => {
      const gone = new AbortController();
      output.onAbort(() => gone.abort());
      await feed.serve({
        actor: session.actor,
        isLive: () => auth.isLive(session.sessionId),
        from: lastEventId(c.req.header('last-event-id')) ?? query.value.since ?? null,
        write: (text) => output.write(text),
        signal: gone.signal,
      });
      // What a reader that stands still never took would keep the socket open.
      const closed = await Promise.race([output.close().then(() => true), afterMs(1_000).then(() => false)]);
      if (!closed) dropConnection(c.env);
    });
  });
}

function lastEventId(header: string | undefined): number | null {
  return header !== undefined && /^\d{1,15}$/.test(header) ? Number(header) : null;
}

const afterMs = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms).unref());

/** Closes the socket under the stream. Without a port, as in tests, there is none. */
function dropConnection(env: unknown): void {
  const { outgoing } = (env ?? {}) as { outgoing?: { destroy(): void } }; // @hono/node-server's bindings
  outgoing?.destroy();
}
