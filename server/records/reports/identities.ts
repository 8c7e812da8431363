/** What may tell that two reports are about one family, for the search for duplicates. */
import { and, desc, gt, isNotNull, isNull, ne, or, sql } from 'drizzle-orm';
import type { HouseholdId, ReportId } from '../../../shared/ids.ts';
import type { Identity } from '../../../shared/records/duplicates.ts';
import type { ReportContent } from '../../../shared/records/report-content.ts';
import type { Reader } from '../../db/connect.ts';
import { type ReportRecord, report } from './table.ts';

export type ReportIdentity = {
  readonly row: Pick<
    ReportRecord,
    'id' | 'number' | 'receivedAt' | 'senderKind' | 'senderName' | 'subject' | 'outcome'
  >;
  readonly content: ReportContent;
  readonly householdId: HouseholdId | null;
};

/** Reports older than this are about another time: a family comes back through its household. */
const yearsBack = 3;

/** The latest first: those that were neither merged nor forgotten, and the one asked about whatever became of it. */
export async function reportIdentities(
  reader: Reader,
  now: Date,
  asked: ReportId,
): Promise<ReportIdentity[]> {
  const since = new Date(now);
  since.setFullYear(now.getFullYear() - yearsBack);
  const rows = await reader
    .select()
    .from(report)
    .where(
      and(
        isNotNull(report.content),
        or(
          sql`${report.id} = ${asked}`,
          and(
            gt(report.receivedAt, sql`${since.toISOString()}`),
            or(isNull(report.outcome), ne(report.outcome, 'merged')),
          ),
        ),
      ),
    )
    .orderBy(desc(report.receivedAt));
  return rows.flatMap(({ content, householdId, ...row }) =>
    content === null ? [] : [{ row, content, householdId }],
  );
}

export const identityOf = ({ name, birth, phone, dueDate, children, language }: ReportContent): Identity => ({
  name,
  birth,
  phone,
  dueDate,
  childBirths: children.flatMap((child) => child.birth ?? []),
  languages: language === null ? [] : [language],
});
