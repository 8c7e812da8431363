/** Pacts over HTTP. */
import { pactEndpoints } from '../../../shared/records/pacts.ts';
import { runCommand } from '../../command.ts';
import { type Route, serve } from '../../route.ts';
import { changePact, draftPact } from './commands.ts';
import { askExtension, decideExtension, endPact, markCommitment, recordReview } from './course.ts';
import { readPacts } from './queries.ts';
import { answerPact, proposePact, reopenPact } from './signing.ts';
import { remarkOnPact, writeCopy } from './words.ts';

export const pactRoutes: Route[] = [
  serve(pactEndpoints.list, (world, actor, { params }) => readPacts(world.db.orm, actor, params.householdId)),
  serve(pactEndpoints.draft, (world, actor, { params, body }) =>
    runCommand(world, actor, (context) => draftPact(context, { ...params, ...body })),
  ),
  serve(pactEndpoints.change, (world, actor, { params, body }) =>
    runCommand(world, actor, (context) => changePact(context, params, body)),
  ),
  serve(pactEndpoints.propose, (world, actor, { params, body }) =>
    runCommand(world, actor, (context) => proposePact(context, { ...params, ...body })),
  ),
  serve(pactEndpoints.reopen, (world, actor, { params, body }) =>
    runCommand(world, actor, (context) => reopenPact(context, { ...params, ...body })),
  ),
  serve(pactEndpoints.answer, (world, actor, { params, body }) =>
    runCommand(world, actor, (context) => answerPact(context, { ...params, ...body })),
  ),
  serve(pactEndpoints.askExtension, (world, actor, { params, body }) =>
    runCommand(world, actor, (context) => askExtension(context, { ...params, ...body })),
  ),
  serve(pactEndpoints.decideExtension, (world, actor, { params, body }) =>
    runCommand(world, actor, (context) => decideExtension(context, { ...params, ...body })),
  ),
  serve(pactEndpoints.end, (world, actor, { params, body }) =>
    runCommand(world, actor, (context) => endPact(context, { ...params, ...body })),
  ),
  serve(pactEndpoints.markCommitment, (world, actor, { params, body }) =>
    runCommand(world, actor, (context) => markCommitment(context, { ...params, ...body })),
  ),
  serve(pactEndpoints.recordReview, (world, actor, { params, body }) =>
    runCommand(world, actor, (context) => recordReview(context, { ...params, ...body })),
  ),
  serve(pactEndpoints.writeCopy, (world, actor, { params, body }) =>
    runCommand(world, actor, (context) => writeCopy(context, { ...params, ...body })),
  ),
  serve(pactEndpoints.remark, (world, actor, { params, body }) =>
    runCommand(world, actor, (context) => remarkOnPact(context, { ...params, ...body })),
  ),
];
