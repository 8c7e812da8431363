/** Procedures, good practices and methods over HTTP. */
import { mayCoordinate } from '../../../shared/access.ts';
import { ok } from '../../../shared/outcome.ts';
import { procedureEndpoints } from '../../../shared/records/procedures.ts';
import { runCommand } from '../../command.ts';
import { type Route, serve } from '../../route.ts';
import { addProcedureVersion, changeProcedureDraft, writeProcedure } from './commands.ts';
import { readProcedures } from './queries.ts';

export const procedureRoutes: Route[] = [
  serve(procedureEndpoints.list, async ({ db }, actor) =>
    ok({ procedures: await readProcedures(db.orm, actor), can: { write: mayCoordinate(actor) } }),
  ),
  serve(procedureEndpoints.write, (world, actor, { body }) =>
    runCommand(world, actor, (context) => writeProcedure(context, body)),
  ),
  serve(procedureEndpoints.addVersion, (world, actor, { params, body }) =>
    runCommand(world, actor, (context) => addProcedureVersion(context, { ...params, ...body })),
  ),
  serve(procedureEndpoints.changeDraft, (world, actor, { params, body }) =>
    runCommand(world, actor, (context) => changeProcedureDraft(context, { ...params, ...body })),
  ),
];
