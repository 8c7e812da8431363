/** The family's situation over HTTP. */
import { situationEndpoints } from '../../../shared/records/situations.ts';
import { runCommand } from '../../command.ts';
import { type Route, serve } from '../../route.ts';
import { recordSituation } from './commands.ts';
import { readSituations } from './queries.ts';

export const situationRoutes: Route[] = [
  serve(situationEndpoints.list, (world, actor, { params }) =>
    readSituations(world.db.orm, actor, params.householdId),
  ),
  serve(situationEndpoints.record, (world, actor, { params, body }) =>
    runCommand(world, actor, (context) => recordSituation(context, { ...params, ...body })),
  ),
];
