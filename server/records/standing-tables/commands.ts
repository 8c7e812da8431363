/** Opening standing tables, their sessions and what became of their decisions (D9). */
import { and, count, eq, sql } from 'drizzle-orm';
import { assert } from '../../../shared/assert.ts';
import { dayOf, instantOf } from '../../../shared/dates.ts';
import type { BodyId, StandingTableId, TableDecisionId, TableSessionId } from '../../../shared/ids.ts';
import { type Outcome, ok, type Refusal, refuse, refuseField } from '../../../shared/outcome.ts';
import type {
  DecisionDraft,
  DecisionState,
  StandingTable,
  StandingTableDraft,
  TableSessionDraft,
} from '../../../shared/records/standing-tables.ts';
import { append } from '../../activity/log.ts';
import type { CommandContext } from '../../command.ts';
import type { Tx } from '../../db/connect.ts';
import { refuseCaseData, refuseOthers, refuseUnknownBodies } from '../territory/guards.ts';
import { presentTables } from './queries.ts';
import {
  type StandingTableRow,
  standingTable,
  standingTableMember,
  tableDecision,
  tableSession,
} from './table.ts';

/** Opens a table between bodies. The same id again answers the same table. */
export async function openStandingTable(
  context: CommandContext,
  { memberIds, ...draft }: StandingTableDraft,
): Promise<Outcome<StandingTable>> {
  const { tx } = context;
  const problem = await refuseTable(context, { memberIds, ...draft });
  if (problem !== null) return problem;
  const [made] = await tx.insert(standingTable).values(draft).onConflictDoNothing().returning();
  if (made === undefined) return present(tx, await lockTable(tx, draft.id));
  await putMembers(tx, made.id, memberIds);
  await append(context, null, { kind: 'standing-table.opened', standingTableId: made.id });
  return present(tx, made);
}

/** Changes name, purpose and members. */
export async function changeStandingTable(
  context: CommandContext,
  given: Omit<StandingTableDraft, 'id'> & { standingTableId: StandingTableId; version: number },
): Promise<Outcome<StandingTable>> {
  const { tx } = context;
  const { standingTableId, version, memberIds, name, purpose } = given;
  const problem = await refuseTable(context, given);
  if (problem !== null) return problem;
  const before = await lockTable(tx, standingTableId);
  if (before === null) return refuse('not-available');
  if (before.version !== version) return refuse('changed-meanwhile');
  const [after] = await tx
    .update(standingTable)
    .set({ name, purpose, version: version + 1 })
    .where(eq(standingTable.id, standingTableId))
    .returning();
  assert(after, 'a locked table is still there');
  await tx.delete(standingTableMember).where(eq(standingTableMember.standingTableId, standingTableId));
  await putMembers(tx, standingTableId, memberIds);
  await append(context, null, { kind: 'standing-table.changed', standingTableId });
  return present(tx, after);
}

/** Plans a session. The same id again changes nothing. */
export async function planTableSession(
  context: CommandContext,
  { standingTableId, ...draft }: TableSessionDraft & { standingTableId: StandingTableId },
): Promise<Outcome<StandingTable>> {
  const { tx, actor } = context;
  const problem = refuseOthers(actor) ?? refuseCaseData({ topics: draft.topics });
  if (problem !== null) return problem;
  const table = await lockTable(tx, standingTableId);
  if (table === null) return refuse('not-available');
  const made = await tx
    .insert(tableSession)
    .values({ ...draft, standingTableId })
    .onConflictDoNothing()
    .returning();
  if (made.length === 1) {
    await append(context, null, {
      kind: 'standing-table.session-planned',
      standingTableId,
      sessionId: draft.id,
    });
  }
  return present(tx, table);
}

/** Says how many came and adds decisions to those taken before. A session to come has decided nothing yet. */
export async function recordTableSession(
  context: CommandContext,
  input: {
    standingTableId: StandingTableId;
    sessionId: TableSessionId;
    attended: number;
    decisions: readonly DecisionDraft[];
    version: number;
  },
): Promise<Outcome<StandingTable>> {
  const { tx, actor, now } = context;
  const { standingTableId, sessionId, attended, decisions, version } = input;
  const problem = refuseOthers(actor) ?? refuseCaseData({ decisions: decisions.map(({ text }) => text) });
  if (problem !== null) return problem;
  const table = await lockTable(tx, standingTableId);
  const [session] = await tx
    .select()
    .from(tableSession)
    .where(and(eq(tableSession.id, sessionId), eq(tableSession.standingTableId, standingTableId)))
    .for('update');
  if (table === null || session === undefined) return refuse('not-available');
  if (session.version !== version) return refuse('changed-meanwhile');
  if (session.startsAt > instantOf(now)) {
    return refuseField('attended', 'in-future', 'This session has not begun yet.');
  }
  const strangers = await refuseStrangers(tx, standingTableId, decisions);
  if (strangers !== null) return strangers;
  await tx
    .update(tableSession)
    .set({ attended, version: version + 1 })
    .where(eq(tableSession.id, sessionId));
  await addDecisions(tx, sessionId, decisions);
  await append(context, null, { kind: 'standing-table.session-recorded', standingTableId, sessionId });
  return present(tx, table);
}

