/** The regia over HTTP. */
import { leadEndpoints } from '../../../shared/records/lead.ts';
import { runCommand } from '../../command.ts';
import { type Route, serve } from '../../route.ts';
import { acceptLead, declineLead, proposeLead, withdrawLead } from './commands.ts';
import { readCandidates, readLeadHistory } from './queries.ts';

export const leadRoutes: Route[] = [
  serve(leadEndpoints.history, (world, actor, { params }) =>
    readLeadHistory(world.db.orm, actor, params.householdId),
  ),
  serve(leadEndpoints.candidates, (world, actor, { params }) =>
    readCandidates(world.db.orm, actor, params.householdId),
  ),
  serve(leadEndpoints.propose, (world, actor, { params, body }) =>
    runCommand(world, actor, (context) => proposeLead(context, { ...params, ...body })),
  ),
  serve(leadEndpoints.answer, (world, actor, { params, body }) =>
    runCommand(world, actor, (context) =>
      body.answer === 'accept'
        ? acceptLead(context, params)
        : declineLead(context, { ...params, reason: body.reason }),
    ),
  ),
  serve(leadEndpoints.withdraw, (world, actor, { params }) =>
    runCommand(world, actor, (context) => withdrawLead(context, params)),
  ),
];
