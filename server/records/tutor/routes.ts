/** The tutor over HTTP. */
import { tutorEndpoints } from '../../../shared/records/tutor.ts';
import { runCommand } from '../../command.ts';
import { type Route, serve } from '../../route.ts';
import { changeTutor } from './commands.ts';

export const tutorRoutes: Route[] = [
  serve(tutorEndpoints.change, (world, actor, { params, body }) =>
    runCommand(world, actor, (context) => changeTutor(context, { ...params, ...body })),
  ),
];
