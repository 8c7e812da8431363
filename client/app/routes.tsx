/** Every address of the client and the page it opens. Pages are fetched when first needed. */
import type { RouteDefinition } from '@solidjs/router';
import { lazy } from 'solid-js';

/** Inside the frame: someone is signed in. */
const framed: RouteDefinition[] = [
  { path: '/', component: lazy(() => import('../pages/today/TodayPage.tsx')) },
  { path: '/households', component: lazy(() => import('../pages/households/HouseholdsPage.tsx')) },
  { path: '/households/:id/*tab', component: lazy(() => import('../pages/households/HouseholdPage.tsx')) },
  { path: '/sign/:id/:pact', component: lazy(() => import('../pages/pacts/SignPage.tsx')) },
  { path: '/excerpts/:id', component: lazy(() => import('../pages/conferences/closing/ExcerptPage.tsx')) },
  { path: '/tasks', component: lazy(() => import('../pages/tasks/TasksPage.tsx')) },
  { path: '/conferences', component: lazy(() => import('../pages/conferences/ConferencesPage.tsx')) },
  { path: '/notifications', component: lazy(() => import('../pages/notifications/NotificationsPage.tsx')) },
  { path: '/caseload', component: lazy(() => import('../pages/caseload/CaseloadPage.tsx')) },
  { path: '/shelter', component: lazy(() => import('../pages/shelter/ShelterPage.tsx')) },
  { path: '/network/*section', component: lazy(() => import('../pages/network/NetworkPage.tsx')) },
  { path: '/directory', component: lazy(() => import('../pages/directory/DirectoryPage.tsx')) },
  { path: '/mediation', component: lazy(() => import('../pages/mediation/MediationPage.tsx')) },
  { path: '/door/*section', component: lazy(() => import('../pages/door/DoorPage.tsx')) },
  { path: '/activity', component: lazy(() => import('../pages/activity/ActivityPage.tsx')) },
  {
    path: '/admin/agendas',
    component: lazy(() => import('../pages/conferences/TemplatesPage.tsx')),
  },
  { path: '/admin/calendar', component: lazy(() => import('../pages/calendar/RulesPage.tsx')) },
  { path: '/numbers', component: lazy(() => import('../pages/numbers/NumbersPage.tsx')) },
  { path: '/admin/*section', component: lazy(() => import('../pages/admin/AdminPage.tsx')) },
  { path: '*', component: lazy(() => import('./NotFoundPage.tsx')) },
];

export const routes: RouteDefinition[] = [
  { path: '/sign-in', component: lazy(() => import('../pages/session/SignInPage.tsx')) },
  { path: '/invitations/:token', component: lazy(() => import('../pages/session/InvitationPage.tsx')) },
  { path: '/answers/:token', component: lazy(() => import('../pages/answers/AnswerPage.tsx')) },
  { path: '/guest', component: lazy(() => import('../pages/guests/GuestPage.tsx')) },
  { path: '/report', component: lazy(() => import('../pages/report/PublicReportPage.tsx')) },
  { path: '/receipt/:token', component: lazy(() => import('../pages/report/ReceiptPage.tsx')) },
  { path: '/', component: lazy(() => import('./Frame.tsx')), children: framed },
];
