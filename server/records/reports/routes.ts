/** Reports over HTTP: for the call centre, for bodies they were forwarded to, for senders with a key or a receipt. */
import { ok, refuse, refuseField } from '../../../shared/outcome.ts';
import { reportEndpoints } from '../../../shared/records/reports.ts';
import type { Auth } from '../../auth/auth.ts';
import { type SessionRoute, serveSender } from '../../auth/session-route.ts';
import { runByNobody, runCommand, type World } from '../../command.ts';
import { serve, servePublic } from '../../route.ts';
import { senderByKey } from '../senders/queries.ts';
import { correctReport } from './correct.ts';
import { pointedElsewhere } from './pointed-elsewhere.ts';
import { forwardedTo, listReports, readIntake, readReceipt, readReport } from './queries.ts';
import { countRedirection, receiveInbound, receiveReport } from './receive.ts';
import { takeIn, triageReport } from './triage.ts';

export const reportRoutes = (auth: Auth): SessionRoute[] => [
  serve(reportEndpoints.list, async (world, _actor, { query }) => ok(await listReports(world.db.orm, query))),
  serve(reportEndpoints.get, (world, _actor, { params }) => readReport(world.db.orm, params.reportId)),
  serve(reportEndpoints.receive, async (world, actor, { body }) => {
    if (body.sender.kind === 'woman_herself') return pointElsewhere(world, body.id, body.content.language);
    return runCommand(world, actor, (context) => receiveReport(context, body));
  }),
  serve(reportEndpoints.correct, (world, actor, { params, body }) =>
    runCommand(world, actor, (context) => correctReport(context, { ...params, ...body })),
  ),
  serve(reportEndpoints.triage, (world, actor, { params, body }) =>
    runCommand(world, actor, (context) => triageReport(context, { ...params, ...body })),
  ),
  serve(reportEndpoints.takeIn, (world, actor, { params, body: { version, ...household } }) =>
    runCommand(world, actor, (context) => takeIn(context, { ...params, version, household })),
  ),
  serve(reportEndpoints.forwarded, async (world, actor) =>
    ok({ reports: await forwardedTo(world.db.orm, actor) }),
  ),
  serve(reportEndpoints.ofHousehold, async (world, _actor, { params }) =>
    ok(await readIntake(world.db.orm, params.householdId)),
  ),
  servePublic(reportEndpoints.receipt, (world, { params }) => readReceipt(world.db.orm, params.token)),
  serve(reportEndpoints.redirect, (world, actor, { body }) =>
    runCommand(world, actor, (context) => countRedirection(context, body.id)),
  ),

  serveSender(reportEndpoints.inbound, async (world, { query, body }, { authorization, address }) => {
    const address_ = await auth.sending.countAddress(address);
    if (!address_.ok) return address_;
    const sender = await senderByKey(world.db.orm, body.key ?? bearerOf(authorization));
    if (sender === null) return refuse('wrong-credentials');
    const sent = await auth.sending.countSender(sender.id);
    if (!sent.ok) return sent;
    if (body.aboutMyself) return pointElsewhere(world, body.id, query.language ?? body.content.language);
    return runByNobody(world, (occasion) => receiveInbound(occasion, body, sender));
  }),
];

const bearerOf = (authorization: string | null): string =>
  authorization?.replace(/^Bearer\s+/i, '').trim() ?? '';

/** Refuses the report, in her language, and counts that it happened: nothing else of her is kept (D2). */
async function pointElsewhere(
  world: World,
  id: Parameters<typeof countRedirection>[1],
  language: Parameters<typeof pointedElsewhere>[0],
) {
  await runByNobody(world, (occasion) => countRedirection(occasion, id));
  return refuseField('sender.kind', 'woman-herself', pointedElsewhere(language));
}
