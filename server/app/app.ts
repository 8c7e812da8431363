/** The HTTP application: the routes of the contract, the live feed, the built client, and what operators ask. */
import { Hono } from 'hono';
import { compress } from 'hono/compress';
import type { Logger } from 'pino';
import { type Outcome, refuse } from '../../shared/outcome.ts';
import { isConnectionLost } from '../db/connect.ts';
import type { Feed } from '../feed/feed.ts';
import { feedEndpoint } from '../feed/feed-endpoint.ts';
import { type ApiOptions, mountApi, type TramaApp } from './api.ts';
import { errorForLog } from './error-for-log.ts';
import { mountFeed } from './feed-route.ts';
import type { Metrics } from './metrics.ts';
import { openApiOf } from './openapi.ts';
import { checkOrigin } from './origin.ts';
import { securityHeaders } from './security-headers.ts';
import { createStaticClient } from './static-client.ts';
import { brokenProblem, problemOf, problemResponse } from './statuses.ts';

export type AppOptions = ApiOptions & {
  /** Exactly these may change something (`PUBLIC_ORIGIN`). */
  readonly origins: readonly string[];
  readonly feed: Feed;
  readonly metrics: Metrics;
  readonly log: Logger;
  /** Whether requests can be answered now: the database is there and migrated, and we aren't closing. */
  readonly ready: () => Promise<boolean>;
  /** Folder of the built client. */
  readonly clientFolder: string;
  /** A Jitsi server whose rooms our pages may frame, with camera and microphone. */
  readonly videoOrigin?: string | null;
};

export function createApp(options: AppOptions): TramaApp {
  const { metrics, log, origins } = options;
  const app: TramaApp = new Hono();

  app.use(async (c, next) => {
    const began = performance.now();
    await next();
    const seconds = (performance.now() - began) / 1000;
    // The pattern, never the address: a query holds words somebody searched for.
    const line = { method: c.req.method, route: c.var.route ?? 'other', status: c.res.status };
    metrics.answered(line, seconds);
    log.debug({ ...line, ms: Math.round(seconds * 1000) }, 'answered');
  });
  app.use(securityHeaders(origins, options.videoOrigin ?? null));
  const endpoints = options.routes.map(({ endpoint }) => endpoint);
  app.use('/api/*', checkOrigin(origins, endpoints));
  app.use('/api/*', compress());

  app.get('/healthz', (c) => c.text('ok'));
  app.get('/readyz', async (c) =>
    (await options.ready()) ? c.text('ready') : problemResponse(problemOf(refuse('not-ready'))),
  );
  app.get('/metrics', async () => {
    const headers = { 'content-type': metrics.contentType };
    return new Response(await metrics.text(), { headers });
  });

  mountApi(app, options);
  mountFeed(app, options);
  const openApi = openApiOf([...endpoints, feedEndpoint]);
  app.get('/api/openapi.json', (c) => c.json(openApi));
  app.all('/api/*', notAvailable);

  const client = createStaticClient(options.clientFolder);
  app.get('*', async (c) => (await client(c)) ?? notAvailable());
  app.notFound(notAvailable);
  app.onError((error, c) => {
    if (isConnectionLost(error)) {
      log.warn(
        { error: errorForLog(error), method: c.req.method, route: c.var.route },
        'the database was gone',
      );
      return problemResponse(problemOf(refuse('not-ready', { retryAfterSeconds: 1 })));
    }
    metrics.broke();
    log.error({ error: errorForLog(error), method: c.req.method, route: c.var.route }, 'a request met a bug');
    return problemResponse(brokenProblem);
  });
  return app;
}

const notAvailable = (): Response =>
  problemResponse(problemOf(refuse('not-available') satisfies Outcome<never>));
