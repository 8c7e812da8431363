/** Signing in and out, and who is signed in. */
import { ok, refuse } from '../../shared/outcome.ts';
import { sessionEndpoints } from '../../shared/records/session.ts';
import { signedInPerson } from '../records/people/queries.ts';
import type { Auth } from './auth.ts';
import { type SessionRoute, serveSigningIn, serveWithSession } from './session-route.ts';

export const sessionRoutes = (auth: Auth): SessionRoute[] => [
  serveSigningIn(sessionEndpoints.signIn, async (world, { body }, exchange) => {
    const opened = await auth.signIn(body, exchange);
    if (!opened.ok) return opened;
    const person = await signedInPerson(world.db.orm, opened.value.personId);
    if (!person) return refuse('wrong-credentials'); // closed in this very moment
    exchange.setCookie(opened.value.cookie);
    return ok(person);
  }),

  serveWithSession(sessionEndpoints.current, async (world, { actor }) => {
    const person = await signedInPerson(world.db.orm, actor.personId);
    return person ? ok(person) : refuse('signed-out');
  }),

  serveWithSession(sessionEndpoints.signOut, async (_world, session, { query }, exchange) => {
    const ended = await auth.signOut(session, { everywhere: query.everywhere === 'true' });
    if (!ended.ok) return ended;
    exchange.setCookie(ended.value.cookie);
    return ok({});
  }),
];
