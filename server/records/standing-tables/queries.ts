/** Standing tables as the workers read them. */
import { asc, desc, inArray, sql } from 'drizzle-orm';
import type { BodyId } from '../../../shared/ids.ts';
import type { BodyBrief } from '../../../shared/records/bodies.ts';
import type { StandingTable, TableDecision } from '../../../shared/records/standing-tables.ts';
import type { Reader } from '../../db/connect.ts';
import { shownBodyBriefs } from '../bodies/queries.ts';
import {
  type StandingTableRow,
  standingTable,
  standingTableMember,
  type TableDecisionRow,
  tableDecision,
  tableSession,
} from './table.ts';

/** All tables, by name. */
export const readStandingTables = async (reader: Reader): Promise<StandingTable[]> =>
  presentTables(
    reader,
    await reader
      .select()
      .from(standingTable)
      .orderBy(sql`${standingTable.name} collate "it-x-icu"`, standingTable.id),
  );

/** Rows with members, sessions (newest first) and decisions (as they were taken). */
export async function presentTables(
  reader: Reader,
  rows: readonly StandingTableRow[],
): Promise<StandingTable[]> {
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const members = await reader
    .select()
    .from(standingTableMember)
    .where(inArray(standingTableMember.standingTableId, ids));
  const sessions = await reader
    .select()
    .from(tableSession)
    .where(inArray(tableSession.standingTableId, ids))
    .orderBy(desc(tableSession.startsAt));
  const decisions =
    sessions.length === 0
      ? []
      : await reader
          .select()
          .from(tableDecision)
          .where(
            inArray(
              tableDecision.sessionId,
              sessions.map(({ id }) => id),
            ),
          )
          .orderBy(asc(tableDecision.position), asc(tableDecision.id));
  const bodies = await shownBodyBriefs(
    reader,
    [...members, ...decisions].flatMap(({ bodyId }) => bodyId ?? []),
  );
  return rows.map((row) => ({
    ...row,
    members: members
      .flatMap(({ standingTableId, bodyId }) =>
        standingTableId === row.id ? (bodies.get(bodyId) ?? []) : [],
      )
      .sort((a, b) => a.name.localeCompare(b.name, 'it')),
    sessions: sessions
      .filter(({ standingTableId }) => standingTableId === row.id)
      .map(({ standingTableId, ...session }) => ({
        ...session,
        decisions: decisions
          .filter(({ sessionId }) => sessionId === session.id)
          .map((decision) => presentDecision(decision, bodies)),
      })),
  }));
}

function presentDecision(
  { bodyId, sessionId, position, ...rest }: TableDecisionRow,
  bodies: ReadonlyMap<BodyId, BodyBrief>,
): TableDecision {
  return { ...rest, responsible: (bodyId && bodies.get(bodyId)) ?? null };
}
