/** The partner registry and the networks of the Case over HTTP. */
import { ok } from '../../../shared/outcome.ts';
import { partnerEndpoints } from '../../../shared/records/partners.ts';
import { runCommand } from '../../command.ts';
import { type Route, serve } from '../../route.ts';
import { recordPartnership, tieBody, untieBody } from './commands.ts';
import { readPartners } from './queries.ts';

export const partnerRoutes: Route[] = [
  serve(partnerEndpoints.list, async ({ db }, actor) => ok(await readPartners(db.orm, actor))),
  serve(partnerEndpoints.record, (world, actor, { params, body }) =>
    runCommand(world, actor, (context) => recordPartnership(context, { ...params, ...body })),
  ),
  serve(partnerEndpoints.tie, (world, actor, { params, body }) =>
    runCommand(world, actor, (context) => tieBody(context, { ...params, ...body })),
  ),
  serve(partnerEndpoints.untie, (world, actor, { params }) =>
    runCommand(world, actor, (context) => untieBody(context, params)),
  ),
];
