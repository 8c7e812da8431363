/**
 * How an actor stands to a household today: every fact that shared/access.ts asks for. One statement over the tables
 * of tutor, regia, team, consents and zones, because it runs before every command, read and document write.
 */
import { sql } from 'drizzle-orm';
import type { Actor, Relation } from '../../../shared/access.ts';
import type { DocumentKind } from '../../../shared/documents/kinds.ts';
import type { HouseholdId } from '../../../shared/ids.ts';
import { isServiceFunction } from '../../../shared/records/people.ts';
import type { Reader } from '../../db/connect.ts';

type RelationRow = {
  readonly status: Relation['household']['status'];
  readonly tutor: boolean;
  readonly lead: boolean;
  readonly lead_body: boolean;
  readonly lead_assigned: boolean;
  readonly lead_proposed: boolean;
  readonly role: Relation['role'];
  readonly consented: boolean;
  readonly named_for: DocumentKind[];
};

/**
 * Null: there is no such household. A proposal of the regia counts only for those who may answer it: people in a
 * service function of the body it is addressed to. The view `household_reader` says the same in rows.
 */
export async function loadRelation(
  reader: Reader,
  actor: Actor,
  householdId: HouseholdId,
): Promise<Relation | null> {
  const asked = isServiceFunction(actor.function) ? actor.bodyId : null;
  const [row] = await reader.execute<RelationRow>(sql`
    select household.status,
      exists (select from tutor_tenure where household_id = household.id and until is null
        and person_id = ${actor.personId}) as tutor,
      coalesce(lead.person_id = ${actor.personId}, false) as lead,
      coalesce(lead.body_id = ${actor.bodyId}::uuid, false) as lead_body,
      lead.id is not null as lead_assigned,
      exists (select from lead_proposal where household_id = household.id and state = 'waiting'
        and body_id = ${asked}::uuid) as lead_proposed,
      (select role from team_membership where household_id = household.id and until is null
        and person_id = ${actor.personId}) as role,
      exists (select from consent join consent_body on consent_body.consent_id = consent.id
        where consent.household_id = household.id and withdrawn_on is null
        and consent_body.body_id = ${actor.bodyId}::uuid) as consented,
      array(select zone from zone_grant where household_id = household.id and until is null
        and person_id = ${actor.personId}) as named_for
    from household left join lead_tenure lead on lead.household_id = household.id and lead.until is null
    where household.id = ${householdId}`);
  if (row === undefined) return null;
  return {
    household: { id: householdId, status: row.status },
    tutor: row.tutor,
    lead: row.lead,
    leadBody: row.lead_body,
    leadAssigned: row.lead_assigned,
    leadProposed: row.lead_proposed,
    role: row.role,
    consented: row.consented,
    namedFor: row.named_for,
    family: actor.householdId === householdId,
  };
}
