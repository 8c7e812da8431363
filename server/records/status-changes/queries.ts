/** A household's states, and who was in care on a day: what indicators count (A4, B14). */
import { and, desc, eq, gt, inArray, lte } from 'drizzle-orm';
import type { Actor } from '../../../shared/access.ts';
import { assert } from '../../../shared/assert.ts';
import type { Day } from '../../../shared/dates.ts';
import type { HouseholdId } from '../../../shared/ids.ts';
import { type Outcome, ok } from '../../../shared/outcome.ts';
import type { HouseholdStatus } from '../../../shared/records/household-status.ts';
import { isInCare, type StatusChange } from '../../../shared/records/status-changes.ts';
import type { Reader } from '../../db/connect.ts';
import { authorise } from '../households/authority.ts';
import { personBriefs } from '../people/queries.ts';
import { statusChange } from './table.ts';

/** The household's states, newest first. */
export async function readStatusChanges(
  reader: Reader,
  actor: Actor,
  householdId: HouseholdId,
): Promise<Outcome<{ changes: StatusChange[] }>> {
  const allowed = await authorise(reader, actor, householdId, 'case.see');
  if (!allowed.ok) return allowed;
  const rows = await reader
    .select()
    .from(statusChange)
    .where(eq(statusChange.householdId, householdId))
    .orderBy(desc(statusChange.on), desc(statusChange.id));
  const people = await personBriefs(
    reader,
    rows.map(({ changedBy }) => changedBy),
  );
  const changes = rows.map(({ on, from, to, reason, closure, reviewOn, changedBy }) => {
    const by = people.get(changedBy);
    assert(by, 'a state is changed by a person');
    return { on, from, to, reason, closure, reviewOn, by };
  });
  return ok({ changes });
}

/** The state each household was in at the end of that day; one that wasn't taken in by then is left out. */
export async function statusesOn(reader: Reader, day: Day): Promise<Map<HouseholdId, HouseholdStatus>> {
  const rows = await reader
    .selectDistinctOn([statusChange.householdId], { id: statusChange.householdId, status: statusChange.to })
    .from(statusChange)
    .where(lte(statusChange.on, day))
    .orderBy(statusChange.householdId, desc(statusChange.on), desc(statusChange.id));
  return new Map(rows.map(({ id, status }) => [id, status]));
}

/** Households in care at the end of that day: enrolled or suspended. For whoever counts; ids reach no page. */
export async function inCareOn(reader: Reader, day: Day): Promise<HouseholdId[]> {
  const statuses = await statusesOn(reader, day);
  return [...statuses].flatMap(([id, status]) => (isInCare(status) ? [id] : []));
}

/** Households that were in care at any time from that day's beginning to the other's end. */
export async function inCareBetween(reader: Reader, from: Day, to: Day): Promise<HouseholdId[]> {
  const entered = await reader
    .selectDistinct({ id: statusChange.householdId })
    .from(statusChange)
    .where(
      and(
        inArray(statusChange.to, ['enrolled', 'suspended']),
        gt(statusChange.on, from),
        lte(statusChange.on, to),
      ),
    );
  return [...new Set([...(await inCareOn(reader, from)), ...entered.map(({ id }) => id)])];
}
