/**
 * Everything that can happen to a record: one row each in the append-only log, written in the transaction that changes
 * the record. The log is the history people read, the audit, and what the live feed is made of.
 */
import { z } from 'zod';
import { Day, Instant } from './dates.ts';
import { DocumentKind } from './documents/kinds.ts';
import { endpoint } from './endpoint.ts';
import { event } from './event.ts';
import {
  BodyId,
  ConferenceId,
  ConsentId,
  GoalId,
  HouseholdId,
  InvitationId,
  LeadProposalId,
  MemberId,
  PersonId,
  TaskId,
  TeamMembershipId,
} from './ids.ts';
import { PersonFunction } from './person-function.ts';
import { assessmentEvents } from './records/assessments.ts';
import { calendarEvents } from './records/calendar.ts';
import { CareRole } from './records/care-team.ts';
import { communityPactEvents } from './records/community-pacts.ts';
import { contactEvents } from './records/contacts.ts';
import { deskContactEvents } from './records/desk-contacts.ts';
import { duplicateEvents } from './records/duplicates.ts';
import { enrolmentEvents } from './records/enrolments.ts';
import { exportEvents } from './records/exports.ts';
import { GoalStatus } from './records/goals.ts';
import { grantEvents } from './records/grants.ts';
import { homeSupportEvents } from './records/home-supports.ts';
import { HouseholdStatus } from './records/households.ts';
import { importEvents } from './records/imports.ts';
import { initiativeEvents } from './records/initiatives.ts';
import { mapHistoryEvents } from './records/map-history.ts';
import { mediationEvents } from './records/mediation.ts';
import { pactEvents } from './records/pacts.ts';
import { paperEvents } from './records/papers.ts';
import { partnerEvents } from './records/partners.ts';
import { PersonBrief } from './records/people.ts';
import { placementEvents } from './records/placements.ts';
import { practiceEvents } from './records/practices.ts';
import { procedureEvents } from './records/procedures.ts';
import { programmeEvents } from './records/programmes.ts';
import { referralEvents } from './records/referrals.ts';
import { reportEvents } from './records/reports.ts';
import { secretAddressEvents } from './records/secret-addresses.ts';
import { senderEvents } from './records/senders.ts';
import { nothing } from './records/shapes.ts';
import { situationEvents } from './records/situations.ts';
import { spaceEvents } from './records/spaces.ts';
import { standingTableEvents } from './records/standing-tables.ts';
import { structureEvents } from './records/structures.ts';
import { TaskStatus } from './records/tasks.ts';
import { trainingEvents } from './records/trainings.ts';
import { versionEvents } from './records/versions.ts';
import { wellbeingEvents } from './records/wellbeing.ts';

