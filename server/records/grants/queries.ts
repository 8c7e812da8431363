/** The ledger as the team reads it, and the few words of it the family reads. */
import { asc, desc, eq, inArray, sql } from 'drizzle-orm';
import { type Actor, may } from '../../../shared/access.ts';
import { assert } from '../../../shared/assert.ts';
import type { Day } from '../../../shared/dates.ts';
import type { HouseholdId, ProgrammeId } from '../../../shared/ids.ts';
import { type Outcome, ok } from '../../../shared/outcome.ts';
import {
  type FamilyGrant,
  type Grant,
  type Ledger,
  mostCents,
  noProgramme,
} from '../../../shared/records/grants.ts';
import type { Reader } from '../../db/connect.ts';
import { loadRelation } from '../care-team/relation.ts';
import { programmesOfHousehold } from '../enrolments/queries.ts';
import { goalsOf } from '../goals/queries.ts';
import { authorise } from '../households/authority.ts';
import { personBriefs } from '../people/queries.ts';
import { programmeOf } from '../programmes/queries.ts';
import {
  type GrantRow,
  grantExpense,
  grantLedger,
  grantRequest,
  type LedgerRow,
  storedFile,
} from './table.ts';

/** Caps, requests, approvals and payments, newest first; with the programmes of that day that grant something. */
export async function readLedger(
  reader: Reader,
  actor: Actor,
  householdId: HouseholdId,
  today: Day,
): Promise<Outcome<{ ledgers: Ledger[]; grants: Grant[] }>> {
  const allowed = await authorise(reader, actor, householdId, 'case.see');
  if (!allowed.ok) return allowed;
  const begun = await reader.select().from(grantLedger).where(eq(grantLedger.householdId, householdId));
  const programmes = await programmesOfHousehold(reader, householdId, today);
  const offered = programmes.filter(
    ({ id, grantCapCents }) => grantCapCents > 0 && !begun.some(({ programmeId }) => programmeId === id),
  );
  return ok({
    ledgers: [
      ...(await Promise.all(begun.map((ledger) => presentLedger(reader, ledger)))),
      ...offered.map(({ id, name, grantCapCents }) => ({
        programmeId: id,
        programmeName: name,
        capCents: Math.min(grantCapCents, mostCents),
        heldCents: 0,
        paidCents: 0,
        version: null,
      })),
    ],
    grants: await presentGrants(reader, actor, householdId, await rowsOf(reader, householdId)),
  });
}

/** What was asked and given, without names and reasons: for the family too. */
export async function readFamilyGrants(
  reader: Reader,
  actor: Actor,
  householdId: HouseholdId,
): Promise<Outcome<{ grants: FamilyGrant[] }>> {
  const allowed = await authorise(reader, actor, householdId, 'pact.see');
  if (!allowed.ok) return allowed;
  const rows = await rowsOf(reader, householdId);
  return ok({
    grants: rows.map(
      ({ id, category, status, requestedCents, approvedCents, paidCents, requestedOn, decidedOn }) => ({
        id,
        category,
        status,
        requestedCents,
        approvedCents,
        paidCents,
        on: decidedOn ?? requestedOn,
      }),
    ),
  });
}

const rowsOf = (reader: Reader, householdId: HouseholdId): Promise<GrantRow[]> =>
  reader
    .select()
    .from(grantRequest)
    .where(eq(grantRequest.householdId, householdId))
    .orderBy(desc(grantRequest.requestedOn), desc(grantRequest.id));

/** What stands in the ledger, with what was paid out of it. */
export async function presentLedger(
  reader: Reader,
  { householdId, programmeId, capCents, heldCents, version }: LedgerRow,
): Promise<Ledger> {
  const [paid] = await reader
    .select({ cents: sql<number>`coalesce(sum(${grantRequest.paidCents}), 0)::int` })
    .from(grantRequest)
    .where(
      sql`${grantRequest.householdId} = ${householdId} and ${grantRequest.programmeId} = ${programmeId}`,
    );
  const programmeName = (await programmeOf(reader, programmeId))?.name ?? null;
  const paidCents = paid?.cents ?? 0;
  return { programmeId: named(programmeId), programmeName, capCents, heldCents, paidCents, version };
}

const named = (programmeId: ProgrammeId): ProgrammeId | null =>
  programmeId === noProgramme ? null : programmeId;

/** Rows of one household with names, payments and what this reader may do, in the same order. */
export async function presentGrants(
  reader: Reader,
  actor: Actor,
  householdId: HouseholdId,
  rows: readonly GrantRow[],
): Promise<Grant[]> {
  if (rows.length === 0) return [];
  const [expenses, goals, relation] = await Promise.all([
    expensesOf(reader, rows),
    goalsOf(reader, householdId),
    loadRelation(reader, actor, householdId),
  ]);
  assert(relation, 'grants belong to a household');
  const people = await personBriefs(reader, [
    ...rows.flatMap(({ requestedBy, decidedBy }) => [requestedBy, decidedBy ?? []].flat()),
    ...expenses.map(({ recordedBy }) => recordedBy),
  ]);
  const reversed = new Set(expenses.flatMap(({ reversesId }) => reversesId ?? []));
  const [asks, decides] = [may(actor, 'grant.request', relation), may(actor, 'grant.decide', relation)];
  return rows.map(({ programmeId, goalId, requestedBy, decidedBy, ...row }) => {
    const [goal, asker] = [goals.find(({ id }) => id === goalId), people.get(requestedBy)];
    assert(goal && asker, 'a grant names records that exist');
    return {
      ...row,
      programmeId: named(programmeId),
      goal: { id: goal.id, title: goal.title },
      requestedBy: asker,
      decidedBy: (decidedBy && people.get(decidedBy)) ?? null,
      expenses: expenses
        .filter(({ grantId }) => grantId === row.id)
        .map(({ id, cents, category, payee, paidOn, receipt, file, note, reversesId, recordedBy }) => {
          const by = people.get(recordedBy);
          assert(by, 'somebody recorded it');
          const reverses = reversesId;
          return {
            id,
            cents,
            category,
            payee,
            on: paidOn,
            receipt,
            file,
            note,
            reverses,
            reversed: reversed.has(id),
            by,
          };
        }),
      can: {
        decide: decides && row.status === 'requested' && requestedBy !== actor.personId,
        withdraw: asks && row.status === 'requested',
        pay: asks && row.status === 'approved',
        close: decides && row.status === 'approved',
      },
    };
  });
}

async function expensesOf(reader: Reader, rows: readonly GrantRow[]) {
  const found = await reader
    .select({
      expense: grantExpense,
      file: { id: storedFile.id, name: storedFile.name, type: storedFile.type, size: storedFile.size },
    })
    .from(grantExpense)
    .leftJoin(storedFile, eq(storedFile.id, grantExpense.fileId))
    .where(
      inArray(
        grantExpense.grantId,
        rows.map(({ id }) => id),
      ),
    )
    .orderBy(asc(grantExpense.paidOn), asc(grantExpense.recordedAt));
  return found.map(({ expense, file }) => ({ ...expense, file }));
}
