/**
 * Who may do what. The only place that decides: pure answers from facts that the server has loaded. The client reads the
 * answers (`can`, `access`) and never asks these questions itself.
 */
import type { Instant } from './dates.ts';
import type { DocumentAccess, DocumentKind } from './documents/kinds.ts';
import type { HouseholdAction } from './household-action.ts';
import type { BodyId, DocumentId, HouseholdId, PersonId } from './ids.ts';
import type { PersonFunction } from './person-function.ts';
import { type BodyBrief, canHoldLead } from './records/bodies.ts';
import type { CareRole } from './records/care-team.ts';
import type { ConferenceStatus } from './records/conferences.ts';
import type { HouseholdStatus } from './records/households.ts';
import { isServiceFunction } from './records/people.ts';
import { bodyWriters } from './records/territory.ts';

/** Whoever acts, as the session tells. */
export type Actor = {
  readonly personId: PersonId;
  readonly function: PersonFunction;
  readonly bodyId: BodyId | null;
  /** Only for `family`: the household the account belongs to. */
  readonly householdId: HouseholdId | null;
};

/** How an actor stands to one household today. */
export type Relation = {
  readonly household: { readonly id: HouseholdId; readonly status: HouseholdStatus };
  readonly tutor: boolean;
  /** Is the named person of the service that holds the regia. */
  readonly lead: boolean;
  /** Works in the service that holds the regia, named or not. */
  readonly leadBody: boolean;
  /** Whether any service holds it: until then the regia is pending. */
  readonly leadAssigned: boolean;
  /** Is named in a proposal of the regia that waits, or works in the body it is addressed to. */
  readonly leadProposed: boolean;
  readonly role: CareRole | null;
  /** For a third-sector member: the family consents to this body. */
  readonly consented: boolean;
  /** Zones opened to this person by name. */
  readonly namedFor: readonly DocumentKind[];
  /** Belongs to the family. */
  readonly family: boolean;
};

/** Whether the actor, standing so to the household, may do this. */
export function may(actor: Actor, action: HouseholdAction, relation: Relation): boolean {
  const closed = relation.household.status === 'closed';
  switch (action) {
    case 'household.see':
      return seesCase(relation) || relation.family || relation.leadProposed;
    case 'case.see':
      return seesCase(relation);
    case 'household.change':
      // A closed household can be taken in again, by those who followed it.
      return relation.tutor || relation.lead || isService(relation);
    case 'tutor.change':
      return !closed && (relation.tutor || relation.lead);
    case 'lead.propose':
      return !closed && mayProposeLead(actor, relation);
    case 'team.change':
    case 'consent.record':
      return !closed && (relation.tutor || relation.lead);
    case 'goal.write':
    case 'referral.write':
    case 'task.assign':
      return !closed && writesPlan(relation);
    case 'goal.decide':
      return !closed && (relation.tutor || relation.lead);
    case 'conference.schedule':
      return !closed && (relation.tutor || relation.lead || isService(relation));
    case 'zone.open':
      return !closed && (relation.lead || relation.role === 'protection');
    case 'charge.write':
    case 'calendar.write':
      return !closed && (relation.tutor || relation.lead || isService(relation));
    case 'map.write':
    case 'wellbeing.write':
    case 'contact.write':
      return !closed && (writesPlan(relation) || relation.role === 'mediator');
    case 'mediation.request':
      return !closed && writesPlan(relation);
    case 'pact.see':
    case 'minutes.sign':
      // Of a closed household too: the minutes of its last conference are signed afterwards.
      return seesCase(relation) || relation.family;
    case 'pact.write':
      return !closed && (relation.tutor || relation.lead);
    case 'pact.sign':
      return !closed && (relation.tutor || relation.lead || relation.family);
    case 'grant.request':
      return !closed && (relation.tutor || relation.lead || isService(relation));
    case 'grant.decide':
      return !closed && relation.lead;
    case 'shelter.write':
      return (
        !closed && (relation.tutor || relation.lead || isService(relation) || relation.role === 'protection')
      );
  }
}

/** The document whose access is asked. */
export type DocumentFacts = {
  readonly kind: DocumentKind;
  /** Minutes are frozen after the conference, other documents when the household is closed. */
  readonly frozen: boolean;
};

/**
 * What the actor may do with a document: the table "Documents and zones" of the product. Null is no access, and whoever
 * has none isn't told that it exists.
 */
export function documentAccess(
  _actor: Actor,
  relation: Relation,
  document: DocumentFacts,
): DocumentAccess | null {
  const access = zoneAccess(relation, document.kind);
  if (access === null) return null;
  const stopped = document.frozen || relation.household.status === 'closed';
  return stopped ? 'read' : access;
}

