/** Secret addresses over HTTP. `box` is null on a server without a key. */
import { secretAddressEndpoints } from '../../../shared/records/secret-addresses.ts';
import { runCommand } from '../../command.ts';
import { type Route, serve } from '../../route.ts';
import type { AddressBox } from './box.ts';
import { endGrant, grantAddress, openAddress, removeAddress, storeAddress } from './commands.ts';
import { readSecretAddress } from './queries.ts';
import { openAddressOfStructure, storeAddressOfStructure } from './structures.ts';

export const secretAddressRoutes = (box: AddressBox | null): Route[] => [
  serve(secretAddressEndpoints.get, (world, actor, { params }) =>
    readSecretAddress(world.db.orm, actor, params.householdId),
  ),
  serve(secretAddressEndpoints.store, (world, actor, { params, body }) =>
    runCommand(world, actor, (context) => storeAddress(context, box, { ...params, ...body })),
  ),
  serve(secretAddressEndpoints.remove, (world, actor, { params }) =>
    runCommand(world, actor, (context) => removeAddress(context, params)),
  ),
  serve(secretAddressEndpoints.open, (world, actor, { params, body }) =>
    runCommand(world, actor, (context) => openAddress(context, box, { ...params, ...body })),
  ),
  serve(secretAddressEndpoints.grant, (world, actor, { params, body }) =>
    runCommand(world, actor, (context) => grantAddress(context, { ...params, ...body })),
  ),
  serve(secretAddressEndpoints.endGrant, (world, actor, { params }) =>
    runCommand(world, actor, (context) => endGrant(context, params)),
  ),
  serve(secretAddressEndpoints.storeOfStructure, (world, actor, { params, body }) =>
    runCommand(world, actor, (context) => storeAddressOfStructure(context, box, { ...params, ...body })),
  ),
  serve(secretAddressEndpoints.openOfStructure, (world, actor, { params, body }) =>
    runCommand(world, actor, (context) => openAddressOfStructure(context, box, { ...params, ...body })),
  ),
];
