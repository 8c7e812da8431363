/** Call statistics over HTTP. */
import { ok } from '../../../shared/outcome.ts';
import { callStatisticsEndpoints } from '../../../shared/records/call-statistics.ts';
import { type Route, serve } from '../../route.ts';
import { readCallStatistics } from './queries.ts';

export const callStatisticsRoutes: Route[] = [
  serve(callStatisticsEndpoints.read, async (world, _actor, { query }) =>
    ok(await readCallStatistics(world.db.orm, query, world.now())),
  ),
];
