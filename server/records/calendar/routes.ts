/** The thousand-day calendar over HTTP. */
import { calendarEndpoints } from '../../../shared/records/calendar.ts';
import { runCommand } from '../../command.ts';
import { type Route, serve } from '../../route.ts';
import { makeWindowTask, markWindow } from './commands.ts';
import { listRules, readCalendar } from './queries.ts';
import { addRuleVersion } from './rules.ts';

export const calendarRoutes: Route[] = [
  serve(calendarEndpoints.ofHousehold, (world, actor, { params }) =>
    readCalendar(world.db.orm, actor, params.householdId, world.now()),
  ),
  serve(calendarEndpoints.mark, (world, actor, { params, body }) =>
    runCommand(world, actor, (context) => markWindow(context, { ...params, ...body })),
  ),
  serve(calendarEndpoints.makeTask, (world, actor, { params, body }) =>
    runCommand(world, actor, (context) => makeWindowTask(context, { ...params, ...body })),
  ),
  serve(calendarEndpoints.rules, (world) => listRules(world.db.orm)),
  serve(calendarEndpoints.addVersion, (world, actor, { params, body }) =>
    runCommand(world, actor, (context) => addRuleVersion(context, { ...params, ...body })),
  ),
];
