/** What other domains show of a household and ask of its members. */
import { and, eq, inArray, ne, sql } from 'drizzle-orm';
import { assert } from '../../../shared/assert.ts';
import type { Day } from '../../../shared/dates.ts';
import type { HouseholdId, MemberId } from '../../../shared/ids.ts';
import type { HouseholdStatus } from '../../../shared/records/household-status.ts';
import type { Reader } from '../../db/connect.ts';
import { household, member } from './table.ts';

export type HouseholdBrief = { readonly id: HouseholdId; readonly code: string; readonly name: string };

/** Briefs by id; an unknown id is left out. Whoever asks has ids that its reader may see. */
export async function householdBriefs(
  reader: Reader,
  ids: Iterable<HouseholdId>,
): Promise<Map<HouseholdId, HouseholdBrief>> {
  const wanted = [...new Set(ids)];
  if (wanted.length === 0) return new Map();
  const rows = await reader
    .select({ id: household.id, code: household.code, name: household.name })
    .from(household)
    .where(inArray(household.id, wanted));
  return new Map(rows.map((row) => [row.id, row]));
}

/** Whether this member belongs, or belonged, to the household. */
export async function isMember(
  reader: Reader,
  householdId: HouseholdId,
  memberId: MemberId,
): Promise<boolean> {
  const rows = await reader
    .select({ id: member.id })
    .from(member)
    .where(and(eq(member.id, memberId), eq(member.householdId, householdId)));
  return rows.length > 0;
}

/** The day the household was taken in. */
export async function openingDay(reader: Reader, householdId: HouseholdId): Promise<Day> {
  const [row] = await reader
    .select({ openedOn: household.openedOn })
    .from(household)
    .where(eq(household.id, householdId));
  assert(row, 'whoever asks has found the household');
  return row.openedOn;
}

/** Every household, by code: for a demo, which has nothing to hide. */
export const allHouseholds = (reader: Reader): Promise<HouseholdBrief[]> =>
  reader
    .select({ id: household.id, code: household.code, name: household.name })
    .from(household)
    .orderBy(sql`length(${household.code})`, household.code);

export type HouseholdStanding = HouseholdBrief & { readonly status: HouseholdStatus };

/** Every household that isn't closed, by name: for whoever counts them. Names reach only those who see the household. */
export const openHouseholds = (reader: Reader): Promise<HouseholdStanding[]> =>
  reader
    .select({ id: household.id, code: household.code, name: household.name, status: household.status })
    .from(household)
    .where(ne(household.status, 'closed'))
    .orderBy(household.name, household.id);
/** Whether there is such a household and it isn't closed. */
export async function isHouseholdOpen(reader: Reader, householdId: HouseholdId): Promise<boolean> {
  const status = await householdStatus(reader, householdId);
  return status !== null && status !== 'closed';
}

/** Null: there is no such household. */
export async function householdStatus(
  reader: Reader,
  householdId: HouseholdId,
): Promise<HouseholdStatus | null> {
  const [row] = await reader
    .select({ status: household.status })
    .from(household)
    .where(eq(household.id, householdId));
  return row?.status ?? null;
}
