/** The network map over time, over HTTP. */
import { mapHistoryEndpoints } from '../../../shared/records/map-history.ts';
import { runCommand } from '../../command.ts';
import { type Route, serve } from '../../route.ts';
import { takeSnapshot } from './commands.ts';
import { readMapOn, readSnapshots } from './queries.ts';

export const mapHistoryRoutes: Route[] = [
  serve(mapHistoryEndpoints.snapshots, (world, actor, { params }) =>
    readSnapshots(world.db.orm, actor, params.householdId),
  ),
  serve(mapHistoryEndpoints.take, (world, actor, { params, body }) =>
    runCommand(world, actor, (context) => takeSnapshot(context, { ...params, ...body })),
  ),
  serve(mapHistoryEndpoints.on, (world, actor, { params, query }) =>
    readMapOn(world.db.orm, actor, params.householdId, query, world.now()),
  ),
];
