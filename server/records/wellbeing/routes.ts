/** Wellbeing over HTTP. */
import { wellbeingEndpoints } from '../../../shared/records/wellbeing.ts';
import { runCommand } from '../../command.ts';
import { type Route, serve } from '../../route.ts';
import { recordWellbeing } from './commands.ts';
import { correctWellbeing, withdrawWellbeing } from './correct.ts';
import { readWellbeing } from './queries.ts';

export const wellbeingRoutes: Route[] = [
  serve(wellbeingEndpoints.list, (world, actor, { params }) =>
    readWellbeing(world.db.orm, actor, params.householdId),
  ),
  serve(wellbeingEndpoints.record, (world, actor, { params, body }) =>
    runCommand(world, actor, (context) => recordWellbeing(context, { ...params, ...body })),
  ),
  serve(wellbeingEndpoints.correct, (world, actor, { params, body }) =>
    runCommand(world, actor, (context) => correctWellbeing(context, { ...params, ...body })),
  ),
  serve(wellbeingEndpoints.withdraw, (world, actor, { params, body }) =>
    runCommand(world, actor, (context) => withdrawWellbeing(context, { ...params, ...body })),
  ),
];
