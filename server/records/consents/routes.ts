/** Consents over HTTP. */
import { consentEndpoints } from '../../../shared/records/consents.ts';
import { runCommand } from '../../command.ts';
import { type Route, serve } from '../../route.ts';
import { recordConsent, withdrawConsent } from './commands.ts';
import { readConsents } from './queries.ts';

export const consentRoutes: Route[] = [
  serve(consentEndpoints.list, (world, actor, { params }) =>
    readConsents(world.db.orm, actor, params.householdId),
  ),
  serve(consentEndpoints.record, (world, actor, { params, body }) =>
    runCommand(world, actor, (context) => recordConsent(context, { ...params, ...body })),
  ),
  serve(consentEndpoints.withdraw, (world, actor, { params }) =>
    runCommand(world, actor, (context) => withdrawConsent(context, params)),
  ),
];
