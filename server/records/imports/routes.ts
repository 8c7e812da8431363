/** Imports over HTTP. */
import { importEndpoints } from '../../../shared/records/imports.ts';
import { type Route, serve } from '../../route.ts';
import { checkImport, takeImport } from './commands.ts';

export const importRoutes: Route[] = [
  serve(importEndpoints.check, (world, _actor, { body }) => checkImport(world, body.csv)),
  serve(importEndpoints.take, (world, actor, { body }) => takeImport(world, actor, body.csv)),
];
