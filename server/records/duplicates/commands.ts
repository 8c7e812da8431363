/** Merging two records of one family, and undoing it. Only a person does, and only in the call centre (D8). */
import { and, eq, isNull } from 'drizzle-orm';
import { instantOf } from '../../../shared/dates.ts';
import type { MergeId, ReportId } from '../../../shared/ids.ts';
import { type Outcome, ok, refuse, refuseField } from '../../../shared/outcome.ts';
import type { MergeTarget } from '../../../shared/records/duplicates.ts';
import { append } from '../../activity/log.ts';
import type { CommandContext } from '../../command.ts';
import type { Tx } from '../../db/connect.ts';
import { householdBriefs } from '../households/briefs.ts';
import { lockReports, markMerged, putBack, triageOf } from '../reports/merging.ts';
import { candidateDismissal, reportMerge } from './table.ts';

type Done = Outcome<Record<string, never>>;

/**
 * Says that the report is about the same family as the target. Merges don't chain: a report that others were merged
 * into isn't merged away, and nothing is merged into a merged one.
 */
export async function mergeReport(
  context: CommandContext,
  input: { reportId: ReportId; id: MergeId; into: MergeTarget; reason: string; version: number },
): Promise<Done> {
  const { tx, actor, now } = context;
  const { reportId, id, into, reason, version } = input;
  if (actor.function !== 'call_centre') return refuse('not-available');
  const intoReportId = into.kind === 'report' ? into.reportId : null;
  const intoHouseholdId = into.kind === 'household' ? into.householdId : null;
  const locked = await lockReports(tx, [reportId, ...(intoReportId ? [intoReportId] : [])]);
  const found = locked.get(reportId);
  if (found === undefined) return refuse('not-available');
  const [same] = await tx.select().from(reportMerge).where(eq(reportMerge.id, id));
  if (same !== undefined) return same.reportId === reportId ? ok({}) : refuse('not-available');
  if (found.version !== version) return refuse('changed-meanwhile');
  if (found.outcome === 'merged' || found.outcome === 'redirected' || found.householdId !== null) {
    return refuse('wrong-state');
  }
  const problem = await refuseTarget(tx, reportId, into, locked);
  if (problem !== null) return problem;
  if (await isMergedInto(tx, reportId)) return refuse('wrong-state');
  const at = instantOf(now);
  const before = triageOf(found);
  await tx.insert(reportMerge).values({
    ...{ id, reportId, intoReportId, intoHouseholdId, reason, before },
    ...{ mergedBy: actor.personId, mergedAt: at },
  });
  await markMerged(tx, { reportId, by: actor.personId, at: now, reason });
  await append(context, null, { kind: 'duplicate.merged', mergeId: id, reportId, reason });
  return ok({});
}

async function refuseTarget(
  tx: Tx,
  reportId: ReportId,
  into: MergeTarget,
  locked: Awaited<ReturnType<typeof lockReports>>,
) {
  if (into.kind === 'household') {
    const known = await householdBriefs(tx, [into.householdId]);
    return known.has(into.householdId)
      ? null
      : refuseField('into.householdId', 'unknown', 'No household has this id.');
  }
  const target = locked.get(into.reportId);
  if (target === undefined || into.reportId === reportId) {
    return refuseField('into.reportId', 'unknown', 'No other report has this id.');
  }
  return target.outcome === 'merged' || target.outcome === 'redirected' ? refuse('wrong-state') : null;
}

async function isMergedInto(tx: Tx, reportId: ReportId): Promise<boolean> {
  const rows = await tx
    .select({ id: reportMerge.id })
    .from(reportMerge)
    .where(and(eq(reportMerge.intoReportId, reportId), isNull(reportMerge.undoneAt)));
  return rows.length > 0;
}

/** Undoes a merge: the report's triage stands as it stood before. Undoing it twice undoes it once. */
export async function separate(
  context: CommandContext,
  { mergeId, reason }: { mergeId: MergeId; reason: string },
): Promise<Done> {
  const { tx, actor, now } = context;
  if (actor.function !== 'call_centre') return refuse('not-available');
  const [found] = await tx.select().from(reportMerge).where(eq(reportMerge.id, mergeId)).for('update');
  if (found === undefined) return refuse('not-available');
  if (found.undoneAt !== null) return ok({});
  const { reportId } = found;
  await lockReports(tx, [reportId]);
  await tx
    .update(reportMerge)
    .set({ undoneBy: actor.personId, undoneAt: instantOf(now), undoneReason: reason })
    .where(eq(reportMerge.id, mergeId));
  await putBack(tx, reportId, found.before);
  await append(context, null, { kind: 'duplicate.separated', mergeId, reportId, reason });
  return ok({});
}

/** Says that a candidate is somebody else. */
export async function dismissCandidate(
  context: CommandContext,
  { reportId, target }: { reportId: ReportId; target: MergeTarget },
): Promise<Done> {
  const { tx, actor, now } = context;
  if (actor.function !== 'call_centre') return refuse('not-available');
  const otherId = target.kind === 'report' ? target.reportId : target.householdId;
  const known = await lockReports(tx, [reportId]);
  if (!known.has(reportId)) return refuse('not-available');
  const made = await tx
    .insert(candidateDismissal)
    .values({ reportId, otherId, byId: actor.personId, at: instantOf(now) })
    .onConflictDoNothing()
    .returning();
  if (made.length > 0) await append(context, null, { kind: 'duplicate.dismissed', reportId });
  return ok({});
}
