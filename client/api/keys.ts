/**
 * Names of what pages keep from the server, by domain and household. The feed makes the names stale that an event
 * touches; TanStack takes a shorter name for all that begin with it.
 */
import type { HouseholdId } from '../../shared/ids.ts';

export type Key = readonly [string, ...(string | Readonly<Record<string, unknown>>)[]];

/** Parts of a household that are read apart from each other. */
export type HouseholdPart =
  | 'page'
  | 'lead'
  | 'goals'
  | 'rights'
  | 'tasks'
  | 'referrals'
  | 'conferences'
  | 'consents'
  | 'charge'
  | 'pacts'
  | 'grants'
  | 'wellbeing'
  | 'shelter'
  | 'calendar'
  | 'map-history'
  | 'mediation'
  | 'contacts'
  | 'children'
  | 'activity';

export const householdKey = (householdId: HouseholdId, part: HouseholdPart, ...more: string[]): Key => [
  'household',
  householdId,
  part,
  ...more,
];

export const everythingOfHousehold = (householdId: HouseholdId): Key => ['household', householdId];

export const keys = {
  households: ['households'],
  myTasks: ['my-tasks'],
  myConferences: ['my-conferences'],
  myActivity: ['my-activity'],
  bodies: ['bodies'],
  people: ['people'],
  accounts: ['accounts'],
  invitations: ['invitations'],
  search: ['search'],
  reports: ['reports'],
  indicators: ['indicators'],
  programmes: ['programmes'],
  caseload: ['caseload'],
  /** Under `bodies`: what happens to a body makes them stale too. */
  spaces: ['bodies', 'spaces'],
  partners: ['bodies', 'partners'],
  initiatives: ['initiatives'],
  communityPacts: ['community-pacts'],
  trainings: ['trainings'],
  standingTables: ['standing-tables'],
  procedures: ['procedures'],
  placements: ['placements'],
  structures: ['structures'],
  calendarRules: ['calendar-rules'],
  senders: ['senders'],
  deskContacts: ['desk-contacts'],
  practices: ['practices'],
  mediation: ['mediation'],
  /** Of documents. */
  pasts: ['pasts'],
} as const satisfies Record<string, Key>;
