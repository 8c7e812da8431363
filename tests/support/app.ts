/** The whole HTTP application on a test's database, called without a port, and clients that are signed in to it. */
import { type Logger, pino } from 'pino';
import { afterAll } from 'vitest';
import { type ActivityTail, createActivityTail } from '../../server/activity/tail.ts';
import type { TramaApp } from '../../server/app/api.ts';
import { createApp } from '../../server/app/app.ts';
import { createMetrics } from '../../server/app/metrics.ts';
import { type Auth, createAuth } from '../../server/auth/auth.ts';
import type { SessionRoute } from '../../server/auth/session-route.ts';
import { audienceFacts } from '../../server/authority.ts';
import type { World } from '../../server/command.ts';
import { createFeed, type Feed } from '../../server/feed/feed.ts';
import type { Method } from '../../shared/endpoint.ts';
import { password } from './people.ts';

/** The only Origin the tests' application knows. */
export const origin = 'http://trama.test';

export type TestApp = {
  readonly app: TramaApp;
  readonly auth: Auth;
  readonly tail: ActivityTail;
  readonly feed: Feed;
};

export type TestAppOptions = {
  /** The routes under test: those of one domain, or `allRoutes`. */
  readonly routes: (auth: Auth) => readonly SessionRoute[];
  readonly limitAddresses?: boolean;
  readonly heartbeatMs?: number;
  readonly clientFolder?: string;
  readonly ready?: () => Promise<boolean>;
  /** Where the log goes; nowhere unless given. */
  readonly log?: Logger;
};

/** Call it at the top of a file, or in a test with `until` to say when it closes. Every answer is checked against its schema. */
export async function startApp(world: World, options: TestAppOptions): Promise<TestApp> {
  const { routes, limitAddresses = false, heartbeatMs = 15_000 } = options;
  const auth = createAuth(world, { secure: false, limitAddresses });
  const tail = await createActivityTail(world);
  const feed = createFeed({ world, tail, facts: audienceFacts(world.db.orm), heartbeatMs });
  const app = createApp({
    world,
    auth,
    routes: routes(auth),
    checkResponses: true,
    origins: [origin],
    feed,
    metrics: createMetrics(),
    log: options.log ?? pino({ level: 'silent' }),
    ready: options.ready ?? (async () => true),
    clientFolder: options.clientFolder ?? '/nonexistent',
  });
  afterAll(async () => {
    await feed.close();
    await tail.close();
  });
  return { app, auth, tail, feed };
}

export type Answer = { readonly status: number; readonly body: unknown; readonly headers: Headers };

export type Client = {
  /** Sends JSON as a page of ours would: with the cookie and the Origin. `headers` overrides or adds. */
  call(method: Method, path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>;
  readonly cookie: string;
};

/** Somebody's browser: `cookie` empty for nobody. */
export function clientOf(app: TramaApp, cookie = ''): Client {
  return {
    cookie,
    async call(method, path, body, headers = {}) {
      const response = await app.request(path, {
        method,
        headers: {
          ...(cookie && { cookie }),
          origin,
          ...(body !== undefined && { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      });
      const text = await response.text();
      const isJson = /json/.test(response.headers.get('content-type') ?? '');
      return { status: response.status, body: isJson ? JSON.parse(text) : text, headers: response.headers };
    },
  };
}

/** Signs in as a person a builder made, over HTTP; needs the session's routes mounted. */
export async function signIn(app: TramaApp, person: { readonly email: string }): Promise<Client> {
  const { status, headers } = await clientOf(app).call('POST', '/api/session', {
    email: person.email,
    password,
  });
  if (status !== 200) throw new Error(`signing in answered ${status}`);
  return clientOf(app, cookieOf(headers));
}

/** A client whose session was opened without a request, for apps without the session's routes. */
export async function signedInClient(
  { app, auth }: Pick<TestApp, 'app' | 'auth'>,
  person: { readonly email: string },
): Promise<Client> {
  const opened = await auth.signIn(
    { email: person.email, password },
    { address: '127.0.0.1', cookies: null },
  );
  if (!opened.ok) throw new Error(`signing in was refused: ${opened.code}`);
  return clientOf(app, opened.value.cookie.split(';')[0]);
}

/** `name=value` of the cookie an answer sets. */
export function cookieOf(headers: Headers): string {
  const cookie = headers.getSetCookie()[0];
  if (cookie === undefined) throw new Error('the answer sets no cookie');
  return cookie.split(';')[0] ?? '';
}
