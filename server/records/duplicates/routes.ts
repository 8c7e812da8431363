/** Duplicates over HTTP: for the call centre alone. */
import { duplicateEndpoints } from '../../../shared/records/duplicates.ts';
import { runCommand } from '../../command.ts';
import { type Route, serve } from '../../route.ts';
import { findCandidates } from './candidates.ts';
import { dismissCandidate, mergeReport, separate } from './commands.ts';

export const duplicateRoutes: Route[] = [
  serve(duplicateEndpoints.candidates, (world, actor, { params }) =>
    findCandidates(world.db.orm, actor, params.reportId, world.now()),
  ),
  serve(duplicateEndpoints.merge, (world, actor, { params, body }) =>
    runCommand(world, actor, (context) => mergeReport(context, { ...params, ...body })),
  ),
  serve(duplicateEndpoints.separate, (world, actor, { params, body }) =>
    runCommand(world, actor, (context) => separate(context, { ...params, ...body })),
  ),
  serve(duplicateEndpoints.dismiss, (world, actor, { params, body }) =>
    runCommand(world, actor, (context) => dismissCandidate(context, { ...params, ...body })),
  ),
];
