/** Reports as the call centre reads them. */
import { assert } from '../../../shared/assert.ts';
import { dayOf } from '../../../shared/dates.ts';
import type { BodyId } from '../../../shared/ids.ts';
import type { BodyBrief } from '../../../shared/records/bodies.ts';
import { type Earliness, earlinessOf } from '../../../shared/records/earliness.ts';
import type { ReportContent } from '../../../shared/records/report-content.ts';
import type { Report, ReportRow } from '../../../shared/records/reports.ts';
import type { Reader } from '../../db/connect.ts';
import { bodyBriefs } from '../bodies/queries.ts';
import { standingMerges } from '../duplicates/standing.ts';
import { householdBriefs } from '../households/briefs.ts';
import { personBriefs } from '../people/queries.ts';
import type { ReportRecord } from './table.ts';

/** The page of a sender's receipt. */
export const receiptPath = (token: string): string => `/receipt/${token}`;

/** What the report itself tells of how early it came. */
export function earlinessOfReport(
  receivedAt: string,
  content: Pick<ReportContent, 'dueDate' | 'children'> | null,
): Earliness | null {
  if (content === null) return null;
  const { dueDate, children } = content;
  return earlinessOf(dayOf(new Date(receivedAt)), {
    pregnancies: dueDate === null ? [] : [{ lmp: null, dueDate, ended: null }],
    births: children.flatMap(({ birth }) => birth ?? []),
  });
}

export async function presentRows(reader: Reader, rows: readonly ReportRecord[]): Promise<ReportRow[]> {
  const bodies = await bodyBriefs(
    reader,
    rows.flatMap(({ senderBodyId }) => senderBodyId ?? []),
  );
  return rows.map((row) => toRow(row, bodies));
}

function toRow(row: ReportRecord, bodies: ReadonlyMap<BodyId, BodyBrief>): ReportRow {
  const { id, number, senderKind, senderName, channel, receivedAt, subject, urgency } = row;
  const senderBody = row.senderBodyId === null ? null : (bodies.get(row.senderBodyId) ?? null);
  const earliness = earlinessOfReport(receivedAt, row.content);
  const { outcome, householdId } = row;
  return {
    ...{ id, number, senderKind, senderName, senderBody, channel, receivedAt, subject, urgency },
    ...{ earliness, outcome, householdId },
  };
}

/** Reports whole, in the same order. */
export async function presentReports(reader: Reader, rows: readonly ReportRecord[]): Promise<Report[]> {
  const bodies = await bodyBriefs(
    reader,
    rows.flatMap(({ senderBodyId, triageBodyId }) => [senderBodyId ?? [], triageBodyId ?? []].flat()),
  );
  const people = await personBriefs(
    reader,
    rows.flatMap(({ recordedBy, triagedBy }) => [recordedBy ?? [], triagedBy ?? []].flat()),
  );
  const households = await householdBriefs(
    reader,
    rows.flatMap(({ householdId }) => householdId ?? []),
  );
  const merges = await standingMerges(
    reader,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => {
    const household = row.householdId === null ? undefined : households.get(row.householdId);
    const by = row.triagedBy === null ? undefined : people.get(row.triagedBy);
    assert((by === undefined) === (row.triagedAt === null), 'a triaged report was triaged by somebody');
    return {
      ...toRow(row, bodies),
      content: row.content,
      recordedBy: row.recordedBy === null ? null : (people.get(row.recordedBy) ?? null),
      triage:
        by === undefined || row.triagedAt === null
          ? null
          : {
              note: row.triageNote,
              grounds: row.triageGrounds,
              body: row.triageBodyId === null ? null : (bodies.get(row.triageBodyId) ?? null),
              by,
              at: row.triagedAt,
            },
      merge: merges.get(row.id) ?? null,
      household: household === undefined ? null : { id: household.id, code: household.code },
      receipt: receiptPath(row.receiptToken),
      version: row.version,
    };
  });
}
