/** Referrals over HTTP: for the team, and for the body that is asked, which has a link and no session. */
import { type Outcome, ok } from '../../../shared/outcome.ts';
import { answerEndpoints } from '../../../shared/records/answers.ts';
import { referralEndpoints } from '../../../shared/records/referrals.ts';
import type { Auth } from '../../auth/auth.ts';
import { type SessionRoute, serveSigningIn } from '../../auth/session-route.ts';
import { runByNobody, runCommand } from '../../command.ts';
import { serve } from '../../route.ts';
import { readAsked } from './asked.ts';
import { changeReferral, requestReferral, updateReferral } from './commands.ts';
import { answerLink, answerReferral, endAnswerLink, makeAnswerLink } from './links.ts';
import { readReferrals } from './queries.ts';

/** `origin`: the address people reach us at, for links. */
export const referralRoutes = (auth: Auth, origin: string): SessionRoute[] => [
  serve(referralEndpoints.list, (world, actor, { params }) =>
    readReferrals(world.db.orm, actor, params.householdId),
  ),
  serve(referralEndpoints.request, (world, actor, { params, body }) =>
    runCommand(world, actor, (context) => requestReferral(context, { ...params, ...body })),
  ),
  serve(referralEndpoints.change, (world, actor, { params, body }) =>
    runCommand(world, actor, (context) => changeReferral(context, params, body)),
  ),
  serve(referralEndpoints.update, (world, actor, { params, body }) =>
    runCommand(world, actor, (context) => updateReferral(context, { ...params, ...body })),
  ),
  serve(referralEndpoints.makeLink, async (world, actor, { params }) => {
    const made = await runCommand(world, actor, (context) => makeAnswerLink(context, params));
    if (!made.ok) return made;
    return ok({ link: answerLink(origin, made.value.token), expiresAt: made.value.expiresAt });
  }),
  serve(referralEndpoints.endLink, (world, actor, { params }) =>
    runCommand(world, actor, (context) => endAnswerLink(context, params)),
  ),

  serveSigningIn(answerEndpoints.look, (world, { params }, { address }) =>
    withinLimits(auth, address, () => readAsked(world.db.orm, params.token, world.now())),
  ),
  serveSigningIn(answerEndpoints.answer, (world, { params, body }, { address }) =>
    withinLimits(auth, address, () =>
      runByNobody(world, (occasion) => answerReferral(occasion, params.token, body)),
    ),
  ),
];

/** Links can't be guessed by trying: an address has a number of tries, and gets back those that found one. */
async function withinLimits<T>(
  auth: Auth,
  address: string,
  work: () => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  const tries = await auth.links.count(address);
  if (!tries.ok) return tries;
  const outcome = await work();
  if (outcome.ok) await auth.links.forgive(address);
  return outcome;
}
