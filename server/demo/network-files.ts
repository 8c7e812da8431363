/** The files of the demo network, as far as they are loaded: what has no domain yet is left unread (see README.md). */
import { readdir, readFile } from 'node:fs/promises';
import { z } from 'zod';
import { ContentLanguage, ScreenLanguage } from '../../shared/languages.ts';
import { PersonFunction } from '../../shared/person-function.ts';
import { TriangleItem } from '../../shared/records/assessments.ts';
import { BodyKind, Sector } from '../../shared/records/bodies.ts';
import { RuleCode } from '../../shared/records/calendar.ts';
import { CareRole } from '../../shared/records/care-team.ts';
import { ConferenceKind, ConferenceMode, ConferenceStatus } from '../../shared/records/conferences.ts';
import { GoalAim, GoalDimension, GoalMode, GoalObjective, GoalStatus } from '../../shared/records/goals.ts';
import { GrantCategory } from '../../shared/records/grants.ts';
import { HomeSupportKind } from '../../shared/records/home-supports.ts';
import { HouseholdStatus, Relation, Sex } from '../../shared/records/households.ts';
import { PactStatus, PactSupport } from '../../shared/records/pacts.ts';
import { ExitReason, PlacementCause } from '../../shared/records/placements.ts';
import { AgeFrom, AgeTo } from '../../shared/records/programmes.ts';
import { ReferralOutcome, ReferralService, ReferralStatus } from '../../shared/records/referrals.ts';
import { Right } from '../../shared/records/rights.ts';
import { HealthRegistration, Housing, Work } from '../../shared/records/situations.ts';
import { Closure } from '../../shared/records/status-changes.ts';
import { TaskStatus } from '../../shared/records/tasks.ts';
import { HouseholdDocuments } from './document-files.ts';
import { DoorFile, IntakeFile } from './door-files.ts';
import { StoryDate } from './story-dates.ts';

const date = StoryDate.nullable().optional();

export const BodyFile = z.object({
  key: z.string(),
  name: z.string(),
  kind: BodyKind,
  sector: Sector,
  public: z.boolean(),
  district: z.int().nullable(),
  area: z.string().nullable(),
  languages: z.array(ContentLanguage),
  resources: z.array(z.string()),
  description: z.string(),
  contacts: z.object({ email: z.string(), phone: z.string(), hours: z.string() }),
});

export const PersonFile = z.object({
  key: z.string(),
  name: z.string(),
  function: PersonFunction,
  body: z.string().nullable(),
  title: z.string(),
  languages: z.array(ContentLanguage),
  email: z.string(),
  screenLanguage: ScreenLanguage,
  household: z.string().optional(),
  member: z.string().optional(),
});

const MemberFile = z.object({
  key: z.string(),
  name: z.string(),
  relation: Relation,
  sex: Sex,
  birth: StoryDate,
  indexPerson: z.boolean().default(false),
  user: z.string().optional(),
  languages: z.array(ContentLanguage).default([]),
  birthCountry: z.string().nullable().default(null),
  lmp: date,
  dueDate: date,
  pregnancyEnd: date,
  document: z.string().nullable().optional(),
  documentExpires: date,
  work: Work.nullable().optional(),
  healthRegistration: HealthRegistration.nullable().optional(),
  paediatrician: z.string().nullable().optional(),
});
export type MemberFile = z.infer<typeof MemberFile>;

const GoalFile = z.object({
  key: z.string(),
  right: Right,
  title: z.string(),
  dimension: GoalDimension,
  aim: GoalAim,
  objective: GoalObjective,
  mode: GoalMode,
  beneficiary: z.string(),
  baseline: z.string().nullable().default(''),
  expectedResult: z.string().nullable().default(''),
  measure: z.string().nullable().default(''),
  responsible: z.string().nullable(),
  created: StoryDate,
  due: date,
  status: GoalStatus,
  statusSince: StoryDate,
  progress: z.array(z.object({ on: StoryDate, rating: z.int(), note: z.string().default('') })),
});
export type GoalFile = z.infer<typeof GoalFile>;

const TaskFile = z.object({
  key: z.string(),
  title: z.string(),
  owner: z.string(),
  assignedBy: z.string(),
  status: TaskStatus,
  created: StoryDate,
  due: date,
  accepted: date,
  done: date,
  declined: date,
  reason: z.string().optional(),
  source: z.object({ kind: z.string(), ref: z.string().optional() }),
  goal: z.string().nullable().optional(),
});
export type TaskFile = z.infer<typeof TaskFile>;

const ReferralFile = z.object({
  key: z.string(),
  right: Right,
  service: ReferralService,
  to: z.string(),
  by: z.string(),
  requested: StoryDate,
  status: ReferralStatus,
  outcome: ReferralOutcome.nullable(),
  updated: date,
  note: z.string().default(''),
  member: z.string().nullable().optional(),
  goal: z.string().nullable().optional(),
});
export type ReferralFile = z.infer<typeof ReferralFile>;

