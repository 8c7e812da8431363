/** Indicators over HTTP. */
import { indicatorEndpoints } from '../../../shared/records/indicators.ts';
import { type Route, serve } from '../../route.ts';
import { readIndicators } from './queries.ts';

export const indicatorRoutes: Route[] = [
  serve(indicatorEndpoints.read, (world, actor, { query }) => readIndicators(world, actor, query)),
];
