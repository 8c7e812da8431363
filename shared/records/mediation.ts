/** Mediators (A5): who speaks what and when she is there; a request, from asked to done, with its aim. */
import { z } from 'zod';
import { Day, Instant } from '../dates.ts';
import { endpoint } from '../endpoint.ts';
import { event } from '../event.ts';
import { ConferenceId, DocumentId, HouseholdId, MediationId, PersonId } from '../ids.ts';
import { ContentLanguage } from '../languages.ts';
import { PersonBrief } from './people.ts';
import { Empty, nothing, Reason } from './shapes.ts';

/** What mediation is for: getting over the threshold, trust, or not losing each other. */
export const MediationAim = z.enum(['entry_barrier', 'trust', 'retention']);
export type MediationAim = z.infer<typeof MediationAim>;

/** `written`: an answer or a translation in the text itself; nobody meets, so it is no contact with the family. */
export const MediationMode = z.enum(['in_person', 'phone', 'online', 'written']);
export type MediationMode = z.infer<typeof MediationMode>;

/** Assigned is an offer of the coordination; accepted is the mediator's own yes, and only then is she in the case. */
export const MediationStatus = z.enum(['requested', 'assigned', 'accepted', 'done', 'cancelled']);
export type MediationStatus = z.infer<typeof MediationStatus>;

export const isMediationOpen = (status: MediationStatus): boolean =>
  status === 'requested' || status === 'assigned' || status === 'accepted';

/**
 * The words a request is about: the plan or minutes, and in the plan the annotation that asks. Only where to look: the
 * thread is written beside the text and may come a moment later, or be taken away again.
 */
export const MediationPassage = z.strictObject({ documentId: DocumentId, thread: z.uuid().nullable() });
export type MediationPassage = z.infer<typeof MediationPassage>;

export const MediationDraft = z.strictObject({
  id: MediationId,
  language: ContentLanguage,
  aim: MediationAim,
  mode: MediationMode,
  /** When she is wanted; null: as soon as there is somebody. */
  at: Instant.nullable(),
  /** Read by the team only. */
  place: z.string().trim().max(200),
  /** What it is about. Read by the team only; it becomes the reason of the mediator's joining. */
  note: Reason,
  passage: MediationPassage.optional(),
});
export type MediationDraft = z.infer<typeof MediationDraft>;

/** A request as everybody concerned may see it. Coordination and mediators who aren't in the case see a code, no name. */
export const Mediation = z.object({
  id: MediationId,
  householdCode: z.string(),
  language: ContentLanguage,
  aim: MediationAim,
  mode: MediationMode,
  at: Instant.nullable(),
  requestedAt: Instant,
  status: MediationStatus,
  since: Instant,
  mediator: PersonBrief.nullable(),
  /** How many said no so far. */
  declines: z.int(),
  /** Only for those who see the case. */
  details: z
    .object({
      household: z.object({ id: HouseholdId, name: z.string() }),
      place: z.string(),
      note: z.string(),
      requestedBy: PersonBrief,
      passage: MediationPassage.extend({
        /** Of minutes. */
        conferenceId: ConferenceId.nullable(),
      }).nullable(),
      declined: z.array(z.object({ person: PersonBrief, reason: z.string() })),
      minutes: z.int().nullable(),
      reached: z.boolean().nullable(),
      cameOf: z.string().nullable(),
      cancelReason: z.string().nullable(),
    })
    .nullable(),
  version: z.int(),
});
export type Mediation = z.infer<typeof Mediation>;

/** A mediator in the roster. */
export const RosterEntry = z.object({
  person: PersonBrief,
  languages: z.array(ContentLanguage),
  /** Away until this day, which is the first she is back. */
  pausedUntil: Day.nullable(),
  paused: z.boolean(),
  days: z.string(),
  districts: z.array(z.int()),
  note: z.string(),
  /** Requests assigned to her or accepted, not done yet. */
  load: z.int(),
  version: z.int(),
});
export type RosterEntry = z.infer<typeof RosterEntry>;

export const Availability = z.strictObject({
  pausedUntil: Day.nullable(),
  days: z.string().trim().max(120),
  districts: z.array(z.int().min(1).max(8)).max(8),
  note: z.string().trim().max(300),
});
export type Availability = z.infer<typeof Availability>;

/** Her languages; Nigerian Pidgin and English are two. */
export const speaks = (entry: { readonly languages: readonly string[] }, language: string): boolean =>
  entry.languages.includes(language);

const mediationOf = z.strictObject({ mediationId: MediationId });
const ofHousehold = z.strictObject({ householdId: HouseholdId });

