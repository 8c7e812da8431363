/** Initiatives over HTTP. */
import { ok } from '../../../shared/outcome.ts';
import { initiativeEndpoints } from '../../../shared/records/initiatives.ts';
import { runCommand } from '../../command.ts';
import { type Route, serve } from '../../route.ts';
import {
  addInitiativeSession,
  cancelSession,
  changeInitiative,
  planInitiative,
  recordAttendance,
} from './commands.ts';
import { readInitiatives } from './queries.ts';

export const initiativeRoutes: Route[] = [
  serve(initiativeEndpoints.list, async ({ db }, actor, { query }) =>
    ok(await readInitiatives(db.orm, actor, query)),
  ),
  serve(initiativeEndpoints.plan, (world, actor, { body }) =>
    runCommand(world, actor, (context) => planInitiative(context, body)),
  ),
  serve(initiativeEndpoints.change, (world, actor, { params, body }) =>
    runCommand(world, actor, (context) => changeInitiative(context, { ...params, ...body })),
  ),
  serve(initiativeEndpoints.addSession, (world, actor, { params, body }) =>
    runCommand(world, actor, (context) => addInitiativeSession(context, { ...params, ...body })),
  ),
  serve(initiativeEndpoints.attendance, (world, actor, { params, body }) =>
    runCommand(world, actor, (context) => recordAttendance(context, { ...params, ...body })),
  ),
  serve(initiativeEndpoints.cancel, (world, actor, { params, body }) =>
    runCommand(world, actor, (context) => cancelSession(context, { ...params, ...body })),
  ),
];
