/** Invitations: for the administration, and for whoever holds a link. */
import { ok, refuse } from '../../../shared/outcome.ts';
import { invitationEndpoints } from '../../../shared/records/invitations.ts';
import type { Auth } from '../../auth/auth.ts';
import { type SessionRoute, serveSigningIn } from '../../auth/session-route.ts';
import { runCommand } from '../../command.ts';
import { serve, servePublic } from '../../route.ts';
import { acceptInvitation, invitePerson, withdrawInvitation } from './commands.ts';
import { invitationLink } from './link.ts';
import { invitationByToken, invitations, newcomerOf } from './queries.ts';

/** `origin`: the address people reach us at, for links. */
export const invitationRoutes = (auth: Auth, origin: string): SessionRoute[] => [
  serve(invitationEndpoints.list, async ({ db, now }) =>
    ok({ invitations: await invitations(db.orm, now()) }),
  ),

  serve(invitationEndpoints.create, async (world, actor, { body }) => {
    const made = await runCommand(world, actor, (context) => invitePerson(context, body));
    if (!made.ok) return made;
    return ok({ invitation: made.value.invitation, link: invitationLink(origin, made.value.token) });
  }),

  serve(invitationEndpoints.withdraw, (world, actor, { params }) =>
    runCommand(world, actor, (context) => withdrawInvitation(context, params.invitationId)),
  ),

  servePublic(invitationEndpoints.look, async ({ db, now }, { params }) => {
    const found = await invitationByToken(db.orm, params.token, now());
    if (!found) return refuse('link-ended');
    const { email, name, function: itsFunction, screenLanguage } = found;
    return ok({ email, name, function: itsFunction, screenLanguage });
  }),

  serveSigningIn(invitationEndpoints.accept, async (world, { params, body }, exchange) => {
    const found = await invitationByToken(world.db.orm, params.token, world.now());
    if (!found) return refuse('link-ended');
    const opened = await runCommand(world, newcomerOf(found), async (context) => {
      const made = await acceptInvitation(context, params.token, body);
      return made.ok ? ok(await auth.openSession(context, made.value, exchange.cookies)) : made;
    });
    if (!opened.ok) return opened;
    exchange.setCookie(opened.value);
    return ok({});
  }),
];
