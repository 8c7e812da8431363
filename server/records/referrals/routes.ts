/** Referrals over HTTP. */
import { referralEndpoints } from '../../../shared/records/referrals.ts';
import { runCommand } from '../../command.ts';
import { type Route, serve } from '../../route.ts';
import { requestReferral, updateReferral } from './commands.ts';
import { readReferrals } from './queries.ts';

export const referralRoutes: Route[] = [
  serve(referralEndpoints.list, (world, actor, { params }) =>
    readReferrals(world.db.orm, actor, params.householdId),
  ),
  serve(referralEndpoints.request, (world, actor, { params, body }) =>
    runCommand(world, actor, (context) => requestReferral(context, { ...params, ...body })),
  ),
  serve(referralEndpoints.update, (world, actor, { params, body }) =>
    runCommand(world, actor, (context) => updateReferral(context, { ...params, ...body })),
  ),
];
