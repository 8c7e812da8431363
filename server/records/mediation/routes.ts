/** Mediators and requests over HTTP. */
import { dayOf } from '../../../shared/dates.ts';
import { ok } from '../../../shared/outcome.ts';
import { mediationEndpoints } from '../../../shared/records/mediation.ts';
import { runCommand } from '../../command.ts';
import { type Route, serve } from '../../route.ts';
import { acceptMediation, assignMediation, declineMediation, finishMediation } from './assignment.ts';
import { cancelMediation, requestMediation } from './commands.ts';
import { readMediation, readMediationOf } from './queries.ts';
import { changeAvailability, roster } from './roster.ts';

export const mediationRoutes: Route[] = [
  serve(mediationEndpoints.roster, async (world) =>
    ok({ mediators: await roster(world.db.orm, dayOf(world.now())) }),
  ),
  serve(mediationEndpoints.changeAvailability, (world, actor, { params, body }) =>
    runCommand(world, actor, (context) => changeAvailability(context, { ...params, ...body })),
  ),
  serve(mediationEndpoints.list, (world, actor) => readMediation(world.db.orm, actor, world.now())),
  serve(mediationEndpoints.ofHousehold, (world, actor, { params }) =>
    readMediationOf(world.db.orm, actor, params.householdId),
  ),
  serve(mediationEndpoints.request, (world, actor, { params, body }) =>
    runCommand(world, actor, (context) => requestMediation(context, { ...params, ...body })),
  ),
  serve(mediationEndpoints.cancel, (world, actor, { params, body }) =>
    runCommand(world, actor, (context) => cancelMediation(context, { ...params, ...body })),
  ),
  serve(mediationEndpoints.assign, (world, actor, { params, body }) =>
    runCommand(world, actor, (context) => assignMediation(context, { ...params, ...body })),
  ),
  serve(mediationEndpoints.accept, (world, actor, { params }) =>
    runCommand(world, actor, (context) => acceptMediation(context, params.mediationId)),
  ),
  serve(mediationEndpoints.decline, (world, actor, { params, body }) =>
    runCommand(world, actor, (context) => declineMediation(context, { ...params, ...body })),
  ),
  serve(mediationEndpoints.finish, (world, actor, { params, body }) =>
    runCommand(world, actor, (context) => finishMediation(context, { ...params, ...body })),
  ),
];
