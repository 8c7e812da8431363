/**
 * Requests that change something come from our own pages: their Origin is one of the list, exactly. Only calls that no
 * cookie counts for are exempt, by their endpoint's declared policy.
 */
import type { MiddlewareHandler } from 'hono';
import type { Endpoint } from '../../shared/endpoint.ts';
import { refuse } from '../../shared/outcome.ts';
import { problemOf, problemResponse } from './statuses.ts';

const reading = new Set(['GET', 'HEAD', 'OPTIONS']);

export function checkOrigin(origins: readonly string[], endpoints: readonly Endpoint[]): MiddlewareHandler {
  const ours = new Set(origins);
  const byKey = endpoints.filter(({ policy }) => policy.kind === 'sender-key');
  const exempt = new Set(byKey.map(({ method, path }) => `${method} ${path}`));
  return async (c, next) => {
    const { method, path } = c.req;
    if (!reading.has(method) && !ours.has(c.req.header('origin') ?? '') && !exempt.has(`${method} ${path}`)) {
      return problemResponse(problemOf(refuse('wrong-origin')));
    }
    return next();
  };
}
