/** Grants over HTTP. */
import { dayOf } from '../../../shared/dates.ts';
import { grantEndpoints } from '../../../shared/records/grants.ts';
import { runCommand } from '../../command.ts';
import { type Route, serve } from '../../route.ts';
import { closeGrant, decideGrant, requestGrant, withdrawGrant } from './commands.ts';
import { payGrant, reversePayment } from './expenses.ts';
import { readReceipt, storeReceipt } from './files.ts';
import { stateCap } from './ledger.ts';
import { readFamilyGrants, readLedger } from './queries.ts';

export const grantRoutes: Route[] = [
  serve(grantEndpoints.ledger, (world, actor, { params }) =>
    readLedger(world.db.orm, actor, params.householdId, dayOf(world.now())),
  ),
  serve(grantEndpoints.ofFamily, (world, actor, { params }) =>
    readFamilyGrants(world.db.orm, actor, params.householdId),
  ),
  serve(grantEndpoints.stateCap, (world, actor, { params, body }) =>
    runCommand(world, actor, (context) => stateCap(context, { ...params, ...body })),
  ),
  serve(grantEndpoints.request, (world, actor, { params, body }) =>
    runCommand(world, actor, (context) => requestGrant(context, { ...params, ...body })),
  ),
  serve(grantEndpoints.decide, (world, actor, { params, body }) =>
    runCommand(world, actor, (context) => decideGrant(context, params, body)),
  ),
  serve(grantEndpoints.withdraw, (world, actor, { params, body }) =>
    runCommand(world, actor, (context) => withdrawGrant(context, { ...params, ...body })),
  ),
  serve(grantEndpoints.close, (world, actor, { params, body }) =>
    runCommand(world, actor, (context) => closeGrant(context, { ...params, ...body })),
  ),
  serve(grantEndpoints.pay, (world, actor, { params, body }) =>
    runCommand(world, actor, (context) => payGrant(context, { ...params, ...body })),
  ),
  serve(grantEndpoints.reverse, (world, actor, { params, body }) =>
    runCommand(world, actor, (context) => reversePayment(context, { ...params, ...body })),
  ),
  serve(grantEndpoints.storeReceipt, (world, actor, { params, body }) =>
    runCommand(world, actor, (context) => storeReceipt(context, { ...params, ...body })),
  ),
  serve(grantEndpoints.receipt, (world, actor, { params }) =>
    readReceipt(world.db.orm, actor, params.householdId, params.fileId),
  ),
];
