/** Requests that change something come from our own pages: their Origin is one of the list, exactly. */
import type { MiddlewareHandler } from 'hono';
import { refuse } from '../../shared/outcome.ts';
import { problemOf, problemResponse } from './statuses.ts';

const reading = new Set(['GET', 'HEAD', 'OPTIONS']);

export function checkOrigin(origins: readonly string[]): MiddlewareHandler {
  const ours = new Set(origins);
  return async (c, next) => {
    if (!reading.has(c.req.method) && !ours.has(c.req.header('origin') ?? '')) {
      return problemResponse(problemOf(refuse('wrong-origin')));
    }
    return next();
  };
}
