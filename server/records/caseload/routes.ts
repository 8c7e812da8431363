/** Caseloads over HTTP. */
import { caseloadEndpoints } from '../../../shared/records/caseload.ts';
import { type Route, serve } from '../../route.ts';
import { readCaseload } from './queries.ts';

export const caseloadRoutes: Route[] = [
  serve(caseloadEndpoints.get, (world, actor) => readCaseload(world.db.orm, actor, world.now())),
];