function zoneAccess(relation: Relation, kind: DocumentKind): DocumentAccess | null {
  const { role, tutor, lead } = relation;
  const named = relation.namedFor.includes(kind);
  switch (kind) {
    case 'care-plan':
      if (writesPlan(relation)) return 'write';
      if (role === 'mediator') return 'annotate';
      return role === 'protection' ? 'read' : null;
    case 'annotations':
      if (writesPlan(relation) || role === 'mediator') return 'write';
      return role === 'protection' ? 'read' : null;
    case 'network-map':
      if (writesPlan(relation) || role === 'mediator') return 'write';
      return role === 'protection' ? 'read' : null;
    case 'minutes':
      if (writesPlan(relation)) return 'write';
      if (role === 'mediator') return 'annotate';
      return role === 'protection' ? 'read' : null;
    case 'social-notes':
      if (tutor || lead || role === 'social') return 'write';
      return role === 'health' || named ? 'read' : null;
    case 'health-notes':
      if (role === 'health') return 'write';
      return named ? 'read' : null;
    case 'education-notes':
      if (role === 'education' || tutor) return 'write';
      return named ? 'read' : null;
    case 'protection-notes':
      if (role === 'protection' || (lead && named)) return 'write';
      return named ? 'read' : null;
    case 'inclusion-pact':
      if (tutor || lead) return 'write';
      if (relation.family || role === 'mediator') return 'annotate';
      return seesCase(relation) ? 'read' : null;
  }
}

/** What a guest of a conference stands on today. She is no `Actor`: nothing else in this file is ever asked for her. */
export type GuestStanding = {
  readonly takenOff: boolean;
  readonly conferenceStatus: ConferenceStatus;
  readonly householdStatus: HouseholdStatus;
  readonly opensAt: Instant;
  readonly endsAt: Instant;
  /** The minutes of her conference. */
  readonly minutesId: DocumentId;
};

/** Whether her link opens anything: not any more when the minutes are frozen, whatever the hour. */
export function guestEntry(standing: GuestStanding, now: Instant): 'early' | 'open' | 'ended' {
  const { takenOff, conferenceStatus, householdStatus, opensAt, endsAt } = standing;
  const lives = conferenceStatus === 'planned' || conferenceStatus === 'held';
  if (takenOff || !lives || householdStatus === 'closed' || now >= endsAt) return 'ended';
  return now < opensAt ? 'early' : 'open';
}

/** She reads the minutes of her conference; there is no other document for her. */
export const guestAccess = (standing: GuestStanding, documentId: DocumentId, now: Instant): 'read' | null =>
  documentId === standing.minutesId && guestEntry(standing, now) === 'open' ? 'read' : null;

/** Chair, minute-taker and whoever scheduled it ask guests to a conference and take them off, as long as they see the case. */
export const mayHost = (
  actor: Actor,
  conference: {
    readonly chairId: PersonId;
    readonly minuteTakerId: PersonId;
    readonly scheduledBy: PersonId;
  },
): boolean => [conference.chairId, conference.minuteTakerId, conference.scheduledBy].includes(actor.personId);

/** The regia is held by a public service, by a named person who works there (B2). A tutor or third-sector worker can't be one. */
export const mayHoldLead = (
  person: { readonly function: PersonFunction; readonly bodyId: BodyId | null },
  body: BodyBrief,
): boolean => canHoldLead(body) && person.bodyId === body.id && isServiceFunction(person.function);

/** Named person of the receiving body, or a colleague there in a service function, answers a proposal (B3). */
export const mayAnswerLead = (actor: Actor, proposal: { readonly bodyId: BodyId }): boolean =>
  actor.bodyId === proposal.bodyId && isServiceFunction(actor.function);

/** Partners, community pacts, trainings, standing tables and procedures belong to no single body. */
export const mayCoordinate = (actor: Actor): boolean => actor.function === 'coordinator';

/**
 * Spaces, initiatives, networks and signatures belong to a body: whoever works in it writes them, and the coordination
 * writes for every body. A volunteer or a member of a family never does.
 */
export const mayWriteFor = (actor: Actor, bodyId: BodyId): boolean =>
  mayCoordinate(actor) || (actor.bodyId === bodyId && bodyWriters.includes(actor.function));

/** While it is pending the tutor or any service of the team asks one to take it; afterwards only who holds it passes it on. */
function mayProposeLead(actor: Actor, relation: Relation): boolean {
  if (relation.leadAssigned) return relation.lead || (relation.leadBody && isServiceFunction(actor.function));
  return relation.tutor || isService(relation);
}

const isService = (relation: Relation): boolean =>
  relation.role === 'social' || relation.role === 'health' || relation.role === 'education';

/** Third-sector members are in only while the family consents to their body. */
const isConsentedPartner = (relation: Relation): boolean => relation.role === 'partner' && relation.consented;

const writesPlan = (relation: Relation): boolean =>
  relation.tutor || relation.lead || isService(relation) || isConsentedPartner(relation);

const seesCase = (relation: Relation): boolean =>
  writesPlan(relation) || relation.role === 'mediator' || relation.role === 'protection';
