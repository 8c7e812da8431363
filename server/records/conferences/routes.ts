/** Conferences over HTTP. */
import { conferenceEndpoints } from '../../../shared/records/conferences.ts';
import { runCommand } from '../../command.ts';
import { type Route, serve } from '../../route.ts';
import { cancelConference, changeConference, holdConference, scheduleConference } from './commands.ts';
import { freezeMinutes } from './freezing.ts';
import { readConference, readConferences, readMyConferences } from './queries.ts';

export const conferenceRoutes: Route[] = [
  serve(conferenceEndpoints.mine, (world, actor, { query }) =>
    readMyConferences(world.db.orm, actor, query.when, world.now()),
  ),
  serve(conferenceEndpoints.ofHousehold, (world, actor, { params }) =>
    readConferences(world.db.orm, actor, params.householdId),
  ),
  serve(conferenceEndpoints.get, (world, actor, { params }) => readConference(world.db.orm, actor, params)),
  serve(conferenceEndpoints.schedule, (world, actor, { params, body }) =>
    runCommand(world, actor, (context) => scheduleConference(context, { ...params, ...body })),
  ),
  serve(conferenceEndpoints.change, (world, actor, { params, body }) =>
    runCommand(world, actor, (context) => changeConference(context, params, body)),
  ),
  serve(conferenceEndpoints.cancel, (world, actor, { params, body }) =>
    runCommand(world, actor, (context) => cancelConference(context, { ...params, ...body })),
  ),
  serve(conferenceEndpoints.hold, (world, actor, { params }) =>
    runCommand(world, actor, (context) => holdConference(context, params)),
  ),
  serve(conferenceEndpoints.freeze, (world, actor, { params, body }) =>
    runCommand(world, actor, (context) => freezeMinutes(context, { ...params, ...body })),
  ),
];
