/** What other domains and the household's page know of a team. */
import { and, eq, isNull, sql } from 'drizzle-orm';
import { assert } from '../../../shared/assert.ts';
import type { HouseholdId, PersonId } from '../../../shared/ids.ts';
import type { TeamMember } from '../../../shared/records/care-team.ts';
import type { Reader } from '../../db/connect.ts';
import { consentedBodies } from '../consents/consented-bodies.ts';
import { personBriefs } from '../people/queries.ts';
import { type TeamMembershipRow, teamMembership } from './table.ts';

/** Everybody who is or was in the team, in the order they joined. */
export async function teamOf(reader: Reader, householdId: HouseholdId): Promise<TeamMember[]> {
  const rows = await reader
    .select()
    .from(teamMembership)
    .where(eq(teamMembership.householdId, householdId))
    .orderBy(teamMembership.position);
  const people = await personBriefs(
    reader,
    rows.map(({ personId }) => personId),
  );
  const bodies = await consentedBodies(reader, householdId);
  return rows.map((row) => {
    const person = people.get(row.personId);
    assert(person, 'a team member is a person');
    const thirdSector = row.role === 'partner' || row.role === 'volunteer';
    const consented = !thirdSector || (person.body !== null && bodies.has(person.body.id));
    return {
      id: row.id,
      person,
      role: row.role,
      from: row.since,
      to: row.until,
      reason: row.reason,
      consented,
    };
  });
}

/** The person's membership today, or null. */
export async function membershipOf(
  reader: Reader,
  householdId: HouseholdId,
  personId: PersonId,
): Promise<TeamMembershipRow | null> {
  const [row] = await reader
    .select()
    .from(teamMembership)
    .where(
      and(
        eq(teamMembership.householdId, householdId),
        eq(teamMembership.personId, personId),
        isNull(teamMembership.until),
      ),
    );
  return row ?? null;
}

/**
 * Whether the person takes part in this household's case: the family's own accounts and the active team, third-sector
 * members only while the family consents. They may own a task.
 */
export async function takesPart(
  reader: Reader,
  householdId: HouseholdId,
  personId: PersonId,
): Promise<boolean> {
  const rows = await reader.execute(
    sql`select 1 from household_party where household_id = ${householdId} and person_id = ${personId} limit 1`,
  );
  return rows.length > 0;
}
