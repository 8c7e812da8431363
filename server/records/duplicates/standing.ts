/** Merges that stand: what other domains ask. */
import { and, inArray, isNull } from 'drizzle-orm';
import type { ReportId } from '../../../shared/ids.ts';
import type { Report } from '../../../shared/records/reports.ts';
import type { Reader } from '../../db/connect.ts';
import { reportMerge } from './table.ts';

/** Where each of these reports was merged into; one that wasn't is left out. */
export async function standingMerges(
  reader: Reader,
  ids: readonly ReportId[],
): Promise<Map<ReportId, NonNullable<Report['merge']>>> {
  if (ids.length === 0) return new Map();
  const rows = await reader
    .select()
    .from(reportMerge)
    .where(and(inArray(reportMerge.reportId, [...ids]), isNull(reportMerge.undoneAt)));
  return new Map(
    rows.map(({ id, reportId, intoReportId, intoHouseholdId }) => [
      reportId,
      { id, reportId: intoReportId, householdId: intoHouseholdId },
    ]),
  );
}
