/** A household's states over HTTP. */
import { statusChangeEndpoints } from '../../../shared/records/status-changes.ts';
import { type Route, serve } from '../../route.ts';
import { readStatusChanges } from './queries.ts';

export const statusChangeRoutes: Route[] = [
  serve(statusChangeEndpoints.list, (world, actor, { params }) =>
    readStatusChanges(world.db.orm, actor, params.householdId),
  ),
];
