/**
 * How every route of the contract is answered: origin, session, policy, schemas, then the domain's own answer. In that
 * order, so that whoever may not call a route learns nothing of what it takes.
 */
import { isDeepStrictEqual } from 'node:util';
import type { Context, Hono } from 'hono';
import type { Actor } from '../../shared/access.ts';
import { assert } from '../../shared/assert.ts';
import { type Outcome, refuse } from '../../shared/outcome.ts';
import type { Auth } from '../auth/auth.ts';
import type { SessionRoute } from '../auth/session-route.ts';
import type { World } from '../command.ts';
import { guestOfCookies } from '../records/guests/session.ts';
import { FileAnswer } from '../route.ts';
import { clientAddress, type IsTrustedProxy } from './client-address.ts';
import { meetsPolicy } from './policy.ts';
import { parsePart, parseRequest } from './read-request.ts';
import { problemOf, problemResponse } from './statuses.ts';

/** Hono, with the pattern of the route that answers, for the log and the metrics. */
export type TramaApp = Hono<{ Variables: { route?: string } }>;

export type ApiOptions = {
  readonly world: World;
  readonly auth: Auth;
  readonly routes: readonly SessionRoute[];
  /** Whose `X-Forwarded-For` counts; without it, this machine's own. */
  readonly isTrustedProxy?: IsTrustedProxy;
  /** Checks that every answer is exactly what its schema says: in tests. */
  readonly checkResponses: boolean;
};

/** Mounts the routes. Two for one method and path are a mistake of ours. */
export function mountApi(app: TramaApp, options: ApiOptions): void {
  const mounted = new Set<string>();
  for (const route of options.routes) {
    const { method, path } = route.endpoint;
    assert(!mounted.has(`${method} ${path}`), `${method} ${path} is mounted once`);
    mounted.add(`${method} ${path}`);
    app.on(method, path, (c) => {
      c.set('route', path);
      return answerRoute(route, c, options);
    });
  }
}

async function answerRoute(route: SessionRoute, c: Context, options: ApiOptions): Promise<Response> {
  const { endpoint } = route;
  const { kind } = endpoint.policy;
  const needsSession = !['public', 'sender-key', 'guest'].includes(kind);
  const cookies = kind === 'sender-key' ? null : (c.req.header('cookie') ?? null);
  // One of the two: a person's session opens no guest's route, and a guest's cookie no person's.
  const session = kind === 'guest' ? null : await options.auth.sessionOf(cookies);
  const { db, now } = options.world;
  const guest = kind === 'guest' ? await guestOfCookies(db.orm, cookies, now()) : null;
  const setCookies: string[] = [];
  const exchange = {
    cookies,
    authorization: c.req.header('authorization') ?? null,
    session,
    guest,
    address: clientAddress(c, options.isTrustedProxy),
    setCookie: (value: string) => void setCookies.push(value),
  };
  const outcome = await decide();
  const response = outcome.ok ? answerOf(outcome.value) : problemResponse(problemOf(outcome));
  response.headers.set('cache-control', 'no-store');
  for (const cookie of setCookies) response.headers.append('set-cookie', cookie);
  return response;

  async function decide(): Promise<Outcome<unknown>> {
    const actor: Actor | null = session?.actor ?? null;
    if (actor === null && needsSession) return refuse('signed-out');
    if (guest === null && kind === 'guest') return refuse('link-ended');
    const params = parsePart(endpoint.params, c.req.param());
    if (!params.ok) return refuse('not-available'); // an id that can't be one names nothing
    const allowed = await meetsPolicy(options.world.db.orm, endpoint.policy, actor, params.value);
    if (!allowed.ok) return allowed;
    const request = await parseRequest(endpoint, c, params.value);
    if (!request.ok) return request;
    const answer = await route.answer(options.world, actor, request.value, exchange);
    if (answer.ok && options.checkResponses && !endpoint.answersFile) checkAnswer(route, answer.value);
    return answer;
  }
}

const answerOf = (value: unknown): Response =>
  value instanceof FileAnswer ? fileResponse(value) : Response.json(value);

/** To save, never to show: a file somebody sent must not run in our name. */
function fileResponse({ name, type, bytes }: FileAnswer): Response {
  const disposition = `attachment; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16)}`)}`;
  return new Response(bytes.slice(), {
    headers: {
      'content-type': type,
      'content-disposition': disposition,
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
    },
  });
}

/** An answer that says more than its schema would leak what nobody declared. */
function checkAnswer({ endpoint }: SessionRoute, value: unknown): void {
  const sent: unknown = JSON.parse(JSON.stringify(value));
  const parsed = endpoint.response.parse(sent);
  const same = isDeepStrictEqual(JSON.parse(JSON.stringify(parsed)), sent);
  assert(
    same,
    `${endpoint.method} ${endpoint.path} answers what its schema says and no more: ${JSON.stringify(value)}`,
  );
}