const ConferenceFile = z.object({
  key: z.string(),
  title: z.string(),
  start: StoryDate,
  kind: ConferenceKind.default('review'),
  minutesLong: z.int(),
  mode: ConferenceMode,
  video: z.url().nullable().default(null),
  place: z.string().nullable(),
  chair: z.string(),
  minuteTaker: z.string(),
  status: ConferenceStatus,
  frozen: date,
  agenda: z.array(z.string()),
  invited: z.array(z.string()),
  attended: z.array(z.string()),
  guests: z.array(z.object({ name: z.string(), role: z.string().optional() })),
  familyPresent: z.boolean(),
  decisions: z.array(z.object({ text: z.string(), task: z.string().optional() })),
  dissent: z.string().nullable(),
});
export type ConferenceFile = z.infer<typeof ConferenceFile>;

const MediationFile = z.object({
  key: z.string(),
  language: ContentLanguage,
  purpose: z.enum(['entry', 'conference', 'trust', 'translation', 'retention']),
  requestedBy: z.string(),
  requested: StoryDate,
  mediator: z.string().nullable(),
  assigned: date,
  status: z.enum(['requested', 'assigned', 'done']),
  on: StoryDate,
  note: z.string(),
});
export type MediationFile = z.infer<typeof MediationFile>;

const RosterFile = z.object({
  user: z.string().nullable(),
  days: z.string(),
  areas: z.array(z.int()),
  note: z.string().default(''),
});

const HomeSupportFile = z.object({
  key: z.string(),
  kind: HomeSupportKind,
  by: z.string(),
  start: StoryDate,
  end: date,
  outcome: z.string(),
  note: z.string().default(''),
});
export type HomeSupportFile = z.infer<typeof HomeSupportFile>;

const PlacementFile = z.object({
  key: z.string(),
  structure: z.string().nullable(),
  places: z.int(),
  status: z.enum(['requested', 'booked', 'in_stay', 'ended']),
  cause: PlacementCause,
  requested: StoryDate,
  booked: StoryDate.nullable(),
  start: StoryDate,
  end: date,
  homeSupportTried: z.string().nullable(),
  emergencyReason: z.string().nullable(),
  secretAddress: z.boolean(),
  reviews: z.array(z.object({ on: StoryDate, by: z.string(), note: z.string() })),
  extensions: z.array(z.object({ on: StoryDate, days: z.int(), reason: z.string(), approvedBy: z.string() })),
  exit: z.object({ on: StoryDate, reason: ExitReason, to: z.string() }).nullable(),
});
export type PlacementFile = z.infer<typeof PlacementFile>;

const StructureFile = z.object({
  key: z.string(),
  body: z.string(),
  capacity: z.int(),
  secretAddress: z.boolean(),
  anonymousOccupied: z.int(),
  chronicityAlertDays: z.int().optional(),
});
export type StructureFile = z.infer<typeof StructureFile>;

const IseeFile = z.object({ cents: z.int(), on: StoryDate }).nullish();
const PactFile = z.object({
  key: z.string(),
  programme: z.string(),
  caseManager: z.string(),
  beneficiary: z.string(),
  language: ContentLanguage,
  start: StoryDate,
  end: StoryDate,
  status: PactStatus,
  supports: z.array(PactSupport),
  goals: z.array(z.string()),
  commitments: z.object({ caseManager: z.array(z.string()), beneficiary: z.array(z.string()) }),
  extension: z
    .object({ requested: StoryDate, reason: z.string(), approved: StoryDate, newEnd: StoryDate })
    .nullish(),
});
export type PactFile = z.infer<typeof PactFile>;

const GrantFile = z.object({
  key: z.string(),
  programme: z.string(),
  goal: z.string(),
  category: GrantCategory,
  fragility: z.string(),
  capCents: z.int(),
  requestedCents: z.int(),
  requestedBy: z.string(),
  requested: StoryDate,
  status: z.string(),
  approvedCents: z.int().nullable(),
  approved: date,
  rejected: date,
  reason: z.string().optional(),
  expenses: z.array(
    z.object({
      on: StoryDate,
      cents: z.int(),
      category: GrantCategory,
      payee: z.string(),
      receipt: z.string(),
      note: z.string().default(''),
    }),
  ),
});
export type GrantFile = z.infer<typeof GrantFile>;

const WellbeingFile = z.object({
  on: StoryDate,
  moment: z.enum(['before', 'review', 'after']),
  person: z.int(),
  family: z.int(),
  network: z.int(),
});

