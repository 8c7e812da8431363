/** What one was told, and how one wants to hear of it, over HTTP. `sends`: whether this server sends mail. */
import { ok } from '../../../shared/outcome.ts';
import { notificationEndpoints } from '../../../shared/records/notifications.ts';
import { runCommand, type World } from '../../command.ts';
import { type Route, serve } from '../../route.ts';
import { changeWatch, changeWish, markAllRead, markNotifications } from './commands.ts';
import { countUnread, readNotifications, readWatch, readWish } from './queries.ts';

export type Sends = 'yes' | 'no' | 'demo';

export const notificationRoutes = (sends: Sends): Route[] => [
  serve(notificationEndpoints.list, async ({ db }, actor, { query }) =>
    ok({ notifications: await readNotifications(db.orm, actor, query.only) }),
  ),
  serve(notificationEndpoints.count, async ({ db }, actor) =>
    ok({ unread: await countUnread(db.orm, actor) }),
  ),
  serve(notificationEndpoints.mark, async (world, actor, { body }) => {
    const marked = await runCommand(world, actor, (context) => markNotifications(context, body));
    tellPages(world, actor.personId);
    return marked;
  }),
  serve(notificationEndpoints.markAll, async (world, actor, { body }) => {
    const marked = await runCommand(world, actor, (context) => markAllRead(context, body.until));
    tellPages(world, actor.personId);
    return marked;
  }),
  serve(notificationEndpoints.wish, async ({ db }, actor) =>
    ok({ ...(await readWish(db.orm, actor)), sends }),
  ),
  serve(notificationEndpoints.changeWish, (world, actor, { body }) =>
    runCommand(world, actor, (context) => changeWish(context, body)),
  ),
  serve(notificationEndpoints.watch, async ({ db }, actor, { params }) =>
    ok({ level: await readWatch(db.orm, actor.personId, params.householdId) }),
  ),
  serve(notificationEndpoints.changeWatch, (world, actor, { params, body }) =>
    runCommand(world, actor, (context) => changeWatch(context, { ...params, ...body })),
  ),
];

/** Their other pages count anew. */
const tellPages = ({ bus }: World, personId: Parameters<typeof readWatch>[1]): void =>
  bus.publish({ kind: 'notified', personIds: [personId] });
