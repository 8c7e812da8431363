/** Contacts with the family over HTTP. */
import { ok } from '../../../shared/outcome.ts';
import { contactEndpoints } from '../../../shared/records/contacts.ts';
import { runCommand } from '../../command.ts';
import { type Route, serve } from '../../route.ts';
import { changeInterval, changeNetworkInterval, recordContact } from './commands.ts';
import { networkInterval, readContacts } from './queries.ts';

export const contactRoutes: Route[] = [
  serve(contactEndpoints.list, (world, actor, { params }) =>
    readContacts(world.db.orm, actor, params.householdId),
  ),
  serve(contactEndpoints.record, (world, actor, { params, body }) =>
    runCommand(world, actor, (context) => recordContact(context, { ...params, ...body })),
  ),
  serve(contactEndpoints.changeInterval, (world, actor, { params, body }) =>
    runCommand(world, actor, (context) => changeInterval(context, { ...params, ...body })),
  ),
  serve(contactEndpoints.networkInterval, async (world) => ok(await networkInterval(world.db.orm))),
  serve(contactEndpoints.changeNetworkInterval, (world, actor, { body }) =>
    runCommand(world, actor, (context) => changeNetworkInterval(context, body)),
  ),
];
