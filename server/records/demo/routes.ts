/** The accounts a demo offers on its sign-in page. Outside a demo the route is there and answers as if it weren't. */
import type { z } from 'zod';
import { ok, refuse } from '../../../shared/outcome.ts';
import { demoEndpoints } from '../../../shared/records/demo.ts';
import { type Route, servePublic } from '../../route.ts';

/** What was loaded: the accounts one may sign in with, and the households by code. */
export type DemoInfo = z.infer<typeof demoEndpoints.get.response>;

export const demoRoutes = (demo: DemoInfo | null): Route[] => [
  servePublic(demoEndpoints.get, async () => (demo ? ok(demo) : refuse('not-available'))),
];
