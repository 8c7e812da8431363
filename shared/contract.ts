/** Every endpoint, by domain: what the server mounts, the client calls and /api/openapi.json lists. */
import { activityEndpoints } from './activity.ts';
import { answerEndpoints } from './records/answers.ts';
import { assessmentEndpoints } from './records/assessments.ts';
import { bodyEndpoints } from './records/bodies.ts';
import { calendarEndpoints } from './records/calendar.ts';
import { callStatisticsEndpoints } from './records/call-statistics.ts';
import { careTeamEndpoints } from './records/care-team.ts';
import { caseloadEndpoints } from './records/caseload.ts';
import { childViewEndpoints } from './records/child-view.ts';
import { communityPactEndpoints } from './records/community-pacts.ts';
import { conferenceEndpoints } from './records/conferences.ts';
import { consentEndpoints } from './records/consents.ts';
import { contactEndpoints } from './records/contacts.ts';
import { demoEndpoints } from './records/demo.ts';
import { deskContactEndpoints } from './records/desk-contacts.ts';
import { duplicateEndpoints } from './records/duplicates.ts';
import { enrolmentEndpoints } from './records/enrolments.ts';
import { exportEndpoints } from './records/exports.ts';
import { goalEndpoints } from './records/goals.ts';
import { grantEndpoints } from './records/grants.ts';
import { homeSupportEndpoints } from './records/home-supports.ts';
import { householdEndpoints } from './records/households.ts';
import { importEndpoints } from './records/imports.ts';
import { indicatorEndpoints } from './records/indicators.ts';
import { initiativeEndpoints } from './records/initiatives.ts';
import { invitationEndpoints } from './records/invitations.ts';
import { leadEndpoints } from './records/lead.ts';
import { mapHistoryEndpoints } from './records/map-history.ts';
import { mediationEndpoints } from './records/mediation.ts';
import { pactEndpoints } from './records/pacts.ts';
import { paperEndpoints } from './records/papers.ts';
import { partnerEndpoints } from './records/partners.ts';
import { personEndpoints } from './records/people.ts';
import { placementEndpoints } from './records/placement-endpoints.ts';
import { practiceEndpoints } from './records/practices.ts';
import { procedureEndpoints } from './records/procedures.ts';
import { programmeEndpoints } from './records/programmes.ts';
import { referralEndpoints } from './records/referrals.ts';
import { reportEndpoints } from './records/reports.ts';
import { rightsBoardEndpoints } from './records/rights-board.ts';
import { searchEndpoints } from './records/search.ts';
import { secretAddressEndpoints } from './records/secret-addresses.ts';
import { senderEndpoints } from './records/senders.ts';
import { sessionEndpoints } from './records/session.ts';
import { situationEndpoints } from './records/situations.ts';
import { spaceEndpoints } from './records/spaces.ts';
import { standingTableEndpoints } from './records/standing-tables.ts';
import { statusChangeEndpoints } from './records/status-changes.ts';
import { structureEndpoints } from './records/structures.ts';
import { taskEndpoints } from './records/tasks.ts';
import { trainingEndpoints } from './records/trainings.ts';
import { tutorEndpoints } from './records/tutor.ts';
import { versionEndpoints } from './records/versions.ts';
import { wellbeingEndpoints } from './records/wellbeing.ts';
import { zoneEndpoints } from './records/zones.ts';

export const contract = {
  session: sessionEndpoints,
  demo: demoEndpoints,
  people: personEndpoints,
  invitations: invitationEndpoints,
  bodies: bodyEndpoints,
  households: householdEndpoints,
  tutor: tutorEndpoints,
  lead: leadEndpoints,
  careTeam: careTeamEndpoints,
  consents: consentEndpoints,
  zones: zoneEndpoints,
  goals: goalEndpoints,
  tasks: taskEndpoints,
  referrals: referralEndpoints,
  answers: answerEndpoints,
  mediation: mediationEndpoints,
  contacts: contactEndpoints,
  childView: childViewEndpoints,
  rightsBoard: rightsBoardEndpoints,
  conferences: conferenceEndpoints,
  programmes: programmeEndpoints,
  situations: situationEndpoints,
  assessments: assessmentEndpoints,
  enrolments: enrolmentEndpoints,
  statusChanges: statusChangeEndpoints,
  caseload: caseloadEndpoints,
  spaces: spaceEndpoints,
  partners: partnerEndpoints,
  initiatives: initiativeEndpoints,
  communityPacts: communityPactEndpoints,
  trainings: trainingEndpoints,
  standingTables: standingTableEndpoints,
  procedures: procedureEndpoints,
  pacts: pactEndpoints,
  wellbeing: wellbeingEndpoints,
  grants: grantEndpoints,
  homeSupports: homeSupportEndpoints,
  placements: placementEndpoints,
  structures: structureEndpoints,
  secretAddresses: secretAddressEndpoints,
  calendar: calendarEndpoints,
  mapHistory: mapHistoryEndpoints,
  versions: versionEndpoints,
  activity: activityEndpoints,
  search: searchEndpoints,
  exports: exportEndpoints,
  papers: paperEndpoints,
  imports: importEndpoints,
  indicators: indicatorEndpoints,
  reports: reportEndpoints,
  senders: senderEndpoints,
  duplicates: duplicateEndpoints,
  deskContacts: deskContactEndpoints,
  practices: practiceEndpoints,
  callStatistics: callStatisticsEndpoints,
} as const;
