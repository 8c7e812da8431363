/** The care team over HTTP. */
import { careTeamEndpoints } from '../../../shared/records/care-team.ts';
import { runCommand } from '../../command.ts';
import { type Route, serve } from '../../route.ts';
import { addToTeam, endMembership } from './commands.ts';

export const careTeamRoutes: Route[] = [
  serve(careTeamEndpoints.add, (world, actor, { params, body }) =>
    runCommand(world, actor, (context) => addToTeam(context, { ...params, ...body })),
  ),
  serve(careTeamEndpoints.end, (world, actor, { params, body }) =>
    runCommand(world, actor, (context) => endMembership(context, { ...params, ...body })),
  ),
];
