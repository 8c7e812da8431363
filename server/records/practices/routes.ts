/** Practices over HTTP. */
import { ok } from '../../../shared/outcome.ts';
import { practiceEndpoints } from '../../../shared/records/practices.ts';
import { runCommand } from '../../command.ts';
import { type Route, serve } from '../../route.ts';
import { finishPractice, logPractice } from './commands.ts';
import { listPractices } from './queries.ts';

export const practiceRoutes: Route[] = [
  serve(practiceEndpoints.list, async (world, _actor, { query }) =>
    ok(await listPractices(world.db.orm, query)),
  ),
  serve(practiceEndpoints.log, (world, actor, { body }) =>
    runCommand(world, actor, (context) => logPractice(context, body)),
  ),
  serve(practiceEndpoints.finish, (world, actor, { params, body }) =>
    runCommand(world, actor, (context) => finishPractice(context, { ...params, ...body })),
  ),
];
