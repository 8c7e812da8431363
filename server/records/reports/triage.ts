/** The outcome of triage (D2), and opening a household from a report, once (D1). */
import { eq, sql } from 'drizzle-orm';
import { assert } from '../../../shared/assert.ts';
import { instantOf } from '../../../shared/dates.ts';
import type { HouseholdId, ReportId } from '../../../shared/ids.ts';
import { type Outcome, ok, refuse, refuseField } from '../../../shared/outcome.ts';
import {
  leadsToHousehold,
  type Report,
  reportEndpoints,
  type Triage,
} from '../../../shared/records/reports.ts';
import { append } from '../../activity/log.ts';
import type { CommandContext } from '../../command.ts';
import type { Tx } from '../../db/connect.ts';
import { openBody } from '../bodies/queries.ts';
import { type NewHousehold, openGranted } from '../households/open.ts';
import { forgetCorrections } from './correct.ts';
import { lockAtCallCentre, lockReport } from './locked.ts';
import { presentReports } from './present.ts';
import { type ReportRecord, report } from './table.ts';

/**
 * Records the outcome. It may be changed until a household is opened; a merge is undone first, and a woman who turned
 * out to have reported herself is forgotten: that can't be changed.
 */
export async function triageReport(
  context: CommandContext,
  { reportId, version, ...triage }: Triage & { reportId: ReportId; version: number },
): Promise<Outcome<Report>> {
  const { tx, actor, now } = context;
  const locked = await lockAtCallCentre(context, { reportId, version });
  if (!locked.ok) return locked;
  const before = locked.value;
  const final = before.outcome === 'merged' || before.outcome === 'redirected';
  if (final || before.householdId !== null) return refuse('wrong-state');
  const problem = await refuseTriage(tx, triage);
  if (problem !== null) return problem;
  const { outcome, note, bodyId, grounds } = triage;
  const [after] = await tx
    .update(report)
    .set({
      outcome,
      triageNote: note,
      triageBodyId: bodyId,
      triageGrounds: outcome === 'placement_search' ? grounds : null,
      triagedBy: actor.personId,
      triagedAt: instantOf(now),
      version: sql`${report.version} + 1`,
      ...(outcome === 'redirected' && forgotten),
    })
    .where(eq(report.id, reportId))
    .returning();
  assert(after, 'a locked report is still there');
  if (outcome === 'redirected') await forgetCorrections(tx, reportId);
  await append(context, null, { kind: 'report.triaged', reportId, outcome, bodyId });
  return present(tx, after);
}

/** What stays of a woman who reported herself: that a report came, and when. */
const forgotten = {
  content: null,
  subject: 'other',
  senderName: '',
  senderBodyId: null,
  triageNote: '',
} as const;

async function refuseTriage(tx: Tx, { outcome, note, bodyId, grounds }: Triage) {
  if (outcome === 'placement_search' && grounds === null) {
    return refuseField(
      'grounds',
      'required',
      'A place is looked for after support at home was tried, or in an emergency.',
    );
  }
  if (outcome === 'forwarded' && bodyId === null) {
    return refuseField('bodyId', 'required', 'Say which body it is forwarded to.');
  }
  if (outcome === 'not_competent' && note.length < 3) {
    return refuseField('note', 'required', 'Say why, for whoever asks again.');
  }
  if (bodyId !== null && (await openBody(tx, bodyId)) === null) {
    return refuseField('bodyId', 'unknown', 'No open body has this id.');
  }
  return null;
}

/**
 * Opens the household the report is about, with its tutor, once: whoever is second finds it opened. The call centre
 * may, and whoever may open households in the body it was forwarded to. Nothing opens by itself.
 */
export async function takeIn(
  context: CommandContext,
  { reportId, version, household }: { reportId: ReportId; version: number; household: NewHousehold },
): Promise<Outcome<{ id: HouseholdId; code: string }>> {
  const { tx, actor, now } = context;
  const found = await lockReport(tx, reportId);
  if (found === null || !mayTakeIn(context, found)) return refuse('not-available');
  if (found.householdId !== null && found.householdId !== household.id) return refuse('wrong-state');
  if (found.householdId !== null) return openGranted(context, household);
  if (!leadsToHousehold(found.outcome)) return refuse('wrong-state');
  if (found.version !== version) return refuse('changed-meanwhile');
  const opened = await openGranted(context, household);
  if (!opened.ok) return opened;
  await tx
    .update(report)
    .set({
      householdId: household.id,
      takenInBy: actor.personId,
      takenInAt: instantOf(now),
      version: sql`${report.version} + 1`,
    })
    .where(eq(report.id, reportId));
  await append(context, null, { kind: 'report.taken-in', reportId, openedId: household.id });
  return opened;
}

function mayTakeIn({ actor }: CommandContext, found: ReportRecord): boolean {
  if (actor.function === 'call_centre') return true;
  const { policy } = reportEndpoints.takeIn;
  const opens = policy.kind === 'functions' && policy.functions.includes(actor.function);
  return opens && found.outcome === 'forwarded' && found.triageBodyId === actor.bodyId;
}

async function present(tx: Tx, row: ReportRecord): Promise<Outcome<Report>> {
  const [presented] = await presentReports(tx, [row]);
  assert(presented, 'one row gives one report');
  return ok(presented);
}
