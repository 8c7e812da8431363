/** Standing tables over HTTP. */
import { mayCoordinate } from '../../../shared/access.ts';
import { ok } from '../../../shared/outcome.ts';
import { standingTableEndpoints } from '../../../shared/records/standing-tables.ts';
import { runCommand } from '../../command.ts';
import { type Route, serve } from '../../route.ts';
import {
  changeStandingTable,
  followDecision,
  openStandingTable,
  planTableSession,
  recordTableSession,
} from './commands.ts';
import { readStandingTables } from './queries.ts';

export const standingTableRoutes: Route[] = [
  serve(standingTableEndpoints.list, async ({ db }, actor) =>
    ok({ tables: await readStandingTables(db.orm), can: { write: mayCoordinate(actor) } }),
  ),
  serve(standingTableEndpoints.open, (world, actor, { body }) =>
    runCommand(world, actor, (context) => openStandingTable(context, body)),
  ),
  serve(standingTableEndpoints.change, (world, actor, { params, body }) =>
    runCommand(world, actor, (context) => changeStandingTable(context, { ...params, ...body })),
  ),
  serve(standingTableEndpoints.planSession, (world, actor, { params, body }) =>
    runCommand(world, actor, (context) => planTableSession(context, { ...params, ...body })),
  ),
  serve(standingTableEndpoints.recordSession, (world, actor, { params, body }) =>
    runCommand(world, actor, (context) => recordTableSession(context, { ...params, ...body })),
  ),
  serve(standingTableEndpoints.follow, (world, actor, { params, body }) =>
    runCommand(world, actor, (context) => followDecision(context, { ...params, ...body })),
  ),
];
