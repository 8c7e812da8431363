/** Screenings and assessments over HTTP. */
import { assessmentEndpoints } from '../../../shared/records/assessments.ts';
import { runCommand } from '../../command.ts';
import { type Route, serve } from '../../route.ts';
import { recordAssessment } from './commands.ts';
import { readAssessments } from './queries.ts';

export const assessmentRoutes: Route[] = [
  serve(assessmentEndpoints.list, (world, actor, { params }) =>
    readAssessments(world.db.orm, actor, params.householdId),
  ),
  serve(assessmentEndpoints.record, (world, actor, { params, body }) =>
    runCommand(world, actor, (context) => recordAssessment(context, { ...params, ...body })),
  ),
];
