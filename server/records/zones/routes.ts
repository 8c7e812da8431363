/** Reserved zones over HTTP. */
import { zoneEndpoints } from '../../../shared/records/zones.ts';
import { runCommand } from '../../command.ts';
import { type Route, serve } from '../../route.ts';
import { closeZone, openZone } from './commands.ts';

export const zoneRoutes: Route[] = [
  serve(zoneEndpoints.open, (world, actor, { params, body }) =>
    runCommand(world, actor, (context) => openZone(context, { ...params, ...body })),
  ),
  serve(zoneEndpoints.close, (world, actor, { params }) =>
    runCommand(world, actor, (context) => closeZone(context, params)),
  ),
];
