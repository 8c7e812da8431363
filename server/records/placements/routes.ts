/** Placements over HTTP. */
import { ok } from '../../../shared/outcome.ts';
import { placementEndpoints } from '../../../shared/records/placement-endpoints.ts';
import { runCommand } from '../../command.ts';
import { type Route, serve } from '../../route.ts';
import { bookPlacement } from './booking.ts';
import { readRule } from './present.ts';
import { readOpenPlacements, readShelter } from './queries.ts';
import { requestPlacement, setChronicityRule } from './request.ts';
import { arrive, cancel, conceal, exit, extend, review } from './stay.ts';

export const placementRoutes: Route[] = [
  serve(placementEndpoints.open, (world, actor) => readOpenPlacements(world.db.orm, actor, world.now())),
  serve(placementEndpoints.ofHousehold, (world, actor, { params }) =>
    readShelter(world.db.orm, actor, params.householdId, world.now()),
  ),
  serve(placementEndpoints.request, (world, actor, { params, body }) =>
    runCommand(world, actor, (context) => requestPlacement(context, { ...params, ...body })),
  ),
  serve(placementEndpoints.book, (world, actor, { params, body }) =>
    runCommand(world, actor, (context) => bookPlacement(context, { ...params, ...body })),
  ),
  serve(placementEndpoints.arrive, (world, actor, { params, body }) =>
    runCommand(world, actor, (context) => arrive(context, { ...params, ...body })),
  ),
  serve(placementEndpoints.review, (world, actor, { params, body }) =>
    runCommand(world, actor, (context) => review(context, { ...params, ...body })),
  ),
  serve(placementEndpoints.extend, (world, actor, { params, body }) =>
    runCommand(world, actor, (context) => extend(context, { ...params, ...body })),
  ),
  serve(placementEndpoints.exit, (world, actor, { params, body }) =>
    runCommand(world, actor, (context) => exit(context, { ...params, ...body })),
  ),
  serve(placementEndpoints.cancel, (world, actor, { params, body }) =>
    runCommand(world, actor, (context) => cancel(context, { ...params, ...body })),
  ),
  serve(placementEndpoints.conceal, (world, actor, { params, body }) =>
    runCommand(world, actor, (context) => conceal(context, { ...params, ...body })),
  ),
  serve(placementEndpoints.rule, async (world) => ok(await readRule(world.db.orm))),
  serve(placementEndpoints.setRule, (world, actor, { body }) =>
    runCommand(world, actor, (context) => setChronicityRule(context, body)),
  ),
];
