/** Every route, by domain. A new domain adds its line here and in shared/contract.ts, and nothing else changes. */
import type { Auth } from '../auth/auth.ts';
import { sessionRoutes } from '../auth/routes.ts';
import type { SessionRoute } from '../auth/session-route.ts';
import { activityRoutes } from '../records/activity/routes.ts';
import { assessmentRoutes } from '../records/assessments/routes.ts';
import { bodyRoutes } from '../records/bodies/routes.ts';
import { callStatisticsRoutes } from '../records/call-statistics/routes.ts';
import { careTeamRoutes } from '../records/care-team/routes.ts';
import { caseloadRoutes } from '../records/caseload/routes.ts';
import { communityPactRoutes } from '../records/community-pacts/routes.ts';
import { conferenceRoutes } from '../records/conferences/routes.ts';
import { consentRoutes } from '../records/consents/routes.ts';
import { type DemoInfo, demoRoutes } from '../records/demo/routes.ts';
import { exportRoutes } from '../records/exports/routes.ts';
import { enrolmentRoutes } from '../records/enrolments/routes.ts';
import { deskContactRoutes } from '../records/desk-contacts/routes.ts';
import { duplicateRoutes } from '../records/duplicates/routes.ts';
import { goalRoutes } from '../records/goals/routes.ts';
import { householdRoutes } from '../records/households/routes.ts';
import { importRoutes } from '../records/imports/routes.ts';
import { initiativeRoutes } from '../records/initiatives/routes.ts';
import { indicatorRoutes } from '../records/indicators/routes.ts';
import { invitationRoutes } from '../records/invitations/routes.ts';
import { leadRoutes } from '../records/lead/routes.ts';
import { partnerRoutes } from '../records/partners/routes.ts';
import { personRoutes } from '../records/people/routes.ts';
import { programmeRoutes } from '../records/programmes/routes.ts';
import { practiceRoutes } from '../records/practices/routes.ts';
import { referralRoutes } from '../records/referrals/routes.ts';
import { reportRoutes } from '../records/reports/routes.ts';
import { rightsBoardRoutes } from '../records/rights-board/routes.ts';
import { searchRoutes } from '../records/search/routes.ts';
import { situationRoutes } from '../records/situations/routes.ts';
import { statusChangeRoutes } from '../records/status-changes/routes.ts';
import { procedureRoutes } from '../records/procedures/routes.ts';
import { spaceRoutes } from '../records/spaces/routes.ts';
import { standingTableRoutes } from '../records/standing-tables/routes.ts';
import { senderRoutes } from '../records/senders/routes.ts';
import { taskRoutes } from '../records/tasks/routes.ts';
import { trainingRoutes } from '../records/trainings/routes.ts';
import { tutorRoutes } from '../records/tutor/routes.ts';
import { zoneRoutes } from '../records/zones/routes.ts';

export type RoutesGiven = {
  readonly auth: Auth;
  /** The address people reach us at, for links. */
  readonly origin: string;
  /** Null outside a demo. */
  readonly demo: DemoInfo | null;
};

export const allRoutes = ({ auth, origin, demo }: RoutesGiven): SessionRoute[] => [
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
  ...referralRoutes,
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
  ...activityRoutes,
  ...searchRoutes,
  ...exportRoutes,
  ...importRoutes,
  ...indicatorRoutes,
  ...reportRoutes(auth),
  ...senderRoutes,
  ...duplicateRoutes,
  ...deskContactRoutes,
  ...practiceRoutes,
  ...callStatisticsRoutes,
];
