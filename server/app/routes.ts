/** Every route, by domain. A new domain adds its line here and in shared/contract.ts, and nothing else changes. */
import type { Auth } from '../auth/auth.ts';
import { sessionRoutes } from '../auth/routes.ts';
import type { SessionRoute } from '../auth/session-route.ts';
import { activityRoutes } from '../records/activity/routes.ts';
import { assessmentRoutes } from '../records/assessments/routes.ts';
import { bodyRoutes } from '../records/bodies/routes.ts';
import { calendarRoutes } from '../records/calendar/routes.ts';
import { callStatisticsRoutes } from '../records/call-statistics/routes.ts';
import { careTeamRoutes } from '../records/care-team/routes.ts';
import { caseloadRoutes } from '../records/caseload/routes.ts';
import { childViewRoutes } from '../records/child-view/routes.ts';
import { communityPactRoutes } from '../records/community-pacts/routes.ts';
import { conferenceRoutes } from '../records/conferences/routes.ts';
import { consentRoutes } from '../records/consents/routes.ts';
import { contactRoutes } from '../records/contacts/routes.ts';
import { type DemoInfo, demoRoutes } from '../records/demo/routes.ts';
import { deskContactRoutes } from '../records/desk-contacts/routes.ts';
import { duplicateRoutes } from '../records/duplicates/routes.ts';
import { enrolmentRoutes } from '../records/enrolments/routes.ts';
import { exportRoutes } from '../records/exports/routes.ts';
import { goalRoutes } from '../records/goals/routes.ts';
import { grantRoutes } from '../records/grants/routes.ts';
import { homeSupportRoutes } from '../records/home-supports/routes.ts';
import { householdRoutes } from '../records/households/routes.ts';
import { importRoutes } from '../records/imports/routes.ts';
import { indicatorRoutes } from '../records/indicators/routes.ts';
import { initiativeRoutes } from '../records/initiatives/routes.ts';
import { invitationRoutes } from '../records/invitations/routes.ts';
import { leadRoutes } from '../records/lead/routes.ts';
import { mapHistoryRoutes } from '../records/map-history/routes.ts';
import { mediationRoutes } from '../records/mediation/routes.ts';
import { pactRoutes } from '../records/pacts/routes.ts';
import { paperRoutes } from '../records/papers/routes.ts';
import { partnerRoutes } from '../records/partners/routes.ts';
import { personRoutes } from '../records/people/routes.ts';
import { placementRoutes } from '../records/placements/routes.ts';
import { practiceRoutes } from '../records/practices/routes.ts';
import { procedureRoutes } from '../records/procedures/routes.ts';
import { programmeRoutes } from '../records/programmes/routes.ts';
import { referralRoutes } from '../records/referrals/routes.ts';
import { reportRoutes } from '../records/reports/routes.ts';
import { rightsBoardRoutes } from '../records/rights-board/routes.ts';
import { searchRoutes } from '../records/search/routes.ts';
import type { AddressBox } from '../records/secret-addresses/box.ts';
import { secretAddressRoutes } from '../records/secret-addresses/routes.ts';
import { senderRoutes } from '../records/senders/routes.ts';
import { situationRoutes } from '../records/situations/routes.ts';
import { spaceRoutes } from '../records/spaces/routes.ts';
import { standingTableRoutes } from '../records/standing-tables/routes.ts';
import { statusChangeRoutes } from '../records/status-changes/routes.ts';
import { structureRoutes } from '../records/structures/routes.ts';
import { taskRoutes } from '../records/tasks/routes.ts';
import { trainingRoutes } from '../records/trainings/routes.ts';
import { tutorRoutes } from '../records/tutor/routes.ts';
import { versionRoutes } from '../records/versions/routes.ts';
import { wellbeingRoutes } from '../records/wellbeing/routes.ts';
import { zoneRoutes } from '../records/zones/routes.ts';

export type RoutesGiven = {
  readonly auth: Auth;
  /** The address people reach us at, for links. */
  readonly origin: string;
  /** Null outside a demo. */
  readonly demo: DemoInfo | null;
  /** Seals secret addresses; without it none is stored. */
  readonly addresses?: AddressBox | null;
  /** Makes PDF files; without it people print. */
  readonly chromiumPath?: string | null;
};

export const allRoutes = ({
  auth,
  origin,
  demo,
  addresses = null,
  chromiumPath = null,
}: RoutesGiven): SessionRoute[] => [
  ...sessionRoutes(auth),
  ...demoRoutes(demo),
  ...personRoutes(auth),
  ...invitationRoutes(auth, origin),
  ...bodyRoutes,
  ...householdRoutes,
  ...tutorRoutes,
  ...leadRoutes,
  ...careTeamRoutes,
  ...consentRoutes,
  ...zoneRoutes,
  ...goalRoutes,
  ...taskRoutes,
  ...referralRoutes(auth, origin),
  ...mediationRoutes,
  ...contactRoutes,
  ...childViewRoutes,
  ...rightsBoardRoutes,
  ...conferenceRoutes,
  ...programmeRoutes,
  ...situationRoutes,
  ...assessmentRoutes,
  ...enrolmentRoutes,
  ...statusChangeRoutes,
  ...caseloadRoutes,
  ...spaceRoutes,
  ...partnerRoutes,
  ...initiativeRoutes,
  ...communityPactRoutes,
  ...trainingRoutes,
  ...standingTableRoutes,
  ...procedureRoutes,
  ...pactRoutes,
  ...wellbeingRoutes,
  ...grantRoutes,
  ...homeSupportRoutes,
  ...placementRoutes,
  ...structureRoutes,
  ...secretAddressRoutes(addresses),
  ...calendarRoutes,
  ...mapHistoryRoutes,
  ...versionRoutes(),
  ...activityRoutes,
  ...searchRoutes,
  ...exportRoutes,
  ...paperRoutes(chromiumPath),
  ...importRoutes,
  ...indicatorRoutes,
  ...reportRoutes(auth),
  ...senderRoutes,
  ...duplicateRoutes,
  ...deskContactRoutes,
  ...practiceRoutes,
  ...callStatisticsRoutes,
];
