/** Enrolments over HTTP. */
import { enrolmentEndpoints } from '../../../shared/records/enrolments.ts';
import { runCommand } from '../../command.ts';
import { type Route, serve } from '../../route.ts';
import { endEnrolment, openEnrolment } from './commands.ts';
import { readEligibility, readEnrolments } from './queries.ts';

export const enrolmentRoutes: Route[] = [
  serve(enrolmentEndpoints.list, (world, actor, { params }) =>
    readEnrolments(world.db.orm, actor, params.householdId),
  ),
  serve(enrolmentEndpoints.check, (world, actor, { params, query }) =>
    readEligibility(world.db.orm, actor, { ...params, ...query }, world.now()),
  ),
  serve(enrolmentEndpoints.open, (world, actor, { params, body }) =>
    runCommand(world, actor, (context) => openEnrolment(context, { ...params, ...body })),
  ),
  serve(enrolmentEndpoints.end, (world, actor, { params, body }) =>
    runCommand(world, actor, (context) => endEnrolment(context, { ...params, ...body })),
  ),
];
