/** Home supports over HTTP; they are read with the household's shelter. */
import { homeSupportEndpoints } from '../../../shared/records/home-supports.ts';
import { runCommand } from '../../command.ts';
import { type Route, serve } from '../../route.ts';
import { beginHomeSupport, endHomeSupport } from './commands.ts';

export const homeSupportRoutes: Route[] = [
  serve(homeSupportEndpoints.begin, (world, actor, { params, body }) =>
    runCommand(world, actor, (context) => beginHomeSupport(context, { ...params, ...body })),
  ),
  serve(homeSupportEndpoints.end, (world, actor, { params, body }) =>
    runCommand(world, actor, (context) => endHomeSupport(context, { ...params, ...body })),
  ),
];
