/** Which records an event makes stale: the table from what happened to what is on the screens. */
import type { ActivityKind } from '../../shared/activity.ts';
import type { HouseholdId } from '../../shared/ids.ts';
import { everythingOfHousehold, type HouseholdPart, householdKey, type Key, keys } from '../api/keys.ts';

/** First half of an event's kind: the domain it belongs to. */
export type ActivityDomain = ActivityKind extends `${infer Domain}.${string}` ? Domain : never;

type Touched = {
  /** Parts of the household the event belongs to; `all` where the event may change what one sees at all. */
  readonly household: readonly HouseholdPart[] | 'all';
  /** Lists that go across households. */
  readonly lists: readonly Key[];
};

const rows = [keys.households, keys.caseload] as const;

/** A missing domain doesn't compile; a test walks every kind. */
export const touchedBy: Readonly<Record<ActivityDomain, Touched>> = {
  household: { household: 'all', lists: rows },
  member: { household: ['page', 'calendar', 'children'], lists: rows },
  pregnancy: { household: ['page', 'calendar', 'tasks', 'children'], lists: rows },
  tutor: { household: 'all', lists: rows },
  lead: { household: 'all', lists: rows },
  team: { household: 'all', lists: [keys.households, keys.myTasks] },
  consent: { household: 'all', lists: rows },
  zone: { household: ['page', 'activity'], lists: [] },
  goal: { household: ['goals', 'rights', 'children'], lists: [] },
  task: { household: ['tasks', 'rights', 'calendar', 'children'], lists: [keys.households, keys.myTasks] },
  referral: { household: ['referrals', 'rights', 'children'], lists: [] },
  mediation: { household: ['mediation'], lists: [keys.mediation] },
  roster: { household: [], lists: [keys.mediation] },
  contact: { household: ['contacts'], lists: [] },
  conference: { household: ['conferences', 'page', 'children'], lists: [keys.myConferences] },
  body: { household: [], lists: [keys.bodies] },
  person: { household: [], lists: [keys.people, keys.accounts, keys.invitations] },
  invitation: { household: [], lists: [keys.invitations] },
  report: { household: [], lists: [keys.reports] },
  paper: { household: [], lists: [] },
  export: { household: [], lists: [] },
  import: { household: [], lists: rows },
  programme: { household: [], lists: [keys.programmes] },
  situation: { household: ['charge'], lists: [] },
  assessment: { household: ['charge'], lists: [keys.caseload] },
  enrolment: { household: ['charge'], lists: [] },
  space: { household: [], lists: [keys.spaces, keys.initiatives] },
  partner: { household: [], lists: [keys.partners] },
  initiative: { household: [], lists: [keys.initiatives] },
  'community-pact': { household: [], lists: [keys.communityPacts] },
  training: { household: [], lists: [keys.trainings] },
  'standing-table': { household: [], lists: [keys.standingTables] },
  procedure: { household: [], lists: [keys.procedures] },
  pact: { household: ['pacts', 'page'], lists: [] },
  grant: { household: ['grants'], lists: [] },
  wellbeing: { household: ['wellbeing'], lists: [] },
  'home-support': { household: ['shelter'], lists: [keys.placements] },
  placement: { household: ['shelter'], lists: [keys.placements, keys.structures] },
  structure: { household: [], lists: [keys.structures, keys.placements] },
  'secret-address': { household: ['shelter'], lists: [keys.structures, keys.placements] },
  window: { household: ['calendar'], lists: [] },
  calendar: { household: [], lists: [keys.calendarRules] },
  map: { household: ['map-history'], lists: [] },
  version: { household: [], lists: [keys.pasts] },
  sender: { household: [], lists: [keys.senders] },
  duplicate: { household: [], lists: [keys.reports] },
  'desk-contact': { household: [], lists: [keys.deskContacts] },
  'contact-link': { household: ['charge'], lists: [keys.deskContacts] },
  practice: { household: [], lists: [keys.practices, keys.deskContacts] },
};

const isDomain = (name: string): name is ActivityDomain => Object.hasOwn(touchedBy, name);

/** Names of what to read again after an event of this kind; one a newer server invented touches the whole household. */
export function staleKeys(kind: string, householdId: HouseholdId | null): readonly Key[] {
  const domain = kind.slice(0, kind.indexOf('.'));
  const touched: Touched = isDomain(domain) ? touchedBy[domain] : { household: 'all', lists: [] };
  return [...partsOf(touched, householdId), ...touched.lists, keys.myActivity];
}

function partsOf({ household }: Touched, householdId: HouseholdId | null): readonly Key[] {
  if (householdId === null) return [];
  if (household === 'all') return [everythingOfHousehold(householdId)];
  return [...new Set<HouseholdPart>([...household, 'activity'])].map((part) =>
    householdKey(householdId, part),
  );
}