/** Data names what changed and the reasons given; never a secret address, never a document's words. */
export const ActivityEvent = z.discriminatedUnion('kind', [
  event('household.opened', { code: z.string() }),
  event('household.changed', { fields: z.array(z.string()) }),
  event('household.status-changed', { from: HouseholdStatus, to: HouseholdStatus, reason: z.string() }),
  event('member.added', { memberId: MemberId }),
  event('member.changed', { memberId: MemberId, fields: z.array(z.string()) }),
  event('pregnancy.recorded', { memberId: MemberId, outcome: z.enum(['expected', 'birth', 'loss']) }),
  event('tutor.assigned', { personId: PersonId, replaced: PersonId.nullable(), reason: z.string() }),
  event('lead.proposed', {
    proposalId: LeadProposalId,
    bodyId: BodyId,
    personId: PersonId,
    reason: z.string(),
  }),
  event('lead.accepted', {
    proposalId: LeadProposalId,
    bodyId: BodyId,
    personId: PersonId,
    fromBodyId: BodyId.nullable(),
  }),
  event('lead.declined', { proposalId: LeadProposalId, bodyId: BodyId, reason: z.string() }),
  event('lead.withdrawn', { proposalId: LeadProposalId, bodyId: BodyId }),
  event('team.joined', { membershipId: TeamMembershipId, personId: PersonId, role: CareRole }),
  event('team.left', { membershipId: TeamMembershipId, personId: PersonId, reason: z.string() }),
  event('consent.given', { consentId: ConsentId, bodyIds: z.array(BodyId) }),
  event('consent.withdrawn', { consentId: ConsentId, bodyIds: z.array(BodyId) }),
  event('zone.opened', { personId: PersonId, zone: DocumentKind, reason: z.string() }),
  event('zone.closed', { personId: PersonId, zone: DocumentKind }),
  event('goal.proposed', { goalId: GoalId }),
  event('goal.changed', { goalId: GoalId, fields: z.array(z.string()) }),
  event('goal.status-changed', { goalId: GoalId, from: GoalStatus, to: GoalStatus }),
  event('goal.rated', { goalId: GoalId, rating: z.int() }),
  /** The projection saw the goal's words change, leave the text or come back. By nobody: several people wrote them. */
  event('goal.text-changed', { goalId: GoalId, inText: z.boolean() }),
  event('task.assigned', { taskId: TaskId, ownerId: PersonId }),
  event('task.changed', { taskId: TaskId, fields: z.array(z.string()), ownerId: PersonId }),
  event('task.status-changed', {
    taskId: TaskId,
    from: TaskStatus,
    to: TaskStatus,
    ownerId: PersonId,
    reason: z.string().nullable(),
  }),
  event('task.escalated', { taskId: TaskId, ownerId: PersonId, due: Day }),
  ...referralEvents,
  event('conference.scheduled', { conferenceId: ConferenceId, start: Instant }),
  event('conference.changed', { conferenceId: ConferenceId, fields: z.array(z.string()) }),
  event('conference.cancelled', { conferenceId: ConferenceId, reason: z.string() }),
  event('conference.held', { conferenceId: ConferenceId }),
  event('conference.frozen', { conferenceId: ConferenceId, hash: z.string() }),
  event('body.added', { bodyId: BodyId }),
  event('body.changed', { bodyId: BodyId }),
  event('body.closed', { bodyId: BodyId }),
  event('person.joined', { personId: PersonId, function: PersonFunction }),
  event('person.changed', { personId: PersonId, fields: z.array(z.string()) }),
  event('person.closed', { personId: PersonId }),
  event('person.signed-in', { personId: PersonId }),
  event('person.signed-out', { personId: PersonId, everywhere: z.boolean() }),
  event('invitation.sent', { invitationId: InvitationId }),
  event('invitation.withdrawn', { invitationId: InvitationId }),
  ...reportEvents,
  ...exportEvents,
  ...paperEvents,
  ...importEvents,
  ...programmeEvents,
  ...situationEvents,
  ...assessmentEvents,
  ...enrolmentEvents,
  ...spaceEvents,
  ...partnerEvents,
  ...initiativeEvents,
  ...communityPactEvents,
  ...trainingEvents,
  ...standingTableEvents,
  ...procedureEvents,
  ...pactEvents,
  ...wellbeingEvents,
  ...grantEvents,
  ...mediationEvents,
  ...contactEvents,
  ...homeSupportEvents,
  ...placementEvents,
  ...structureEvents,
  ...secretAddressEvents,
  ...calendarEvents,
  ...mapHistoryEvents,
  ...versionEvents,
  ...senderEvents,
  ...duplicateEvents,
  ...deskContactEvents,
  ...practiceEvents,
]);
export type ActivityEvent = z.infer<typeof ActivityEvent>;
export type ActivityKind = ActivityEvent['kind'];

/** Who is told of an event. */
export type Audience =
  /** Whoever sees the household at all: team, family, a service asked to take the regia. */
  | 'household'
  /** Whoever sees the case: the team. Owners of a task hear of their own even without. */
  | 'case'
  /** Everybody signed in is told that it happened: the directory and the territory. The coordination reads it in the log. */
  /** Whoever sees the pact and the grants: the team and the family. */
  | 'pact'
  /** Everybody signed in: the directory. */
  | 'network'
  /** The person it is about, and the administration. */
  | 'account'
  /**
   * Whoever did it, whom it names, and who keeps the household's secret address: nobody else learns even that it
   * happened. The auditor reads it as the rest of the log.
   */
  | 'reserved'
  /** Accounts of these functions, wherever they work, besides others named beside it. */
  | PersonFunction;

