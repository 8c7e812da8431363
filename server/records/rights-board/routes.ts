/** The rights board over HTTP. */
import { rightsBoardEndpoints } from '../../../shared/records/rights-board.ts';
import { type Route, serve } from '../../route.ts';
import { readRightsBoard } from './queries.ts';

export const rightsBoardRoutes: Route[] = [
  serve(rightsBoardEndpoints.get, (world, actor, { params }) =>
    readRightsBoard(world.db.orm, actor, params.householdId, world.now()),
  ),
];
