/** How many reports came in: per sender, and as facts without a person for the statistics. */
import { sql } from 'drizzle-orm';
import type { Day, Instant } from '../../../shared/dates.ts';
import type { SenderId } from '../../../shared/ids.ts';
import type { ReportContent, ReportingKind, Urgency } from '../../../shared/records/report-content.ts';
import type { TriageOutcome } from '../../../shared/records/reports.ts';
import type { Reader } from '../../db/connect.ts';
import { redirection, report } from './table.ts';

export async function reportsBySender(reader: Reader): Promise<Map<SenderId, number>> {
  const rows = await reader
    .select({ id: report.senderId, n: sql<number>`count(*)::int` })
    .from(report)
    .where(sql`${report.senderId} is not null`)
    .groupBy(report.senderId);
  return new Map(rows.flatMap(({ id, n }) => (id === null ? [] : [[id, n] as const])));
}

export type ReportFact = {
  readonly receivedAt: Instant;
  readonly senderKind: ReportingKind;
  readonly outcome: TriageOutcome | null;
  readonly urgency: Urgency;
  readonly content: ReportContent | null;
};

/** Every report received in `[from, to)`, oldest first, for counting. */
export const reportFacts = (reader: Reader, from: Date, to: Date): Promise<ReportFact[]> =>
  reader
    .select({
      receivedAt: report.receivedAt,
      senderKind: report.senderKind,
      outcome: report.outcome,
      urgency: report.urgency,
      content: report.content,
    })
    .from(report)
    .where(sql`${report.receivedAt} >= ${from.toISOString()} and ${report.receivedAt} < ${to.toISOString()}`)
    .orderBy(report.receivedAt);

/** How many women who called for themselves were pointed elsewhere, by the first day of the month. */
export async function redirectionsByMonth(reader: Reader): Promise<Map<Day, number>> {
  const rows = await reader
    .select({ month: redirection.month, n: sql<number>`count(*)::int` })
    .from(redirection)
    .groupBy(redirection.month);
  return new Map(rows.map(({ month, n }) => [month, n]));
}
