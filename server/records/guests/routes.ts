/** Guests over HTTP: for the team, and for a guest, who has a link and then a cookie of her own. */
import { ok } from '../../../shared/outcome.ts';
import { guestEndpoints } from '../../../shared/records/guests.ts';
import type { Auth } from '../../auth/auth.ts';
import { type SessionRoute, serveGuest, serveSigningIn } from '../../auth/session-route.ts';
import { runByNobody, runCommand } from '../../command.ts';
import { serve } from '../../route.ts';
import type { Sends } from '../notifications/routes.ts';
import { decideGuestWords, inviteGuest, makeGuestLink, takeGuestOff } from './commands.ts';
import { readGuests, viewOf } from './queries.ts';
import { leaveAsGuest, openGuestLink, sayAsGuest } from './visit.ts';

/** The token stands behind the `#`, which browsers send to nobody: it is in no log of any server on the way. */
export const guestLink = (origin: string, token: string): string => `${origin}/guest#${token}`;

/** `origin`: the address people reach us at, for links. `sends`: whether this server sends mail. */
export const guestRoutes = (auth: Auth, origin: string, sends: Sends): SessionRoute[] => [
  serve(guestEndpoints.list, (world, actor, { params }) =>
    readGuests(world.db.orm, actor, params, world.now()),
  ),
  serve(guestEndpoints.invite, async (world, actor, { params, body }) => {
    // Without a mail server there is no letter, whatever address was given: then the link is told.
    const email = sends === 'no' ? null : body.email;
    const made = await runCommand(world, actor, (context) =>
      inviteGuest(context, { ...params, ...body, email }),
    );
    if (!made.ok) return made;
    const { guest, token } = made.value;
    const isTold = token !== null && !(guest.mailed && sends === 'yes');
    return ok({ guest, link: isTold ? guestLink(origin, token) : null });
  }),
  serve(guestEndpoints.makeLink, async (world, actor, { params }) => {
    const made = await runCommand(world, actor, (context) => makeGuestLink(context, params));
    return made.ok ? ok({ link: guestLink(origin, made.value.token) }) : made;
  }),
  serve(guestEndpoints.takeOff, (world, actor, { params }) =>
    runCommand(world, actor, (context) => takeGuestOff(context, params)),
  ),
  serve(guestEndpoints.decideWords, (world, actor, { params, body }) =>
    runCommand(world, actor, (context) => decideGuestWords(context, { ...params, ...body })),
  ),

  serveSigningIn(guestEndpoints.open, async (world, { body }, exchange) => {
    const tries = await auth.links.count(exchange.address);
    if (!tries.ok) return tries;
    const opened = await runByNobody(world, (occasion) => openGuestLink(occasion, body.token));
    if (!opened.ok) return opened;
    await auth.links.forgive(exchange.address);
    const { secret, language, opensAt } = opened.value;
    if (secret !== null) exchange.setCookie(auth.guestCookie(secret));
    return ok({ language, opensAt });
  }),
  serveGuest(guestEndpoints.see, async (world, guest) => ok(await viewOf(world.db.orm, guest))),
  serveGuest(guestEndpoints.say, (world, guest, { body }) =>
    runByNobody(world, (occasion) => sayAsGuest(occasion, guest, body)),
  ),
  serveGuest(guestEndpoints.leave, async (world, guest, _request, exchange) => {
    const left = await runByNobody(world, (occasion) => leaveAsGuest(occasion, guest));
    if (left.ok) exchange.setCookie(auth.guestCookie(null));
    return left;
  }),
];