const audiences: Readonly<Record<string, Audience | readonly Audience[]>> = {
  household: 'household',
  member: 'household',
  tutor: 'household',
  lead: 'household',
  team: 'household',
  pregnancy: 'case',
  consent: 'case',
  zone: 'case',
  goal: 'case',
  task: 'case',
  referral: 'case',
  conference: 'case',
  body: 'network',
  person: 'account',
  invitation: 'account',
  report: 'call_centre',
  export: 'case',
  paper: 'case',
  import: ['coordinator', 'admin'],
  programme: 'network',
  situation: 'case',
  assessment: 'case',
  enrolment: 'case',
  space: 'network',
  partner: 'network',
  initiative: 'network',
  'community-pact': 'network',
  training: 'network',
  'standing-table': 'network',
  procedure: 'network',
  pact: 'pact',
  grant: 'pact',
  wellbeing: 'case',
  mediation: 'case',
  /** What mediators and coordination hear of requests: never of which household. */
  roster: ['mediator', 'coordinator'],
  contact: 'case',
  'home-support': 'case',
  placement: ['case', 'call_centre'],
  structure: ['call_centre', 'protection', 'coordinator'],
  'secret-address': 'reserved',
  window: 'case',
  calendar: 'network',
  map: 'case',
  version: 'case',
  sender: ['call_centre', 'admin'],
  duplicate: 'call_centre',
  'desk-contact': ['desk', 'tutor'],
  'contact-link': 'case',
  practice: ['desk', 'tutor'],
};

/** Everybody of any of these hears of it; a domain that isn't listed concerns accounts. */
export function audiencesOf(kind: ActivityKind): readonly Audience[] {
  const audience = audiences[kind.slice(0, kind.indexOf('.'))] ?? 'account';
  return typeof audience === 'string' ? [audience] : audience;
}

/** Kinds after which somebody may see or write less, or more, than before: open sockets are looked at again. */
const accessKinds: ReadonlySet<ActivityKind> = new Set([
  'household.status-changed',
  'tutor.assigned',
  'lead.proposed',
  'lead.accepted',
  'lead.declined',
  'lead.withdrawn',
  'team.joined',
  'team.left',
  'consent.given',
  'consent.withdrawn',
  'zone.opened',
  'zone.closed',
  'conference.frozen',
  'pact.proposed',
  'pact.reopened',
  'pact.ended',
  'person.changed',
  'person.closed',
  'person.signed-out',
]);
export const changesAccess = (kind: ActivityKind): boolean => accessKinds.has(kind);

/** One row of the log as it is read. `actor` is null for what the server did by a rule. */
export const ActivityEntry = z.object({
  /** Position in the log: whole, increasing, without gaps. Also the feed's event id. */
  seq: z.int(),
  at: Instant,
  actor: PersonBrief.nullable(),
  householdId: HouseholdId.nullable(),
  event: ActivityEvent,
});
export type ActivityEntry = z.infer<typeof ActivityEntry>;

export { FeedMessage } from './feed-message.ts';

export const activityEndpoints = {
  ofHousehold: endpoint({
    method: 'GET',
    path: '/api/households/:householdId/activity',
    summary: 'What happened to this household, newest first.',
    policy: { kind: 'household', action: 'case.see' },
    params: z.strictObject({ householdId: HouseholdId }),
    query: z.strictObject({
      before: z.coerce.number().int().optional(),
      limit: z.coerce.number().int().min(1).max(200).default(50),
    }),
    body: nothing,
    response: z.object({ entries: z.array(ActivityEntry), names: z.record(z.string(), z.string()) }),
  }),
  mine: endpoint({
    method: 'GET',
    path: '/api/activity',
    summary:
      'What happened in the households I work with; for the auditor, the whole log without case content.',
    policy: { kind: 'signed-in' },
    params: nothing,
    query: z.strictObject({
      before: z.coerce.number().int().optional(),
      limit: z.coerce.number().int().min(1).max(200).default(50),
    }),
    body: nothing,
    response: z.object({
      entries: z.array(ActivityEntry),
      /** Names of the people, bodies, members, tasks, goals and households the entries point at, by id: only those the reader may see. */
      names: z.record(z.string(), z.string()),
    }),
  }),
};
