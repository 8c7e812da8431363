/** One report, locked. */
import { eq } from 'drizzle-orm';
import type { ReportId } from '../../../shared/ids.ts';
import type { Tx } from '../../db/connect.ts';
import { type ReportRecord, report } from './table.ts';

/** The report, locked for a change; null when there is none. */
export async function lockReport(tx: Tx, reportId: ReportId): Promise<ReportRecord | null> {
  const [row] = await tx.select().from(report).where(eq(report.id, reportId)).for('update');
  return row ?? null;
}