/** Says what became of a decision. One that was not done says why. */
export async function followDecision(
  context: CommandContext,
  input: {
    standingTableId: StandingTableId;
    decisionId: TableDecisionId;
    state: DecisionState;
    note: string;
    version: number;
  },
): Promise<Outcome<StandingTable>> {
  const { tx, actor, now } = context;
  const { standingTableId, decisionId, state, note, version } = input;
  const problem = refuseOthers(actor) ?? refuseCaseData({ note });
  if (problem !== null) return problem;
  if (state === 'not_done' && note === '') return refuseField('note', 'required', 'Say why it was not done.');
  const table = await lockTable(tx, standingTableId);
  const [found] = await tx
    .select({ version: tableDecision.version })
    .from(tableDecision)
    .innerJoin(tableSession, eq(tableSession.id, tableDecision.sessionId))
    .where(and(eq(tableDecision.id, decisionId), eq(tableSession.standingTableId, standingTableId)));
  if (table === null || found === undefined) return refuse('not-available');
  if (found.version !== version) return refuse('changed-meanwhile');
  await tx
    .update(tableDecision)
    .set({
      state,
      note,
      followedOn: state === 'open' ? null : dayOf(now),
      version: sql`${tableDecision.version} + 1`,
    })
    .where(eq(tableDecision.id, decisionId));
  await append(context, null, {
    kind: 'standing-table.decision-followed',
    standingTableId,
    decisionId,
    state,
  });
  return present(tx, table);
}

async function refuseTable(
  { tx, actor }: CommandContext,
  { name, purpose, memberIds }: Omit<StandingTableDraft, 'id'>,
): Promise<Refusal | null> {
  return (
    refuseOthers(actor) ?? refuseCaseData({ name, purpose }) ?? (await refuseUnknownBodies(tx, { memberIds }))
  );
}

/** Who sees to a decision sits at the table. */
async function refuseStrangers(
  tx: Tx,
  standingTableId: StandingTableId,
  decisions: readonly DecisionDraft[],
) {
  const members = await tx
    .select({ bodyId: standingTableMember.bodyId })
    .from(standingTableMember)
    .where(eq(standingTableMember.standingTableId, standingTableId));
  const known = new Set(members.map(({ bodyId }) => bodyId));
  return decisions.every(({ bodyId }) => bodyId === null || known.has(bodyId))
    ? null
    : refuseField('decisions', 'not-at-table', 'Who sees to a decision is a member of the table.');
}

async function addDecisions(tx: Tx, sessionId: TableSessionId, decisions: readonly DecisionDraft[]) {
  if (decisions.length === 0) return;
  const [before] = await tx
    .select({ n: count() })
    .from(tableDecision)
    .where(eq(tableDecision.sessionId, sessionId));
  await tx
    .insert(tableDecision)
    .values(
      decisions.map((decision, index) => ({
        ...decision,
        sessionId,
        position: (before?.n ?? 0) + index + 1,
      })),
    )
    .onConflictDoNothing();
}

const putMembers = (tx: Tx, standingTableId: StandingTableId, memberIds: readonly BodyId[]) =>
  tx
    .insert(standingTableMember)
    .values([...new Set(memberIds)].map((bodyId) => ({ standingTableId, bodyId })));

/** Whatever happens at a table happens one after the other. */
async function lockTable(tx: Tx, id: StandingTableId): Promise<StandingTableRow | null> {
  const [row] = await tx.select().from(standingTable).where(eq(standingTable.id, id)).for('update');
  return row ?? null;
}

async function present(tx: Tx, row: StandingTableRow | null): Promise<Outcome<StandingTable>> {
  const [presented] = row === null ? [] : await presentTables(tx, [row]);
  assert(presented, 'one table gives one table');
  return ok(presented);
}
