/** Structures over HTTP. */
import { structureEndpoints } from '../../../shared/records/structures.ts';
import { runCommand } from '../../command.ts';
import { type Route, serve } from '../../route.ts';
import { changeStructure, nameForStructure, openStructure, unnameForStructure } from './commands.ts';
import { readReaders, readStructures } from './queries.ts';

export const structureRoutes: Route[] = [
  serve(structureEndpoints.list, (world, actor, { query }) =>
    readStructures(world.db.orm, actor, world.now(), { from: query.from, days: query.days }),
  ),
  serve(structureEndpoints.open, (world, actor, { body }) =>
    runCommand(world, actor, (context) => openStructure(context, body)),
  ),
  serve(structureEndpoints.change, (world, actor, { params, body }) =>
    runCommand(world, actor, (context) => changeStructure(context, { ...params, ...body })),
  ),
  serve(structureEndpoints.readers, (world, actor, { params }) =>
    readReaders(world.db.orm, actor, params.structureId),
  ),
  serve(structureEndpoints.name, (world, actor, { params, body }) =>
    runCommand(world, actor, (context) => nameForStructure(context, { ...params, ...body })),
  ),
  serve(structureEndpoints.unname, (world, actor, { params }) =>
    runCommand(world, actor, (context) => unnameForStructure(context, params)),
  ),
];
