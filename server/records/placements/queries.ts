/** Placements of a household for its team, and all that are open for whoever books. */
import { and, desc, eq, inArray, sql } from 'drizzle-orm';
import type { Actor } from '../../../shared/access.ts';
import { dayOf } from '../../../shared/dates.ts';
import type { HouseholdId } from '../../../shared/ids.ts';
import { type Outcome, ok } from '../../../shared/outcome.ts';
import type { HomeSupport } from '../../../shared/records/home-supports.ts';
import type { Chronicity, ChronicityRule, Placement } from '../../../shared/records/placements.ts';
import type { Reader } from '../../db/connect.ts';
import { homeSupportsOf } from '../home-supports/queries.ts';
import { authorise } from '../households/authority.ts';
import { chronicityOfHousehold, hearsOfChronicity, presentPlacements, readRule } from './present.ts';
import { placement } from './table.ts';

/** Home supports, requests and stays of a household, newest first. */
export async function readShelter(
  reader: Reader,
  actor: Actor,
  householdId: HouseholdId,
  now: Date,
): Promise<Outcome<{ homeSupports: HomeSupport[]; placements: Placement[]; chronicity: Chronicity | null }>> {
  const allowed = await authorise(reader, actor, householdId, 'case.see');
  if (!allowed.ok) return allowed;
  const rows = await reader
    .select()
    .from(placement)
    .where(eq(placement.householdId, householdId))
    .orderBy(desc(placement.requestedOn), desc(placement.id));
  return ok({
    homeSupports: await homeSupportsOf(reader, householdId),
    placements: await presentPlacements(reader, actor, rows, now),
    chronicity: hearsOfChronicity(actor, allowed.value)
      ? await chronicityOfHousehold(reader, householdId, dayOf(now))
      : null,
  });
}

/** Requests that wait, bookings and stays, the oldest first: all of them for the call centre. */
export async function readOpenPlacements(
  reader: Reader,
  actor: Actor,
  now: Date,
): Promise<Outcome<{ placements: Placement[]; rule: ChronicityRule }>> {
  const theirs = sql`exists (select from household_reader reader where reader.sees_case
    and reader.household_id = ${placement.householdId} and reader.person_id = ${actor.personId})`;
  const rows = await reader
    .select()
    .from(placement)
    .where(
      and(
        inArray(placement.status, ['requested', 'booked', 'in_stay']),
        actor.function === 'call_centre' ? undefined : theirs,
      ),
    )
    .orderBy(placement.requestedOn, placement.id);
  return ok({ placements: await presentPlacements(reader, actor, rows, now), rule: await readRule(reader) });
}
