/**
 * Minutes after the conference (X3, B13): everybody who was there reads them through, the chair freezes them, who was
 * there signs the frozen words, and afterwards there are only signed addenda.
 */
import { z } from 'zod';
import { Day, Instant } from '../dates.ts';
import { endpoint } from '../endpoint.ts';
import { event } from '../event.ts';
import { AddendumId, ConferenceId, HouseholdId, MemberId, PersonId, SignatureId, TaskId } from '../ids.ts';
import { ContentLanguage } from '../languages.ts';
import { PersonFunction } from '../person-function.ts';
import { Distribution } from './excerpts.ts';
import { PersonBrief } from './people.ts';
import { Empty, nothing } from './shapes.ts';
import { TaskStatus } from './tasks.ts';

/** SHA-256 in hexadecimal. */
export const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** What is still open when the chair freezes: each can be left so, but never unseen. */
export const OpenThing = z.discriminatedUnion('kind', [
  /** A decision that nobody was given to do. */
  z.object({ kind: z.literal('decision'), id: z.string(), text: z.string() }),
  /** Somebody proposed from presence, whom nobody confirmed. */
  z.object({ kind: z.literal('attendance'), id: z.string(), text: z.string() }),
  z.object({ kind: z.literal('remark'), id: z.string(), text: z.string() }),
  /** A point of the agenda under which nothing is written. */
  z.object({ kind: z.literal('point'), id: z.string(), text: z.string() }),
]);
export type OpenThing = z.infer<typeof OpenThing>;

/** What became of a block since somebody read it: `before` null, it is new; `after` null, it is gone. */
export const WordsChange = z.object({
  pointId: z.string().nullable(),
  before: z.string().nullable(),
  after: z.string().nullable(),
});
export type WordsChange = z.infer<typeof WordsChange>;

/** Somebody who was there. `key` is the line of the minutes: an id, or a guest's name. */
export const Attendee = z.object({
  key: z.string(),
  kind: z.enum(['person', 'member', 'guest']),
  name: z.string(),
  function: PersonFunction.nullable(),
  body: z.string().nullable(),
  place: z.enum(['room', 'online', 'phone']).nullable(),
});
export type Attendee = z.infer<typeof Attendee>;

export const MinutesSignature = z.object({
  id: SignatureId,
  answer: z.enum(['signed', 'refused']),
  dissent: z.boolean(),
  words: z.string().nullable(),
  language: ContentLanguage,
  hash: z.string(),
  at: Instant,
  /** On whose device, and who was there to witness it, when not with an account of one's own. */
  deviceOf: z.string().nullable(),
  witness: z.string().nullable(),
});
export type MinutesSignature = z.infer<typeof MinutesSignature>;

export const Addendum = z.object({
  id: AddendumId,
  number: z.int(),
  name: z.string(),
  function: PersonFunction,
  body: z.string().nullable(),
  language: ContentLanguage,
  text: z.string(),
  at: Instant,
  previousHash: z.string(),
  hash: z.string(),
  signatures: z.array(
    z.object({ name: z.string(), function: PersonFunction, body: z.string().nullable(), at: Instant }),
  ),
  canSign: z.boolean(),
});
export type Addendum = z.infer<typeof Addendum>;

export const Closing = z.object({
  /** Hash of the words as they are now. */
  hash: z.string(),
  reading: z.object({ startedBy: PersonBrief, startedAt: Instant, until: Day }).nullable(),
  readers: z.array(
    Attendee.extend({
      /** `changed`: the words were others when they said that they are fine. */
      state: z.enum(['waiting', 'fine', 'changed']),
      at: Instant.nullable(),
      /** Who read it to them. */
      readBy: z.string().nullable(),
    }),
  ),
  /** What changed since this reader said "fine"; null when nothing did, or when what it was is no longer kept. */
  changes: z.array(WordsChange).nullable(),
  remarks: z.array(
    z.object({
      id: z.uuid(),
      by: PersonBrief,
      pointId: z.string().nullable(),
      text: z.string(),
      at: Instant,
      answer: z.object({ text: z.string(), by: PersonBrief, at: Instant }).nullable(),
    }),
  ),
  open: z.array(OpenThing),
  /** Names what is open: freezing sends it back, and is refused when something else is open by then. */
  openKey: z.string(),
  /** Confirmed present, guests not counted, against how many it takes. */
  present: z.int(),
  quorum: z.int(),
  withoutQuorum: z.string().nullable(),
  attendees: z.array(
    Attendee.extend({
      signature: MinutesSignature.nullable(),
      canSign: z.enum(['self', 'device']).nullable(),
      /** Guests are not asked. */
      asked: z.boolean(),
    }),
  ),
  addenda: z.array(Addendum),
  distributions: z.array(Distribution),
  copies: z.array(z.object({ language: ContentLanguage, text: z.string(), by: PersonBrief, at: Instant })),
  /** The tasks its decisions became. */
  tasks: z.array(
    z.object({ id: TaskId, title: z.string(), owner: PersonBrief, due: Day.nullable(), status: TaskStatus }),
  ),
  can: z.object({
    startReading: z.boolean(),
    sayFine: z.boolean(),
    /** Members of the family this reader may record as having heard it. */
    readTo: z.array(z.object({ id: MemberId, name: z.string() })),
    remark: z.boolean(),
    answer: z.boolean(),
    freeze: z.boolean(),
    add: z.boolean(),
    distribute: z.boolean(),
    writeCopy: z.boolean(),
    remind: z.boolean(),
  }),
});
export type Closing = z.infer<typeof Closing>;

