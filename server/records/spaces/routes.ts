/** Community spaces over HTTP. */
import { ok } from '../../../shared/outcome.ts';
import { spaceEndpoints } from '../../../shared/records/spaces.ts';
import { runCommand } from '../../command.ts';
import { type Route, serve } from '../../route.ts';
import { addSpace, changeSpace, closeSpace } from './commands.ts';
import { readSpaces } from './queries.ts';

export const spaceRoutes: Route[] = [
  serve(spaceEndpoints.list, async ({ db }, actor) => ok(await readSpaces(db.orm, actor))),
  serve(spaceEndpoints.add, (world, actor, { body }) =>
    runCommand(world, actor, (context) => addSpace(context, body)),
  ),
  serve(spaceEndpoints.change, (world, actor, { params, body }) =>
    runCommand(world, actor, (context) => changeSpace(context, { ...params, ...body })),
  ),
  serve(spaceEndpoints.close, (world, actor, { params, body }) =>
    runCommand(world, actor, (context) => closeSpace(context, { ...params, ...body })),
  ),
];
