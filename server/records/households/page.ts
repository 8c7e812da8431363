/** The page of one household: who holds the regia, who is the tutor, who is in, and what this reader may do. */
import { eq } from 'drizzle-orm';
import { type Actor, may, type Relation } from '../../../shared/access.ts';
import { assert } from '../../../shared/assert.ts';
import { instantOf } from '../../../shared/dates.ts';
import type { HouseholdAction } from '../../../shared/household-action.ts';
import type { HouseholdId } from '../../../shared/ids.ts';
import { type Outcome, ok } from '../../../shared/outcome.ts';
import type { Household, Member } from '../../../shared/records/households.ts';
import type { Reader } from '../../db/connect.ts';
import { teamOf } from '../care-team/queries.ts';
import { leadTenures, waitingProposals } from '../lead/queries.ts';
import { tutorHistory } from '../tutor/queries.ts';
import { authorise } from './authority.ts';
import { documentLinks } from './documents.ts';
import { lastActivity } from './last-activity.ts';
import { clockOfHousehold, membersOf } from './members.ts';
import { household } from './table.ts';

/** Everything the household's page answers at once, as this reader may see it. */
export async function readHousehold(
  reader: Reader,
  actor: Actor,
  householdId: HouseholdId,
): Promise<Outcome<Household>> {
  const allowed = await authorise(reader, actor, householdId, 'household.see');
  if (!allowed.ok) return allowed;
  const [[row], members, tutors, leads, proposals, careTeam, documents, activity] = await Promise.all([
    reader.select().from(household).where(eq(household.id, householdId)),
    membersOf(reader, [householdId]),
    tutorHistory(reader, householdId),
    leadTenures(reader, householdId),
    waitingProposals(reader, actor, [householdId]),
    teamOf(reader, householdId),
    documentLinks(reader, actor, allowed.value),
    lastActivity(reader, [householdId]),
  ]);
  assert(row, 'a household somebody stands in a relation to exists');
  const { id, code, name, status, statusReason, district, area, languages, openedOn } = row;
  const here = members.get(householdId) ?? [];
  return ok({
    id,
    code,
    name,
    status,
    statusReason,
    district,
    area,
    languages,
    openedOn,
    clock: clockOfHousehold(here, openedOn),
    members: may(actor, 'case.see', allowed.value) || allowed.value.family ? here : here.map(forWhoIsAsked),
    tutor: tutors.find(({ to }) => to === null)?.person ?? null,
    tutorHistory: tutors,
    lead: leads.find(({ to }) => to === null) ?? null,
    leadHistory: leads,
    leadProposal: proposals.get(householdId) ?? null,
    careTeam,
    documents,
    lastActivityAt: activity.get(householdId) ?? instantOf(new Date(openedOn)),
    can: actionsOf(actor, allowed.value),
  });
}

/**
 * A service that is asked to take the regia decides on who they are and how old: where somebody was born, the languages
 * they speak, which account is theirs and how a pregnancy goes are for whoever follows them.
 */
const forWhoIsAsked = (member: Member): Member => ({
  ...member,
  languages: [],
  birthCountry: null,
  pregnancy: null,
  personId: null,
});

function actionsOf(actor: Actor, relation: Relation): Household['can'] {
  const can = (action: HouseholdAction) => may(actor, action, relation);
  return {
    changeHousehold: can('household.change'),
    changeTutor: can('tutor.change'),
    proposeLead: can('lead.propose'),
    changeTeam: can('team.change'),
    writeGoals: can('goal.write'),
    assignTasks: can('task.assign'),
    writeReferrals: can('referral.write'),
    scheduleConferences: can('conference.schedule'),
    recordConsents: can('consent.record'),
    seeCase: can('case.see'),
    writeCharge: can('charge.write'),
    writeCalendar: can('calendar.write'),
    writeMap: can('map.write'),
    requestMediation: can('mediation.request'),
    writeContacts: can('contact.write'),
    seePact: can('pact.see'),
    writePact: can('pact.write'),
    signPact: can('pact.sign'),
    writeWellbeing: can('wellbeing.write'),
    requestGrants: can('grant.request'),
    decideGrants: can('grant.decide'),
    writeShelter: can('shelter.write'),
  };
}
