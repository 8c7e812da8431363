/** The past of documents over HTTP. */
import { versionEndpoints } from '../../../shared/records/versions.ts';
import { runCommand, type World } from '../../command.ts';
import { type Route, serve } from '../../route.ts';
import { createPastStates, type PastStates } from '../../sync/past.ts';
import { createSnapshotBuilder } from '../../sync/snapshot-builder.ts';
import { keepVersion } from './commands.ts';
import { readPast, readSpan, readVersion } from './queries.ts';

export function versionRoutes(): Route[] {
  let states: PastStates | undefined;
  const statesOf = ({ db }: World): PastStates => {
    states ??= createPastStates(db.sql, createSnapshotBuilder());
    return states;
  };
  return [
    serve(versionEndpoints.past, (world, actor, { params, query }) =>
      readPast(world, actor, params.documentId, query.before),
    ),
    serve(versionEndpoints.span, (world, actor, { params, query }) =>
      readSpan(world, statesOf(world), actor, params.documentId, query),
    ),
    serve(versionEndpoints.state, (world, actor, { params }) =>
      readVersion(world, statesOf(world), actor, params),
    ),
    serve(versionEndpoints.keep, (world, actor, { params, body }) =>
      runCommand(world, actor, (context) => keepVersion(context, { ...params, ...body })),
    ),
  ];
}
