/** Reading reports: the call centre's list and pages, what was forwarded, the household's intake, the sender's receipt. */
import { and, asc, desc, eq, isNotNull, isNull, type SQL, sql } from 'drizzle-orm';
import type { Actor } from '../../../shared/access.ts';
import { dayOf } from '../../../shared/dates.ts';
import type { HouseholdId, ReportId } from '../../../shared/ids.ts';
import { type Outcome, ok, refuse } from '../../../shared/outcome.ts';
import { type Earliness, earlinessOf, type HouseholdEarliness } from '../../../shared/records/earliness.ts';
import { isHealthSender } from '../../../shared/records/report-content.ts';
import type { Report, ReportCorrection, ReportReceipt, ReportRow } from '../../../shared/records/reports.ts';
import type { Reader } from '../../db/connect.ts';
import { membersOf } from '../households/members.ts';
import { readCorrections } from './correct.ts';
import { presentReports, presentRows } from './present.ts';
import { type ReportRecord, report } from './table.ts';

const urgencyRank = sql`array_position(array['now', 'within_72h', 'ordinary'], ${report.urgency})`;

type Page = { readonly items: ReportRow[]; readonly next: string | null; readonly waiting: number };

/** What waits, the most urgent and then the oldest first; or what was triaged, the latest first. */
export async function listReports(
  reader: Reader,
  query: { state: 'waiting' | 'triaged'; after?: string | undefined; limit: number },
): Promise<Page> {
  const { state, after, limit } = query;
  const isWaiting = state === 'waiting';
  const key: SQL = isWaiting
    ? sql`${urgencyRank}, ${report.receivedAt}, ${report.id}`
    : sql`${report.triagedAt}, ${report.id}`;
  const last = sql`(select ${key} from ${report} where ${report.id}::text = ${after ?? ''})`;
  const beyond = isWaiting ? sql`(${key}) > ${last}` : sql`(${key}) < ${last}`;
  const rows = await reader
    .select()
    .from(report)
    .where(and(isWaiting ? isNull(report.outcome) : isNotNull(report.outcome), after ? beyond : undefined))
    .orderBy(
      ...(isWaiting
        ? [urgencyRank, asc(report.receivedAt), asc(report.id)]
        : [desc(report.triagedAt), desc(report.id)]),
    )
    .limit(limit + 1);
  const [count] = await reader
    .select({ n: sql<number>`count(*)::int` })
    .from(report)
    .where(isNull(report.outcome));
  const items = await presentRows(reader, rows.slice(0, limit));
  const next = rows.length > limit ? (items.at(-1)?.id ?? null) : null;
  return { items, next, waiting: count?.n ?? 0 };
}

export async function readReport(
  reader: Reader,
  reportId: ReportId,
): Promise<Outcome<Report & { corrections: ReportCorrection[] }>> {
  const rows = await reader.select().from(report).where(eq(report.id, reportId));
  const [found] = await presentReports(reader, rows);
  if (found === undefined) return refuse('not-available');
  return ok({ ...found, corrections: await readCorrections(reader, reportId) });
}

/** Reports forwarded to the actor's body that wait for a household, the oldest first. */
export async function forwardedTo(reader: Reader, { bodyId }: Actor): Promise<Report[]> {
  if (bodyId === null) return [];
  const rows = await reader
    .select()
    .from(report)
    .where(and(eq(report.outcome, 'forwarded'), eq(report.triageBodyId, bodyId), isNull(report.householdId)))
    .orderBy(asc(report.receivedAt), asc(report.id))
    .limit(200);
  return presentReports(reader, rows);
}

/** The report a household was opened from, and how early it came, for whoever may see the case. */
export async function readIntake(
  reader: Reader,
  householdId: HouseholdId,
): Promise<{ intake: Report | null; earliness: Earliness | null }> {
  const rows = await reader.select().from(report).where(eq(report.householdId, householdId));
  const [intake] = await presentReports(reader, rows);
  if (intake === undefined) return { intake: null, earliness: null };
  const [early] = await earlinessFor(reader, rows);
  return { intake, earliness: early?.earliness ?? null };
}

/** B12: how early each household that was opened from a report was reached, by the dates known today. For indicators. */
export async function readEarliness(
  reader: Reader,
): Promise<(HouseholdEarliness & { readonly fromHealth: boolean })[]> {
  return earlinessFor(reader, await reader.select().from(report).where(isNotNull(report.householdId)));
}

/** The members' dates are those people wrote since; the report's own stand in where they have none. */
async function earlinessFor(reader: Reader, rows: readonly ReportRecord[]) {
  const households = await membersOf(
    reader,
    rows.flatMap(({ householdId }) => householdId ?? []),
  );
  return rows.flatMap(({ householdId, receivedAt, senderKind, content }) => {
    if (householdId === null) return [];
    const members = households.get(householdId) ?? [];
    const known = members.flatMap(({ pregnancy }) => pregnancy ?? []);
    const reported = content?.dueDate ?? null;
    const receivedOn = dayOf(new Date(receivedAt));
    const earliness = earlinessOf(receivedOn, {
      pregnancies:
        known.length > 0
          ? known.map(({ lmp, dueDate, ended }) => ({ lmp, dueDate, ended: ended?.on ?? null }))
          : reported === null
            ? []
            : [{ lmp: null, dueDate: reported, ended: null }],
      births: [
        ...members.flatMap(({ relation, birth }) => (relation === 'child' && birth !== null ? [birth] : [])),
        ...(content?.children ?? []).flatMap(({ birth }) => birth ?? []),
      ],
    });
    return [{ householdId, receivedOn, earliness, fromHealth: isHealthSender(senderKind) }];
  });
}

/** D11: number, moment and state, by the token of the sender's link. */
export async function readReceipt(reader: Reader, token: string): Promise<Outcome<ReportReceipt>> {
  const [row] = await reader
    .select({ number: report.number, receivedAt: report.receivedAt, outcome: report.outcome })
    .from(report)
    .where(eq(report.receiptToken, token));
  if (row === undefined) return refuse('link-ended');
  const { number, receivedAt, outcome } = row;
  return ok({ number, receivedAt, state: outcome === null ? 'received' : 'examined' });
}
