/** Conferences (riunioni d'équipe): when, with whom, about what; their minutes are a shared document (X1–X3). */
import { z } from 'zod';
import { Instant } from '../dates.ts';
import { DocumentAccess } from '../documents/kinds.ts';
import { endpoint } from '../endpoint.ts';
import { BodyId, ConferenceId, DocumentId, HouseholdId, PersonId } from '../ids.ts';
import { BodyBrief } from './bodies.ts';
import { ClosingState, FreezeBody } from './closing-state.ts';
import { PersonBrief } from './people.ts';
import { Empty, nothing, Reason } from './shapes.ts';

export const ConferenceStatus = z.enum(['planned', 'held', 'frozen', 'cancelled']);
export type ConferenceStatus = z.infer<typeof ConferenceStatus>;

export const ConferenceMode = z.enum(['in_person', 'online', 'mixed']);
export type ConferenceMode = z.infer<typeof ConferenceMode>;

/** What it is for; each kind has a template of its agenda (X23). */
export const ConferenceKind = z.enum(['initial', 'review', 'emergency', 'lead_handover', 'closure']);
export type ConferenceKind = z.infer<typeof ConferenceKind>;

/** What somebody who is asked says. */
export const Reply = z.enum(['coming', 'online', 'not_coming']);
export type Reply = z.infer<typeof Reply>;

export const ConferenceReply = z.object({
  person: PersonBrief,
  reply: Reply,
  words: z.string(),
  repliedAt: Instant,
  /** Given for another hour than the one it has now. */
  stale: z.boolean(),
});
export type ConferenceReply = z.infer<typeof ConferenceReply>;

export const AgendaPoint = z.strictObject({
  id: z.string().min(1).max(64),
  title: z.string().trim().min(1).max(200),
  /** Its time box; null: it takes what it takes. */
  minutes: z.int().min(1).max(240).nullable(),
  /** Who asked for it. */
  askedById: PersonId.nullable(),
});
export type AgendaPoint = z.infer<typeof AgendaPoint>;

export const ConferenceDraft = z.strictObject({
  id: ConferenceId,
  kind: ConferenceKind,
  title: z.string().trim().min(3).max(200),
  start: Instant,
  minutesLong: z.int().min(5).max(600),
  mode: ConferenceMode,
  /** Where, when not only online. */
  placeId: BodyId.nullable(),
  /** The team's video room of choice. */
  videoUrl: z
    .url({ protocol: /^https$/ })
    .max(500)
    .nullable(),
  chairId: PersonId,
  minuteTakerId: PersonId,
  agenda: z.array(AgendaPoint).min(1).max(30),
  invitedIds: z.array(PersonId).max(60),
  /** Whether the family is asked to come. */
  familyInvited: z.boolean(),
  /** How many have to be there for its decisions to count. */
  quorum: z.int().min(1).max(60),
});
export type ConferenceDraft = z.infer<typeof ConferenceDraft>;

export const Conference = ConferenceDraft.omit({
  placeId: true,
  chairId: true,
  minuteTakerId: true,
  invitedIds: true,
}).extend({
  household: z.object({ id: HouseholdId, code: z.string(), name: z.string() }),
  place: BodyBrief.nullable(),
  chair: PersonBrief,
  minuteTaker: PersonBrief,
  invited: z.array(PersonBrief),
  /** Of those who have said whether they come; the family reads its own. */
  replies: z.array(ConferenceReply),
  status: ConferenceStatus,
  /** The point the chair has opened, and when; null before the first and after the last. */
  floor: z.object({ pointId: z.string(), since: Instant }).nullable(),
  frozenAt: Instant.nullable(),
  /** Hash of the minutes as frozen, hex SHA-256. */
  frozenHash: z.string().nullable(),
  /** After it was held: read until when, signed by how many. */
  closing: ClosingState,
  minutes: z.object({ documentId: DocumentId, access: DocumentAccess }).nullable(),
  version: z.int(),
  can: z.object({
    change: z.boolean(),
    freeze: z.boolean(),
    /** Reorder the agenda and take points out. */
    setAgenda: z.boolean(),
    askPoint: z.boolean(),
    reply: z.boolean(),
  }),
});
export type Conference = z.infer<typeof Conference>;

const conferenceOf = z.strictObject({ householdId: HouseholdId, conferenceId: ConferenceId });

export const conferenceEndpoints = {
  mine: endpoint({
    method: 'GET',
    path: '/api/conferences',
    summary: 'Conferences I am invited to or chair, across households, upcoming first.',
    policy: { kind: 'signed-in' },
    params: nothing,
    query: z.strictObject({ when: z.enum(['upcoming', 'past']).default('upcoming') }),
    body: nothing,
    response: z.object({ conferences: z.array(Conference) }),
  }),
  ofHousehold: endpoint({
    method: 'GET',
    path: '/api/households/:householdId/conferences',
    summary: 'Conferences of the household, newest first.',
    policy: { kind: 'household', action: 'case.see' },
    params: z.strictObject({ householdId: HouseholdId }),
    query: nothing,
    body: nothing,
    response: z.object({ conferences: z.array(Conference) }),
  }),
  get: endpoint({
    method: 'GET',
    path: '/api/households/:householdId/conferences/:conferenceId',
    summary: 'One conference.',
    policy: { kind: 'household', action: 'case.see' },
    params: conferenceOf,
    query: nothing,
    body: nothing,
    response: Conference,
  }),
  schedule: endpoint({
    method: 'POST',
    path: '/api/households/:householdId/conferences',
    summary: 'Plans a conference; its minutes are made with the agenda as headings.',
    policy: { kind: 'household', action: 'conference.schedule' },
    params: z.strictObject({ householdId: HouseholdId }),
    query: nothing,
    body: ConferenceDraft,
    response: Conference,
  }),
  change: endpoint({
    method: 'PATCH',
    path: '/api/households/:householdId/conferences/:conferenceId',
    summary: 'Changes a planned conference.',
    policy: { kind: 'household', action: 'conference.schedule' },
    params: conferenceOf,
    query: nothing,
    body: ConferenceDraft.omit({ id: true }).partial().extend({ version: z.int() }),
    response: Conference,
  }),
  cancel: endpoint({
    method: 'POST',
    path: '/api/households/:householdId/conferences/:conferenceId/cancel',
    summary: 'Cancels a planned conference, with a reason.',
    policy: { kind: 'household', action: 'conference.schedule' },
    params: conferenceOf,
    query: nothing,
    body: z.strictObject({ reason: Reason }),
    response: Empty,
  }),
  hold: endpoint({
    method: 'POST',
    path: '/api/households/:householdId/conferences/:conferenceId/hold',
    summary: 'Records that it took place.',
    policy: { kind: 'household', action: 'case.see' },
    params: conferenceOf,
    query: nothing,
    body: nothing,
    response: Empty,
  }),
  freeze: endpoint({
    method: 'POST',
    path: '/api/households/:householdId/conferences/:conferenceId/freeze',
    summary: 'The chair freezes the minutes: their hash is kept and nobody writes in them again.',
    policy: { kind: 'household', action: 'case.see' },
    params: conferenceOf,
    query: nothing,
    body: FreezeBody,
    response: Empty,
  }),
};
