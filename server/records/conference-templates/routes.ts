/** The network's own agendas over HTTP. */
import { ok } from '../../../shared/outcome.ts';
import { conferenceTemplateEndpoints } from '../../../shared/records/conference-templates.ts';
import { runCommand } from '../../command.ts';
import { type Route, serve } from '../../route.ts';
import { changeTemplate, withdrawTemplate, writeTemplate } from './commands.ts';
import { mayKeepTemplates, readTemplates } from './queries.ts';

export const conferenceTemplateRoutes: Route[] = [
  serve(conferenceTemplateEndpoints.list, async ({ db }, actor) =>
    ok({ templates: await readTemplates(db.orm), can: { write: mayKeepTemplates(actor) } }),
  ),
  serve(conferenceTemplateEndpoints.write, (world, actor, { body }) =>
    runCommand(world, actor, (context) => writeTemplate(context, body)),
  ),
  serve(conferenceTemplateEndpoints.change, (world, actor, { params, body }) =>
    runCommand(world, actor, (context) => changeTemplate(context, { ...params, ...body })),
  ),
  serve(conferenceTemplateEndpoints.withdraw, (world, actor, { params, body }) =>
    runCommand(world, actor, (context) => withdrawTemplate(context, { ...params, ...body })),
  ),
];
