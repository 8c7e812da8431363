/** Colleagues, one's own settings, and accounts for the administration. */
import { ok } from '../../../shared/outcome.ts';
import { personEndpoints } from '../../../shared/records/people.ts';
import type { Auth } from '../../auth/auth.ts';
import { runCommand } from '../../command.ts';
import { type Route, serve } from '../../route.ts';
import { changeAccount, changeScreenLanguage } from './commands.ts';
import { accounts, colleagues } from './queries.ts';

export const personRoutes = (auth: Auth): Route[] => [
  serve(personEndpoints.colleagues, async ({ db }, actor, { query }) => {
    // A family has its team on its own page; the directory of workers is for workers.
    if (actor.function === 'family') return ok({ people: [] });
    const { q: words, function: wanted, bodyId } = query;
    return ok({ people: await colleagues(db.orm, { words, function: wanted, bodyId }) });
  }),

  serve(personEndpoints.accounts, async ({ db }, _actor, { query }) =>
    ok({ people: await accounts(db.orm, query.q) }),
  ),

  serve(personEndpoints.changeAccount, (world, actor, { params, body }) =>
    runCommand(world, actor, async (context) => {
      const changed = await changeAccount(context, params.personId, body);
      if (changed.ok && body.active === false) await auth.endSessionsOf(context, params.personId);
      return changed;
    }),
  ),

  serve(personEndpoints.changeMine, (world, actor, { body }) =>
    runCommand(world, actor, (context) => changeScreenLanguage(context, body.screenLanguage)),
  ),
];
