/** The register of trainings over HTTP. */
import { mayCoordinate } from '../../../shared/access.ts';
import { ok } from '../../../shared/outcome.ts';
import { trainingEndpoints } from '../../../shared/records/trainings.ts';
import { runCommand } from '../../command.ts';
import { type Route, serve } from '../../route.ts';
import { addTraining, changeTraining, recordTrainingAttendance } from './commands.ts';
import { readTrainings } from './queries.ts';

export const trainingRoutes: Route[] = [
  serve(trainingEndpoints.list, async ({ db }, actor) =>
    ok({ trainings: await readTrainings(db.orm), can: { write: mayCoordinate(actor) } }),
  ),
  serve(trainingEndpoints.add, (world, actor, { body }) =>
    runCommand(world, actor, (context) => addTraining(context, body)),
  ),
  serve(trainingEndpoints.change, (world, actor, { params, body }) =>
    runCommand(world, actor, (context) => changeTraining(context, { ...params, ...body })),
  ),
  serve(trainingEndpoints.attendance, (world, actor, { params, body }) =>
    runCommand(world, actor, (context) => recordTrainingAttendance(context, { ...params, ...body })),
  ),
];
