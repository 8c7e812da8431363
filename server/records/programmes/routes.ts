/** Programmes over HTTP. */
import { ok } from '../../../shared/outcome.ts';
import { programmeEndpoints } from '../../../shared/records/programmes.ts';
import { runCommand } from '../../command.ts';
import { type Route, serve } from '../../route.ts';
import { addProgramme, changeProgramme } from './commands.ts';
import { readProgrammes } from './queries.ts';

export const programmeRoutes: Route[] = [
  serve(programmeEndpoints.list, async (world) => ok({ programmes: await readProgrammes(world.db.orm) })),
  serve(programmeEndpoints.add, (world, actor, { body }) =>
    runCommand(world, actor, (context) => addProgramme(context, body)),
  ),
  serve(programmeEndpoints.change, (world, actor, { params, body }) =>
    runCommand(world, actor, (context) => changeProgramme(context, params.programmeId, body)),
  ),
];
