/** One's own calendar over HTTP: making its address. What answers there is server/app/calendar-route.ts. */
import { ok } from '../../../shared/outcome.ts';
import { calendarFeedEndpoints } from '../../../shared/records/calendar-feed.ts';
import { runCommand } from '../../command.ts';
import { type Route, serve } from '../../route.ts';
import { makeFeed, withdrawFeed } from './commands.ts';
import { addressOfFeed } from './follow-endpoint.ts';
import { readFeed } from './queries.ts';

/** `origin`: the address people reach us at, for links. */
export const calendarFeedRoutes = (origin: string): Route[] => [
  serve(calendarFeedEndpoints.get, async ({ db }, actor) =>
    ok({ feed: await readFeed(db.orm, actor.personId) }),
  ),
  serve(calendarFeedEndpoints.make, async (world, actor) => {
    const made = await runCommand(world, actor, makeFeed);
    if (!made.ok) return made;
    const { token, madeAt } = made.value;
    return ok({ address: addressOfFeed(origin, token), madeAt });
  }),
  serve(calendarFeedEndpoints.withdraw, (world, actor) => runCommand(world, actor, withdrawFeed)),
];
