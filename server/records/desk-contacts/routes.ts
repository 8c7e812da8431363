/** Contacts at desks and first orientation over HTTP. */
import { ok, refuse } from '../../../shared/outcome.ts';
import { deskContactEndpoints } from '../../../shared/records/desk-contacts.ts';
import { type Need, needs, resourcesByNeed } from '../../../shared/records/orientation.ts';
import { runCommand } from '../../command.ts';
import { type Route, serve } from '../../route.ts';
import { bodiesFor, directoryOfBodies } from '../bodies/queries.ts';
import { continueContact, linkContact, logContact } from './commands.ts';
import { contactsOfHousehold, listContacts } from './queries.ts';

export const deskContactRoutes: Route[] = [
  serve(deskContactEndpoints.list, async (world, _actor, { query }) =>
    ok(await listContacts(world.db.orm, query)),
  ),
  serve(deskContactEndpoints.desks, async (world) =>
    ok({ desks: await directoryOfBodies(world.db.orm, { sector: 'desk' }) }),
  ),
  serve(deskContactEndpoints.log, (world, actor, { body }) =>
    runCommand(world, actor, (context) => logContact(context, body)),
  ),
  serve(deskContactEndpoints.carryOn, (world, actor, { params, body }) =>
    runCommand(world, actor, (context) => continueContact(context, { ...params, ...body })),
  ),
  serve(deskContactEndpoints.link, (world, actor, { params, body }) =>
    runCommand(world, actor, (context) => linkContact(context, { ...params, ...body })),
  ),
  serve(deskContactEndpoints.ofHousehold, async (world, _actor, { params }) =>
    ok({ contacts: await contactsOfHousehold(world.db.orm, params.householdId) }),
  ),
  serve(deskContactEndpoints.orientation, async (world, actor, { query }) => {
    if (actor.function === 'family') return refuse('not-available');
    const { need, q, district, language } = query;
    const known = needs.find((each): each is Need => each === need);
    const resources = known === undefined ? undefined : resourcesByNeed[known];
    return ok({ bodies: await bodiesFor(world.db.orm, { resources, words: q, district, language }) });
  }),
];
