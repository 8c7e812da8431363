/** Exports over HTTP. */
import { exportEndpoints } from '../../../shared/records/exports.ts';
import { runCommand } from '../../command.ts';
import { type Route, serve } from '../../route.ts';
import { exportFhir, exportJson } from './commands.ts';

export const exportRoutes: Route[] = [
  serve(exportEndpoints.json, (world, actor, { params }) =>
    runCommand(world, actor, (context) => exportJson(context, params.householdId)),
  ),
  serve(exportEndpoints.fhir, (world, actor, { params }) =>
    runCommand(world, actor, (context) => exportFhir(context, params.householdId)),
  ),
];
