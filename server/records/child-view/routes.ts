/** The child's view over HTTP. */
import { childViewEndpoints } from '../../../shared/records/child-view.ts';
import { type Route, serve } from '../../route.ts';
import { readChildren } from './queries.ts';

export const childViewRoutes: Route[] = [
  serve(childViewEndpoints.get, (world, actor, { params }) =>
    readChildren(world.db.orm, actor, params.householdId, world.now()),
  ),
];
