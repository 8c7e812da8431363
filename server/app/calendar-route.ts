/**
 * A calendar at its secret address, over HTTP: for programs that ask again and again, so with validators (RFC 9110 §8.8,
 * §13). The token stands in the address because calendars know no other way; it is in no log of ours, which has the
 * route's pattern.
 */
import type { Context } from 'hono';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { refuse } from '../../shared/outcome.ts';
import type { Auth } from '../auth/auth.ts';
import type { World } from '../command.ts';
import { followEndpoint } from '../records/calendar-feed/follow-endpoint.ts';
import { actorOfFeed, type FollowedCalendar, followCalendar } from '../records/calendar-feed/queries.ts';
import type { TramaApp } from './api.ts';
import { clientAddress, type IsTrustedProxy } from './client-address.ts';
import { parsePart } from './read-request.ts';
import { problemOf, problemResponse } from './statuses.ts';

/** A calendar asks once an hour, some every five minutes, and a person has three or four. */
const asksPerToken = 60;
const windowSeconds = 15 * 60;

export type CalendarRouteOptions = {
  readonly world: World;
  readonly auth: Pick<Auth, 'links'>;
  readonly origins: readonly string[];
  readonly isTrustedProxy?: IsTrustedProxy;
};

export function mountCalendarFeed(app: TramaApp, options: CalendarRouteOptions): void {
  const { world, auth, origins, isTrustedProxy } = options;
  const asked = new RateLimiterMemory({ points: asksPerToken, duration: windowSeconds });
  app.on('GET', followEndpoint.path, async (c) => {
    c.set('route', followEndpoint.path);
    const params = parsePart(followEndpoint.params, c.req.param());
    if (!params.ok) return problemResponse(problemOf(refuse('not-available')));
    const address = clientAddress(c, isTrustedProxy);
    const limited = await auth.links.count(address);
    if (!limited.ok) return problemResponse(problemOf(limited));
    const actor = await actorOfFeed(world.db.orm, params.value.token);
    if (actor === null) return problemResponse(problemOf(refuse('not-available')));
    await auth.links.forgive(address);
    const waitSeconds = await tooOften(asked, actor.personId);
    if (waitSeconds !== null) {
      return problemResponse(problemOf(refuse('slow-down', { retryAfterSeconds: waitSeconds })));
    }
    const origin = origins[0] ?? '';
    return answer(c, await followCalendar(world.db.orm, actor, { origin, now: world.now() }));
  });
}

function answer(c: Context, { text, hash, since }: FollowedCalendar): Response {
  // Weak, because what is compressed on the way has other bytes.
  const etag = `W/"${hash}"`;
  const headers = {
    etag,
    'last-modified': new Date(since).toUTCString(),
    'cache-control': 'private, no-cache',
    'x-content-type-options': 'nosniff',
  };
  if (isKnown(c, etag, since)) return new Response(null, { status: 304, headers });
  return new Response(text, {
    headers: {
      ...headers,
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': 'inline; filename="trama.ics"',
    },
  });
}

/** `If-Modified-Since` counts only without `If-None-Match`, and knows whole seconds (RFC 9110 §13.1.3). */
function isKnown(c: Context, etag: string, since: string): boolean {
  const tags = c.req.header('if-none-match');
  if (tags !== undefined) {
    return tags === '*' || tags.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag.slice(2));
  }
  const had = Date.parse(c.req.header('if-modified-since') ?? '');
  return !Number.isNaN(had) && Math.floor(Date.parse(since) / 1000) * 1000 <= had;
}

async function tooOften(limiter: RateLimiterMemory, who: string): Promise<number | null> {
  try {
    await limiter.consume(who);
    return null;
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) throw error;
    return Math.ceil(error.msBeforeNext / 1000);
  }
}
