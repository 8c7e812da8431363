/** Households over HTTP. */
import { householdEndpoints } from '../../../shared/records/households.ts';
import { runCommand } from '../../command.ts';
import { type Route, serve } from '../../route.ts';
import { addMember, changeHousehold, changeMember, changeStatus } from './commands.ts';
import { listHouseholds } from './list.ts';
import { openHousehold } from './open.ts';
import { readHousehold } from './page.ts';
import { recordPregnancy } from './pregnancy.ts';

export const householdRoutes: Route[] = [
  serve(householdEndpoints.list, (world, actor, { query }) =>
    listHouseholds(world.db.orm, actor, query, world.now()),
  ),
  serve(householdEndpoints.get, (world, actor, { params }) =>
    readHousehold(world.db.orm, actor, params.householdId),
  ),
  serve(householdEndpoints.open, (world, actor, { body }) =>
    runCommand(world, actor, (context) => openHousehold(context, body)),
  ),
  serve(householdEndpoints.change, (world, actor, { params, body }) =>
    runCommand(world, actor, (context) => changeHousehold(context, params.householdId, body)),
  ),
  serve(householdEndpoints.changeStatus, (world, actor, { params, body }) =>
    runCommand(world, actor, (context) => changeStatus(context, { ...params, ...body })),
  ),
  serve(householdEndpoints.addMember, (world, actor, { params, body }) =>
    runCommand(world, actor, (context) => addMember(context, { ...params, ...body })),
  ),
  serve(householdEndpoints.changeMember, (world, actor, { params, body }) =>
    runCommand(world, actor, (context) => changeMember(context, params, body)),
  ),
  serve(householdEndpoints.recordPregnancy, (world, actor, { params, body }) =>
    runCommand(world, actor, (context) => recordPregnancy(context, { ...params, ...body })),
  ),
];
