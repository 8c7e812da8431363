/** How a merge changes a report and how undoing it puts it back; duplicates/commands.ts decides when. */
import { eq, sql } from 'drizzle-orm';
import { instantOf } from '../../../shared/dates.ts';
import type { PersonId, ReportId } from '../../../shared/ids.ts';
import type { Tx } from '../../db/connect.ts';
import { type ReportRecord, report } from './table.ts';

/** A report's triage as it stood. */
export type TriageBefore = Pick<
  ReportRecord,
  'outcome' | 'triageNote' | 'triageGrounds' | 'triageBodyId' | 'triagedBy' | 'triagedAt'
>;

/** Both rows locked, always in the same order, so that two crossing merges wait for each other and don't lock up. */
export async function lockReports(tx: Tx, ids: readonly ReportId[]): Promise<Map<ReportId, ReportRecord>> {
  const found = new Map<ReportId, ReportRecord>();
  for (const id of [...new Set(ids)].sort()) {
    const [row] = await tx.select().from(report).where(eq(report.id, id)).for('update');
    if (row !== undefined) found.set(id, row);
  }
  return found;
}

export const triageOf = ({
  outcome,
  triageNote,
  triageGrounds,
  triageBodyId,
  triagedBy,
  triagedAt,
}: ReportRecord): TriageBefore => ({
  ...{ outcome, triageNote, triageGrounds, triageBodyId, triagedBy, triagedAt },
});

/** The report is triaged as merged. */
export async function markMerged(
  tx: Tx,
  { reportId, by, at, reason }: { reportId: ReportId; by: PersonId; at: Date; reason: string },
): Promise<void> {
  await tx
    .update(report)
    .set({
      outcome: 'merged',
      triageNote: reason,
      triageGrounds: null,
      triageBodyId: null,
      triagedBy: by,
      triagedAt: instantOf(at),
      version: sql`${report.version} + 1`,
    })
    .where(eq(report.id, reportId));
}

/** The report stands as before it was merged. */
export async function putBack(tx: Tx, reportId: ReportId, before: TriageBefore): Promise<void> {
  await tx
    .update(report)
    .set({ ...before, version: sql`${report.version} + 1` })
    .where(eq(report.id, reportId));
}