export const MinutesAnswer = z.strictObject({
  id: SignatureId,
  /** Whose line it is. */
  attendee: z.string().min(1).max(200),
  answer: z.enum(['signed', 'refused']),
  /** Of the frozen minutes: another one is refused. */
  hash: Sha256,
  /** The language they were read in. */
  language: ContentLanguage,
  /** A dissent and a refusal have them. */
  words: z.string().trim().min(2).max(4000).nullable(),
  dissent: z.boolean(),
  /** A member of the family signs on a worker's device: the mediator or the tutor who witnessed it is named. */
  device: z.strictObject({ witnessId: PersonId }).nullable(),
});
export type MinutesAnswer = z.infer<typeof MinutesAnswer>;

/** What `verify` compared: each with what it found. */
export const Verification = z.object({
  /** Null: not frozen, there is nothing to compare. */
  frozenHash: z.string().nullable(),
  /** What the stored minutes give now. */
  computed: z.string().nullable(),
  of: z.enum(['bytes', 'words']).nullable(),
  checks: z.array(
    z.object({
      what: z.enum(['minutes', 'log', 'signature', 'addendum', 'addendum-signature']),
      /** Whose signature, which addendum. */
      name: z.string().nullable(),
      holds: z.boolean(),
    }),
  ),
  holds: z.boolean(),
});
export type Verification = z.infer<typeof Verification>;

/** What waits for me after conferences: to read, to sign, and what I was given. */
export const WaitingMinutes = z.object({
  conferenceId: ConferenceId,
  household: z.object({ id: HouseholdId, code: z.string() }),
  title: z.string(),
  start: Instant,
});

const oneConference = z.strictObject({ householdId: HouseholdId, conferenceId: ConferenceId });

