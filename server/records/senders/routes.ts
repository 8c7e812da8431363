/** Registered senders over HTTP. */
import { ok } from '../../../shared/outcome.ts';
import { senderEndpoints } from '../../../shared/records/senders.ts';
import { runCommand } from '../../command.ts';
import { type Route, serve } from '../../route.ts';
import { addSender, endSender } from './commands.ts';
import { readSenders } from './queries.ts';

export const senderRoutes: Route[] = [
  serve(senderEndpoints.list, async (world) => ok({ senders: await readSenders(world.db.orm) })),
  serve(senderEndpoints.add, (world, actor, { body }) =>
    runCommand(world, actor, (context) => addSender(context, body)),
  ),
  serve(senderEndpoints.end, (world, actor, { params }) =>
    runCommand(world, actor, (context) => endSender(context, params.senderId)),
  ),
];
