/** Search over HTTP. */
import { ok } from '../../../shared/outcome.ts';
import { searchEndpoints } from '../../../shared/records/search.ts';
import { type Route, serve } from '../../route.ts';
import { search } from './queries.ts';

export const searchRoutes: Route[] = [
  serve(searchEndpoints.find, async ({ db }, actor, { query }) =>
    ok({ hits: await search(db.orm, actor, query.q) }),
  ),
];
