/** Conferences over HTTP. */
import { conferenceBeforeEndpoints } from '../../../shared/records/conference-before.ts';
import { conferenceFloorEndpoints } from '../../../shared/records/conference-floor.ts';
import { conferenceEndpoints } from '../../../shared/records/conferences.ts';
import { runCommand } from '../../command.ts';
import { type Route, serve } from '../../route.ts';
import { askForPoint, setAgenda } from './agenda.ts';
import { readBroughtForward } from './brought-forward.ts';
import { cancelConference, changeConference, holdConference, scheduleConference } from './commands.ts';
import { moveFloor } from './floor.ts';
import { freezeMinutes } from './freezing.ts';
import type { InvitationOffice } from './invitations.ts';
import { readConference, readConferences, readMyConferences } from './queries.ts';
import { replyToConference } from './replies.ts';
import { readSinceLastTime } from './since-last-time.ts';

/** `office`: what invitations need; without one nobody is written to. */
export const conferenceRoutes = (office: InvitationOffice | null): Route[] => [
  serve(conferenceEndpoints.mine, (world, actor, { query }) =>
    readMyConferences(world.db.orm, actor, query.when, world.now()),
  ),
  serve(conferenceEndpoints.ofHousehold, (world, actor, { params }) =>
    readConferences(world.db.orm, actor, params.householdId),
  ),
  serve(conferenceEndpoints.get, (world, actor, { params }) => readConference(world.db.orm, actor, params)),
  serve(conferenceEndpoints.schedule, (world, actor, { params, body }) =>
    runCommand(world, actor, (context) => scheduleConference(context, { ...params, ...body }, office)),
  ),
  serve(conferenceEndpoints.change, (world, actor, { params, body }) =>
    runCommand(world, actor, (context) => changeConference(context, params, body, office)),
  ),
  serve(conferenceEndpoints.cancel, (world, actor, { params, body }) =>
    runCommand(world, actor, (context) => cancelConference(context, { ...params, ...body }, office)),
  ),
  serve(conferenceEndpoints.hold, (world, actor, { params }) =>
    runCommand(world, actor, (context) => holdConference(context, params)),
  ),
  serve(conferenceFloorEndpoints.moveFloor, (world, actor, { params, body }) =>
    runCommand(world, actor, (context) => moveFloor(context, { ...params, ...body })),
  ),
  serve(conferenceEndpoints.freeze, (world, actor, { params, body }) =>
    runCommand(world, actor, (context) => freezeMinutes(context, { ...params, ...body })),
  ),
  serve(conferenceBeforeEndpoints.askPoint, (world, actor, { params, body }) =>
    runCommand(world, actor, (context) => askForPoint(context, { ...params, ...body })),
  ),
  serve(conferenceBeforeEndpoints.setAgenda, (world, actor, { params, body }) =>
    runCommand(world, actor, (context) => setAgenda(context, { ...params, ...body })),
  ),
  serve(conferenceBeforeEndpoints.reply, (world, actor, { params, body }) =>
    runCommand(world, actor, (context) => replyToConference(context, { ...params, ...body })),
  ),
  serve(conferenceBeforeEndpoints.broughtForward, (world, actor, { params }) =>
    readBroughtForward(world.db.orm, actor, params, world.now()),
  ),
  serve(conferenceBeforeEndpoints.sinceLastTime, (world, actor, { params }) =>
    readSinceLastTime(world.db.orm, actor, params, world.now()),
  ),
];
