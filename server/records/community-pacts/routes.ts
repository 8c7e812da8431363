/** Community pacts over HTTP. */
import { ok } from '../../../shared/outcome.ts';
import { communityPactEndpoints } from '../../../shared/records/community-pacts.ts';
import { runCommand } from '../../command.ts';
import { type Route, serve } from '../../route.ts';
import { changeCommunityPact, signCommunityPact, writeCommunityPact } from './commands.ts';
import { readCommunityPacts } from './queries.ts';

export const communityPactRoutes: Route[] = [
  serve(communityPactEndpoints.list, async ({ db }, actor) => ok(await readCommunityPacts(db.orm, actor))),
  serve(communityPactEndpoints.write, (world, actor, { body }) =>
    runCommand(world, actor, (context) => writeCommunityPact(context, body)),
  ),
  serve(communityPactEndpoints.change, (world, actor, { params, body }) =>
    runCommand(world, actor, (context) => changeCommunityPact(context, { ...params, ...body })),
  ),
  serve(communityPactEndpoints.sign, (world, actor, { params, body }) =>
    runCommand(world, actor, (context) => signCommunityPact(context, { ...params, ...body })),
  ),
];