export const mediationEndpoints = {
  roster: endpoint({
    method: 'GET',
    path: '/api/mediation/roster',
    summary: 'Mediators with their languages, when they are there and how much they have.',
    policy: {
      kind: 'functions',
      functions: ['mediator', 'coordinator', 'tutor', 'social', 'health', 'education', 'partner'],
    },
    params: nothing,
    query: nothing,
    body: nothing,
    response: z.object({ mediators: z.array(RosterEntry) }),
  }),
  changeAvailability: endpoint({
    method: 'PUT',
    path: '/api/mediation/roster/:personId',
    summary: 'Says when a mediator is there: she herself, or the coordination for her.',
    policy: { kind: 'functions', functions: ['mediator', 'coordinator'] },
    params: z.strictObject({ personId: PersonId }),
    query: nothing,
    body: Availability.extend({ version: z.int() }),
    response: RosterEntry,
  }),
  list: endpoint({
    method: 'GET',
    path: '/api/mediation',
    summary:
      'For a mediator: what waits in her languages, and her own. For the coordination: everything open, by code.',
    policy: { kind: 'functions', functions: ['mediator', 'coordinator'] },
    params: nothing,
    query: nothing,
    body: nothing,
    response: z.object({ requests: z.array(Mediation) }),
  }),
  ofHousehold: endpoint({
    method: 'GET',
    path: '/api/households/:householdId/mediation',
    summary: 'Requests for a mediator, newest first.',
    policy: { kind: 'household', action: 'case.see' },
    params: ofHousehold,
    query: nothing,
    body: nothing,
    response: z.object({ requests: z.array(Mediation) }),
  }),
  request: endpoint({
    method: 'POST',
    path: '/api/households/:householdId/mediation',
    summary: 'Asks for a mediator. The same id again answers the same request.',
    policy: { kind: 'household', action: 'mediation.request' },
    params: ofHousehold,
    query: nothing,
    body: MediationDraft,
    response: Mediation,
  }),
  cancel: endpoint({
    method: 'POST',
    path: '/api/households/:householdId/mediation/:mediationId/cancel',
    summary:
      'Takes a request back, with a reason. Who joined the team because of it stays until somebody ends that.',
    policy: { kind: 'household', action: 'mediation.request' },
    params: ofHousehold.extend({ mediationId: MediationId }),
    query: nothing,
    body: z.strictObject({ reason: Reason, version: z.int() }),
    response: Mediation,
  }),
  assign: endpoint({
    method: 'POST',
    path: '/api/mediation/:mediationId/assign',
    summary: 'Offers a request to a mediator who speaks its language. She is in the case when she accepts.',
    policy: { kind: 'functions', functions: ['coordinator'] },
    params: mediationOf,
    query: nothing,
    body: z.strictObject({ personId: PersonId, version: z.int() }),
    response: Mediation,
  }),
  accept: endpoint({
    method: 'POST',
    path: '/api/mediation/:mediationId/accept',
    summary: 'Takes a request that waits or was offered to her: she joins the care team. Of two, one has it.',
    policy: { kind: 'functions', functions: ['mediator'] },
    params: mediationOf,
    query: nothing,
    body: nothing,
    response: Mediation,
  }),
  decline: endpoint({
    method: 'POST',
    path: '/api/mediation/:mediationId/decline',
    summary: 'Gives a request back, with a reason: it waits again, for others.',
    policy: { kind: 'functions', functions: ['mediator'] },
    params: mediationOf,
    query: nothing,
    body: z.strictObject({ reason: Reason, version: z.int() }),
    response: Empty,
  }),
  finish: endpoint({
    method: 'POST',
    path: '/api/mediation/:mediationId/done',
    summary: 'Tells that it is done: minutes, whether the family was reached, what came of it.',
    policy: { kind: 'functions', functions: ['mediator'] },
    params: mediationOf,
    query: nothing,
    body: z.strictObject({
      minutes: z.int().min(1).max(1440),
      reached: z.boolean(),
      cameOf: Reason,
      version: z.int(),
    }),
    response: Mediation,
  }),
};

export const mediationEvents = [
  event('mediation.requested', { mediationId: MediationId, language: ContentLanguage, aim: MediationAim }),
  event('mediation.assigned', { mediationId: MediationId, personId: PersonId }),
  event('mediation.accepted', { mediationId: MediationId, personId: PersonId }),
  event('mediation.declined', { mediationId: MediationId, personId: PersonId }),
  event('mediation.done', { mediationId: MediationId, personId: PersonId, minutes: z.int() }),
  event('mediation.cancelled', { mediationId: MediationId }),
  /** The same steps as mediators and coordination hear of them: outside any household. */
  event('roster.request-moved', {
    mediationId: MediationId,
    language: ContentLanguage,
    status: MediationStatus,
  }),
  event('roster.availability-changed', { personId: PersonId, pausedUntil: Day.nullable() }),
  /** How long a silence may last in the whole network. */
  event('roster.interval-changed', { days: z.int() }),
] as const;