export const minutesEndpoints = {
  closing: endpoint({
    method: 'GET',
    path: '/api/households/:householdId/conferences/:conferenceId/closing',
    summary:
      'How the minutes stand after the conference: reading, what is open, signatures, addenda, copies.',
    policy: { kind: 'household', action: 'case.see' },
    params: oneConference,
    query: nothing,
    body: nothing,
    response: Closing,
  }),
  startReading: endpoint({
    method: 'POST',
    path: '/api/households/:householdId/conferences/:conferenceId/reading',
    summary: 'The chair asks everybody who was there to read the minutes, until a day; again: another day.',
    policy: { kind: 'household', action: 'case.see' },
    params: oneConference,
    query: nothing,
    body: z.strictObject({ until: Day }),
    response: Empty,
  }),
  sayFine: endpoint({
    method: 'POST',
    path: '/api/households/:householdId/conferences/:conferenceId/reading/fine',
    summary:
      'Read, fine: of the words with this hash. For a member of the family, by whoever read it to them.',
    policy: { kind: 'household', action: 'case.see' },
    params: oneConference,
    query: nothing,
    body: z.strictObject({ hash: Sha256, memberId: MemberId.nullable() }),
    response: Empty,
  }),
  remark: endpoint({
    method: 'POST',
    path: '/api/households/:householdId/conferences/:conferenceId/remarks',
    summary: 'A remark on minutes being read, on one point or on the whole.',
    policy: { kind: 'household', action: 'case.see' },
    params: oneConference,
    query: nothing,
    body: z.strictObject({
      id: z.uuid(),
      pointId: z.string().max(64).nullable(),
      text: z.string().trim().min(2).max(2000),
    }),
    response: Empty,
  }),
  answerRemark: endpoint({
    method: 'POST',
    path: '/api/households/:householdId/conferences/:conferenceId/remarks/:remarkId/answer',
    summary: 'The minute-taker or the chair answers a remark, once.',
    policy: { kind: 'household', action: 'case.see' },
    params: oneConference.extend({ remarkId: z.uuid() }),
    query: nothing,
    body: z.strictObject({ text: z.string().trim().min(2).max(2000) }),
    response: Empty,
  }),
  sign: endpoint({
    method: 'POST',
    path: '/api/households/:householdId/conferences/:conferenceId/signatures',
    summary: 'Who was there signs the frozen minutes, with a dissent if there is one, or refuses with words.',
    policy: { kind: 'household', action: 'minutes.sign' },
    params: oneConference,
    query: nothing,
    body: MinutesAnswer,
    response: MinutesSignature,
  }),
  remind: endpoint({
    method: 'POST',
    path: '/api/households/:householdId/conferences/:conferenceId/signatures/remind',
    summary: 'Asks again whoever was there and has not answered.',
    policy: { kind: 'household', action: 'case.see' },
    params: oneConference,
    query: nothing,
    body: nothing,
    response: z.object({ asked: z.int() }),
  }),
  verify: endpoint({
    method: 'GET',
    path: '/api/households/:householdId/conferences/:conferenceId/verification',
    summary:
      'Works out the hash of the stored minutes anew and compares it with the frozen one, signatures and addenda.',
    policy: { kind: 'household', action: 'minutes.sign' },
    params: oneConference,
    query: nothing,
    body: nothing,
    response: Verification,
  }),
  add: endpoint({
    method: 'POST',
    path: '/api/households/:householdId/conferences/:conferenceId/addenda',
    summary: 'A signed addendum to frozen minutes, chained to what is there.',
    policy: { kind: 'household', action: 'minutes.sign' },
    params: oneConference,
    query: nothing,
    body: z.strictObject({
      id: AddendumId,
      language: ContentLanguage,
      text: z.string().trim().min(2).max(8000),
    }),
    response: Empty,
  }),
  signAddendum: endpoint({
    method: 'POST',
    path: '/api/households/:householdId/conferences/:conferenceId/addenda/:addendumId/signatures',
    summary: 'Signs an addendum of somebody else.',
    policy: { kind: 'household', action: 'minutes.sign' },
    params: oneConference.extend({ addendumId: AddendumId }),
    query: nothing,
    body: z.strictObject({ hash: Sha256 }),
    response: Empty,
  }),
  mine: endpoint({
    method: 'GET',
    path: '/api/minutes/mine',
    summary: 'Minutes that wait for me to read or to sign, and excerpts I was given.',
    policy: { kind: 'signed-in' },
    params: nothing,
    query: nothing,
    body: nothing,
    response: z.object({
      toRead: z.array(WaitingMinutes.extend({ until: Day })),
      toSign: z.array(WaitingMinutes.extend({ distributionId: z.uuid().nullable() })),
      given: z.array(WaitingMinutes.extend({ distributionId: z.uuid(), at: Instant, opened: z.boolean() })),
    }),
  }),
};

export const minutesEvents = [
  event('minutes.reading-started', { conferenceId: ConferenceId, until: Day }),
  event('minutes.read', { conferenceId: ConferenceId, hash: z.string() }),
  event('minutes.remarked', { conferenceId: ConferenceId, remarkId: z.uuid() }),
  event('minutes.remark-answered', { conferenceId: ConferenceId, remarkId: z.uuid(), personId: PersonId }),
  /** Somebody who was there is asked to sign: by the freezing, and again by the chair. */
  event('minutes.signature-asked', { conferenceId: ConferenceId, personId: PersonId }),
  event('minutes.signed', {
    conferenceId: ConferenceId,
    answer: z.enum(['signed', 'refused']),
    seal: z.string(),
  }),
  event('minutes.signed-by-all', { conferenceId: ConferenceId }),
  /** Minutes were frozen in which this task was decided: its owner can read where it comes from. */
  event('minutes.task-confirmed', { conferenceId: ConferenceId, taskId: TaskId, ownerId: PersonId }),
  event('minutes.added-to', { conferenceId: ConferenceId, addendumId: AddendumId, hash: z.string() }),
  event('minutes.addendum-signed', { conferenceId: ConferenceId, addendumId: AddendumId }),
  event('minutes.copy-written', { conferenceId: ConferenceId, language: ContentLanguage }),
] as const;