export const HouseholdFile = z.object({
  key: z.string(),
  code: z.string(),
  name: z.string(),
  status: HouseholdStatus,
  district: z.int().nullable(),
  area: z.string().nullable(),
  languages: z.array(ContentLanguage),
  members: z.array(MemberFile),
  clock: z.object({ lmp: date, dueDate: date, birth: date }).nullable(),
  tutors: z.array(z.object({ person: z.string(), from: StoryDate, to: date, reason: z.string() })),
  regia: z.array(
    z.object({
      body: z.string(),
      person: z.string(),
      reason: z.string(),
      proposedBy: z.string(),
      proposed: StoryDate,
      acceptedBy: z.string(),
      accepted: StoryDate,
    }),
  ),
  handoverProposal: z
    .object({
      toBody: z.string(),
      toPerson: z.string(),
      proposedBy: z.string(),
      proposed: StoryDate,
      reason: z.string(),
    })
    .nullish(),
  careTeam: z.array(
    z.object({
      person: z.string(),
      role: CareRole,
      from: StoryDate,
      to: date,
      reason: z.string().nullish(),
    }),
  ),
  consents: z.array(
    z.object({
      kind: z.string(),
      member: z.string().optional(),
      noticeVersion: z.string().default('2.1'),
      language: ContentLanguage.optional(),
      mediator: z.string().nullish(),
      given: StoryDate,
      withdrawn: date,
      covers: z.array(z.string()).default([]),
    }),
  ),
  goals: z.array(GoalFile),
  referrals: z.array(ReferralFile),
  tasks: z.array(TaskFile),
  conferences: z.array(ConferenceFile),
  programmes: z.array(z.string()),
  background: z.object({ migrant: z.boolean() }),
  poverty: z.object({ severe: z.boolean().nullable(), since: date }),
  housing: Housing,
  isee: IseeFile,
  intake: IntakeFile,
  suspension: z.object({ from: StoryDate, reason: z.string(), review: StoryDate }).nullish(),
  pacts: z.array(PactFile).default([]),
  grants: z.array(GrantFile).default([]),
  wellbeing: z.array(WellbeingFile).default([]),
  milestones: z.array(z.object({ member: z.string(), code: RuleCode, on: StoryDate })),
  mediatorRequests: z.array(MediationFile).default([]),
  lastContact: date,
  homeSupports: z.array(HomeSupportFile).default([]),
  placements: z.array(PlacementFile).default([]),
  loss: z.object({ member: z.string(), on: StoryDate }).nullish(),
  closure: z.object({ reason: Closure, on: StoryDate, by: z.string(), note: z.string() }).nullish(),
});
export type HouseholdFile = z.infer<typeof HouseholdFile>;

const ProgrammeFile = z.object({
  key: z.string(),
  name: z.string(),
  funder: z.string(),
  start: StoryDate,
  end: StoryDate,
  budgetCents: z.int(),
  objectives: z.array(GoalObjective),
  ageFrom: AgeFrom,
  ageTo: AgeTo,
  grantCapPerHouseholdCents: z.int(),
  eligibility: z.array(z.string()),
  spending: z.array(z.object({ line: z.string(), cents: z.int() })),
});

/** Assessments of the demo (quadri di analisi): by household, each item with its rating and a note. */
const AssessmentFile = z.object({
  household: z.string(),
  on: StoryDate,
  summary: z.string(),
  items: z.array(z.tuple([TriangleItem, z.int(), z.string()])),
});

/** What is read of extras.json besides the territory, which has a file of its own. */
const ExtrasFile = z.object({
  ...DoorFile.shape,
  programmes: z.array(ProgrammeFile),
  mediatorRoster: z.array(RosterFile),
  structures: z.array(StructureFile),
});

export type NetworkFiles = {
  readonly bodies: readonly z.infer<typeof BodyFile>[];
  readonly people: readonly z.infer<typeof PersonFile>[];
  readonly households: readonly HouseholdFile[];
  readonly extras: z.infer<typeof ExtrasFile>;
  readonly assessments: readonly z.infer<typeof AssessmentFile>[];
  /** By household. */
  readonly documents: ReadonlyMap<string, HouseholdDocuments>;
};

const folder = new URL('./network/', import.meta.url);

/** Reads and checks every file. Throws when one isn't what is written above. */
export async function readNetworkFiles(): Promise<NetworkFiles> {
  const [{ bodies }, people, { households }, extras, { assessments }, documents] = await Promise.all([
    read('bodies.json', z.object({ bodies: z.array(BodyFile) })),
    readPeople(),
    read('households.json', z.object({ households: z.array(HouseholdFile) })),
    read('extras.json', ExtrasFile),
    read('assessments.json', z.object({ assessments: z.array(AssessmentFile) })),
    readDocuments(),
  ]);
  return { bodies, people, households, extras, assessments, documents };
}

/** The demo's own people alone. */
export async function readPeople(): Promise<NetworkFiles['people']> {
  const { people } = await read('people.json', z.object({ people: z.array(PersonFile) }));
  return people;
}

async function readDocuments(): Promise<Map<string, HouseholdDocuments>> {
  const names = await readdir(new URL('documents/', folder));
  const readings = names
    .filter((name) => name.endsWith('.json'))
    .map((name) => read(`documents/${name}`, HouseholdDocuments));
  return new Map((await Promise.all(readings)).map((documents) => [documents.household, documents]));
}

async function read<T>(name: string, schema: z.ZodType<T>): Promise<T> {
  return schema.parse(JSON.parse(await readFile(new URL(name, folder), 'utf8')));
}
