/** Goals over HTTP. */
import { goalEndpoints } from '../../../shared/records/goals.ts';
import { runCommand } from '../../command.ts';
import { type Route, serve } from '../../route.ts';
import { changeGoal, decideGoal, proposeGoal, rateGoal } from './commands.ts';
import { readGoals } from './queries.ts';

export const goalRoutes: Route[] = [
  serve(goalEndpoints.list, (world, actor, { params }) => readGoals(world.db.orm, actor, params.householdId)),
  serve(goalEndpoints.propose, (world, actor, { params, body }) =>
    runCommand(world, actor, (context) => proposeGoal(context, { ...params, ...body })),
  ),
  serve(goalEndpoints.change, (world, actor, { params, body }) =>
    runCommand(world, actor, (context) => changeGoal(context, params, body)),
  ),
  serve(goalEndpoints.decide, (world, actor, { params, body }) =>
    runCommand(world, actor, (context) => decideGoal(context, { ...params, ...body })),
  ),
  serve(goalEndpoints.rate, (world, actor, { params, body }) =>
    runCommand(world, actor, (context) => rateGoal(context, { ...params, ...body })),
  ),
];
