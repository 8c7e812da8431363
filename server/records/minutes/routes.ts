/** Minutes after the conference, and what is given of them, over HTTP. */
import { excerptEndpoints } from '../../../shared/records/excerpts.ts';
import { minutesEndpoints } from '../../../shared/records/minutes.ts';
import { runCommand } from '../../command.ts';
import { type Route, serve } from '../../route.ts';
import { addToMinutes, signAddendum } from './addenda.ts';
import { readExcerpt } from './excerpts.ts';
import { giveMinutes, writeMinutesCopy } from './giving.ts';
import { readClosing } from './queries.ts';
import { answerRemark, remarkOnMinutes, sayFine, startReading } from './reading.ts';
import { remindSigners, signMinutes } from './signing.ts';
import { verifyMinutes } from './verification.ts';
import { readWaitingMinutes } from './waiting.ts';

export const minutesRoutes: Route[] = [
  serve(minutesEndpoints.closing, (world, actor, { params }) =>
    readClosing(world.db.orm, actor, params, world.now()),
  ),
  serve(minutesEndpoints.startReading, (world, actor, { params, body }) =>
    runCommand(world, actor, (context) => startReading(context, { ...params, ...body })),
  ),
  serve(minutesEndpoints.sayFine, (world, actor, { params, body }) =>
    runCommand(world, actor, (context) => sayFine(context, { ...params, ...body })),
  ),
  serve(minutesEndpoints.remark, (world, actor, { params, body }) =>
    runCommand(world, actor, (context) => remarkOnMinutes(context, { ...params, ...body })),
  ),
  serve(minutesEndpoints.answerRemark, (world, actor, { params, body }) =>
    runCommand(world, actor, (context) => answerRemark(context, { ...params, ...body })),
  ),
  serve(minutesEndpoints.sign, (world, actor, { params, body }) =>
    runCommand(world, actor, (context) => signMinutes(context, { ...params, ...body })),
  ),
  serve(minutesEndpoints.remind, (world, actor, { params }) =>
    runCommand(world, actor, (context) => remindSigners(context, params)),
  ),
  serve(minutesEndpoints.verify, (world, actor, { params }) => verifyMinutes(world.db.orm, actor, params)),
  serve(minutesEndpoints.add, (world, actor, { params, body }) =>
    runCommand(world, actor, (context) => addToMinutes(context, { ...params, ...body })),
  ),
  serve(minutesEndpoints.signAddendum, (world, actor, { params, body }) =>
    runCommand(world, actor, (context) => signAddendum(context, { ...params, ...body })),
  ),
  serve(minutesEndpoints.mine, (world, actor) => readWaitingMinutes(world.db.orm, actor)),
];

export const excerptRoutes: Route[] = [
  serve(excerptEndpoints.give, (world, actor, { params, body }) =>
    runCommand(world, actor, (context) => giveMinutes(context, { ...params, ...body })),
  ),
  serve(excerptEndpoints.writeCopy, (world, actor, { params, body }) =>
    runCommand(world, actor, (context) => writeMinutesCopy(context, { ...params, ...body })),
  ),
  serve(excerptEndpoints.read, (world, actor, { params }) =>
    runCommand(world, actor, (context) => readExcerpt(context, params.distributionId)),
  ),
];
