/** The log over HTTP. */
import { activityEndpoints } from '../../../shared/activity.ts';
import { ok } from '../../../shared/outcome.ts';
import { type Route, serve } from '../../route.ts';
import { namesIn } from './names.ts';
import { ofHousehold, ofReader, present } from './queries.ts';

export const activityRoutes: Route[] = [
  serve(activityEndpoints.ofHousehold, async ({ db: { orm } }, actor, { params, query }) => {
    const page = { before: query.before, limit: query.limit };
    const entries = await ofHousehold(orm, actor, params.householdId, page);
    return ok({ entries: await present(orm, entries), names: await namesIn(orm, actor, entries) });
  }),

  serve(activityEndpoints.mine, async ({ db: { orm } }, actor, { query }) => {
    const entries = await ofReader(orm, actor, { before: query.before, limit: query.limit });
    return ok({ entries: await present(orm, entries), names: await namesIn(orm, actor, entries) });
  }),
];
