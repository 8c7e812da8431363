/** The directory of bodies over HTTP. */
import { ok } from '../../../shared/outcome.ts';
import { bodyEndpoints } from '../../../shared/records/bodies.ts';
import { runCommand } from '../../command.ts';
import { type Route, serve } from '../../route.ts';
import { addBody, changeBody, closeBody } from './commands.ts';
import { directoryOfBodies } from './queries.ts';

export const bodyRoutes: Route[] = [
  serve(bodyEndpoints.list, async ({ db }, _actor, { query }) =>
    ok({ bodies: await directoryOfBodies(db.orm, { words: query.q, sector: query.sector }) }),
  ),

  serve(bodyEndpoints.create, (world, actor, { body }) =>
    runCommand(world, actor, (context) => addBody(context, body)),
  ),

  serve(bodyEndpoints.change, (world, actor, { params, body }) =>
    runCommand(world, actor, (context) => changeBody(context, params.bodyId, body)),
  ),

  serve(bodyEndpoints.close, (world, actor, { params }) =>
    runCommand(world, actor, (context) => closeBody(context, params.bodyId)),
  ),
];
