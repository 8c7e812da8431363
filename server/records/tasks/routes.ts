/** Tasks over HTTP. */
import { taskEndpoints } from '../../../shared/records/tasks.ts';
import { runCommand } from '../../command.ts';
import { type Route, serve } from '../../route.ts';
import { assignTask, changeTask, stepTask } from './commands.ts';
import { readHouseholdTasks, readMyTasks } from './queries.ts';

export const taskRoutes: Route[] = [
  serve(taskEndpoints.mine, (world, actor, { query }) =>
    readMyTasks(world.db.orm, actor, { view: query.view, open: query.open === 'true' }, world.now()),
  ),
  serve(taskEndpoints.ofHousehold, (world, actor, { params }) =>
    readHouseholdTasks(world.db.orm, actor, params.householdId, world.now()),
  ),
  serve(taskEndpoints.assign, (world, actor, { params, body }) =>
    runCommand(world, actor, (context) => assignTask(context, { ...params, ...body })),
  ),
  serve(taskEndpoints.step, (world, actor, { params, body }) =>
    runCommand(world, actor, (context) => stepTask(context, { ...params, ...body })),
  ),
  serve(taskEndpoints.change, (world, actor, { params, body }) =>
    runCommand(world, actor, (context) => changeTask(context, params, body)),
  ),
];
