/** The call centre's statistics, counted from the reports themselves (D12). */
import { type Day, dayOf } from '../../../shared/dates.ts';
import { type CallMonth, suppressed, suppressedTotal } from '../../../shared/records/call-statistics.ts';
import { ReportingKind, Urgency } from '../../../shared/records/report-content.ts';
import { TriageOutcome } from '../../../shared/records/reports.ts';
import { smallestCell } from '../../../shared/records/suppress.ts';
import type { Reader } from '../../db/connect.ts';
import { type ReportFact, redirectionsByMonth, reportFacts } from '../reports/counts.ts';
import { earlinessOfReport } from '../reports/present.ts';

const monthsShown = 12;

/** Each month from `from` to `to` (`2026-11`), the last twelve unless told, the newest first, and all together. */
export async function readCallStatistics(
  reader: Reader,
  query: { from?: string | undefined; to?: string | undefined },
  now: Date,
): Promise<{ total: CallMonth; months: CallMonth[] }> {
  const to = query.to ?? dayOf(now).slice(0, 7);
  const from = query.from ?? monthsLater(to, 1 - monthsShown);
  const months: string[] = [];
  for (let month = to; month >= from && months.length < 120; month = monthsLater(month, -1))
    months.push(month);
  const first = months.at(-1) ?? to;
  const edge = 2 * 86_400_000; // a month begins up to two hours off midnight UTC; each fact's own day decides
  const facts = await reportFacts(
    reader,
    new Date(Date.parse(`${first}-01`) - edge),
    new Date(Date.parse(`${monthsLater(to, 1)}-01`) + edge),
  );
  const byMonth = Map.groupBy(facts, ({ receivedAt }) => dayOf(new Date(receivedAt)).slice(0, 7));
  const redirections = await redirectionsByMonth(reader);
  const redirected = (month: string): number => redirections.get(`${month}-01` as Day) ?? 0; // the column holds first days
  const all = months.flatMap((month) => byMonth.get(month) ?? []);
  return {
    total: count(
      null,
      all,
      months.reduce((sum, month) => sum + redirected(month), 0),
    ),
    months: months.map((month) => count(month, byMonth.get(month) ?? [], redirected(month))),
  };
}

function count(month: string | null, facts: readonly ReportFact[], redirected: number): CallMonth {
  const early = facts.map(({ receivedAt, content }) => earlinessOfReport(receivedAt, content));
  const weeks = early.flatMap((each) => (each?.kind === 'pregnancy' ? [each.week] : []));
  const days = early.flatMap((each) => (each?.kind === 'birth' ? [each.days] : []));
  const unknown = facts.length - weeks.length - days.length;
  return {
    month,
    received: suppressedTotal(facts.length),
    bySender: tally(
      ReportingKind.options,
      facts.map(({ senderKind }) => senderKind),
    ),
    byOutcome: tally(
      [...TriageOutcome.options, 'waiting'],
      facts.map(({ outcome }) => outcome ?? 'waiting'),
    ),
    byUrgency: tally(
      Urgency.options,
      facts.map(({ urgency }) => urgency),
    ),
    byEarliness: suppressed({ pregnancy: weeks.length, birth: days.length, unknown }),
    medianWeek: medianOf(weeks),
    medianDays: medianOf(days),
    redirected: suppressedTotal(redirected),
  };
}

const tally = (keys: readonly string[], values: readonly string[]) =>
  suppressed(Object.fromEntries(keys.map((key) => [key, values.filter((value) => value === key).length])));

/** Null under five: it would be nearly somebody's own. */
function medianOf(values: readonly number[]): number | null {
  if (values.length < smallestCell) return null;
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [low, high] = [sorted[sorted.length % 2 === 1 ? middle : middle - 1], sorted[middle]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}

function monthsLater(month: string, by: number): string {
  const [year, number] = month.split('-').map(Number) as [number, number]; // Month's pattern has two parts
  return new Date(Date.UTC(year, number - 1 + by, 1)).toISOString().slice(0, 7);
}
