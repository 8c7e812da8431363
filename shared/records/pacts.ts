/**
 * Inclusion pacts (patti di inclusione, C4–C6, B13): what a case manager and somebody of the family promise each other,
 * in a text written together, signed on screen by every party in their own language.
 */
import { z } from 'zod';
import { addMonths, Day, Instant } from '../dates.ts';
import { DocumentAccess } from '../documents/kinds.ts';
import { endpoint } from '../endpoint.ts';
import { event } from '../event.ts';
import {
  BodyId,
  CommitmentId,
  DocumentId,
  GoalId,
  HouseholdId,
  MemberId,
  PactId,
  PersonId,
  ProgrammeId,
  SignatureId,
} from '../ids.ts';
import { ContentLanguage } from '../languages.ts';
import { PersonBrief } from './people.ts';
import { Empty, nothing, Reason } from './shapes.ts';

/** Proposed for signature, in force once everybody signed, extended by the regia, ended. Only a draft's text is written in. */
export const PactStatus = z.enum(['draft', 'proposed', 'signed', 'extended', 'ended']);
export type PactStatus = z.infer<typeof PactStatus>;

export const isInForce = (status: PactStatus): boolean => status === 'signed' || status === 'extended';

/** Nobody writes in the text of a pact that was proposed: what is signed is what was read. */
export const isTextFrozen = (status: PactStatus): boolean => status !== 'draft';

/** The lines of support (C6); work orientation holds a competence review. */
export const PactSupport = z.enum(['relational', 'socialisation_education', 'work_orientation', 'grant']);
export type PactSupport = z.infer<typeof PactSupport>;

export const PactEnding = z.enum(['kept', 'partly', 'not_kept', 'withdrawn']);
export type PactEnding = z.infer<typeof PactEnding>;

/** Who signs: all three, each once. */
export const PactParty = z.enum(['beneficiary', 'case_manager', 'lead']);
export type PactParty = z.infer<typeof PactParty>;

export const CommitmentState = z.enum(['open', 'kept', 'not_kept']);
export type CommitmentState = z.infer<typeof CommitmentState>;

/**
 * C5: beneficiaries are accompanied for six to eight months ("Take Care. La cura è di Casa", Torino: the path with a
 * case manager). Calendar months, so 31 August to 28 February are six.
 */
export const pactMonths = { least: 6, most: 8 } as const;

/** The days a pact that begins then may end on. */
export const endsBetween = (start: Day): { readonly earliest: Day; readonly latest: Day } => ({
  earliest: addMonths(start, pactMonths.least),
  latest: addMonths(start, pactMonths.most),
});

/** How long one extension may last at most, in months: what needs longer is a new pact. */
export const longestExtension = 8;

/** Who keeps a commitment: somebody of the family, a worker or a body. */
export const CommitmentHolder = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('member'), id: MemberId }),
  z.strictObject({ kind: z.literal('person'), id: PersonId }),
  z.strictObject({ kind: z.literal('body'), id: BodyId }),
]);
export type CommitmentHolder = z.infer<typeof CommitmentHolder>;

export const CommitmentDraft = z.strictObject({
  id: CommitmentId,
  who: CommitmentHolder,
  what: z.string().trim().min(3).max(500),
  due: Day.nullable(),
});
export type CommitmentDraft = z.infer<typeof CommitmentDraft>;

export const PactDraft = z.strictObject({
  /** Chosen by the page, so that a retried request makes no second pact. */
  id: PactId,
  programmeId: ProgrammeId.nullable(),
  caseManagerId: PersonId,
  beneficiaryId: MemberId,
  language: ContentLanguage,
  start: Day,
  end: Day,
  supports: z.array(PactSupport).min(1).max(4),
  goalIds: z.array(GoalId).max(20),
  commitments: z.array(CommitmentDraft).max(40),
});
export type PactDraft = z.infer<typeof PactDraft>;

const Signature = z.object({
  id: SignatureId,
  party: PactParty,
  /** Who answered: a member's name or an account's. */
  name: z.string(),
  answer: z.enum(['signed', 'refused']),
  language: ContentLanguage,
  words: z.string().nullable(),
  dissent: z.boolean(),
  on: Day,
  /** Of what was read and answered. */
  hash: z.string(),
  /** On whose device, when not with an account of one's own, and who translated. */
  deviceOf: z.string().nullable(),
  mediator: z.string().nullable(),
  voidedAt: Instant.nullable(),
});
export type Signature = z.infer<typeof Signature>;

export const Pact = z.object({
  id: PactId,
  householdId: HouseholdId,
  programmeId: ProgrammeId.nullable(),
  caseManager: PersonBrief,
  beneficiary: z.object({ id: MemberId, name: z.string() }),
  language: ContentLanguage,
  start: Day,
  /** The last day as first agreed, and as it stands today. */
  end: Day,
  until: Day,
  status: PactStatus,
  supports: z.array(PactSupport),
  competenceReview: z.object({ on: Day, text: z.string() }).nullable(),
  goals: z.array(z.object({ id: GoalId, title: z.string() })),
  commitments: z.array(
    z.object({
      id: CommitmentId,
      who: CommitmentHolder,
      name: z.string(),
      what: z.string(),
      due: Day.nullable(),
      state: CommitmentState,
      note: z.string(),
      version: z.int(),
    }),
  ),
  text: z.object({ documentId: DocumentId, access: DocumentAccess }).nullable(),
  hash: z.string().nullable(),
  inForceSince: Instant.nullable(),
  parties: z.array(
    z.object({
      party: PactParty,
      name: z.string(),
      signature: Signature.nullable(),
      /** How this reader may answer for them: with the own account, or handing a device to the beneficiary. */
      canAnswer: z.enum(['self', 'device']).nullable(),
    }),
  ),
  /** Answers that no longer count: the text was opened again, or the same party answered anew. */
  earlierSignatures: z.array(Signature),
  extensions: z.array(
    z.object({
      end: Day,
      reason: z.string(),
      askedBy: PersonBrief,
      askedAt: Instant,
      approved: z.boolean().nullable(),
      decidedBy: PersonBrief.nullable(),
      answer: z.string().nullable(),
    }),
  ),
  ended: z.object({ on: Day, how: PactEnding, reason: z.string().nullable() }).nullable(),
  /** Copies in plain words. */
  copies: z.array(z.object({ language: ContentLanguage, text: z.string(), by: PersonBrief, at: Instant })),
  remarks: z.array(
    z.object({
      id: z.uuid(),
      by: PersonBrief,
      language: ContentLanguage,
      quote: z.string().nullable(),
      text: z.string(),
      at: Instant,
    }),
  ),
  version: z.int(),
  can: z.object({
    change: z.boolean(),
    propose: z.boolean(),
    reopen: z.boolean(),
    askExtension: z.boolean(),
    decideExtension: z.boolean(),
    end: z.boolean(),
    withdraw: z.boolean(),
    writeCopy: z.boolean(),
    remark: z.boolean(),
    mark: z.boolean(),
  }),
});
export type Pact = z.infer<typeof Pact>;

export const PactAnswer = z.strictObject({
  id: SignatureId,
  party: PactParty,
  answer: z.enum(['signed', 'refused']),
  /** Of the text that was read: another one is refused. */
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  /** The language it was read in. */
  language: ContentLanguage,
  /** Her own words, in that language: a refusal and a dissent have them. */
  words: z.string().trim().min(2).max(4000).nullable(),
  dissent: z.boolean(),
  /** The beneficiary signs on the worker's device; whoever translated is named, unless it was read in Italian. */
  device: z.strictObject({ mediatorId: PersonId.nullable() }).nullable(),
});
export type PactAnswer = z.infer<typeof PactAnswer>;

const inHousehold = z.strictObject({ householdId: HouseholdId });
const onePact = z.strictObject({ householdId: HouseholdId, pactId: PactId });
const version = z.int();

export const pactEndpoints = {
  list: endpoint({
    method: 'GET',
    path: '/api/households/:householdId/pacts',
    summary: 'Inclusion pacts of the household, newest first: for the team and for the family.',
    policy: { kind: 'household', action: 'pact.see' },
    params: inHousehold,
    query: nothing,
    body: nothing,
    response: z.object({ pacts: z.array(Pact) }),
  }),
  draft: endpoint({
    method: 'POST',
    path: '/api/households/:householdId/pacts',
    summary: 'Begins a pact of six to eight months, with its text to write together.',
    policy: { kind: 'household', action: 'pact.write' },
    params: inHousehold,
    query: nothing,
    body: PactDraft,
    response: Pact,
  }),
  change: endpoint({
    method: 'PATCH',
    path: '/api/households/:householdId/pacts/:pactId',
    summary: 'Changes a draft: people, duration, supports, goals, commitments.',
    policy: { kind: 'household', action: 'pact.write' },
    params: onePact,
    query: nothing,
    body: PactDraft.omit({ id: true, programmeId: true }).partial().extend({ version }),
    response: Pact,
  }),
  propose: endpoint({
    method: 'POST',
    path: '/api/households/:householdId/pacts/:pactId/propose',
    summary: 'Proposes it for signature: the text is frozen and its hash kept.',
    policy: { kind: 'household', action: 'pact.write' },
    params: onePact,
    query: nothing,
    body: z.strictObject({ version }),
    response: Pact,
  }),
  reopen: endpoint({
    method: 'POST',
    path: '/api/households/:householdId/pacts/:pactId/reopen',
    summary: 'Opens a proposed text again, with a reason: answers given so far no longer count.',
    policy: { kind: 'household', action: 'pact.write' },
    params: onePact,
    query: nothing,
    body: z.strictObject({ reason: Reason, version }),
    response: Pact,
  }),
  answer: endpoint({
    method: 'POST',
    path: '/api/households/:householdId/pacts/:pactId/signatures',
    summary: 'A party signs, or refuses in her own words. The pact is in force when all have signed.',
    policy: { kind: 'household', action: 'pact.see' },
    params: onePact,
    query: nothing,
    body: PactAnswer,
    response: Pact,
  }),
  askExtension: endpoint({
    method: 'POST',
    path: '/api/households/:householdId/pacts/:pactId/extensions',
    summary: 'Asks the regia to let a pact in force last longer, with a reason.',
    policy: { kind: 'household', action: 'pact.write' },
    params: onePact,
    query: nothing,
    body: z.strictObject({ end: Day, reason: Reason, version }),
    response: Pact,
  }),
  decideExtension: endpoint({
    method: 'POST',
    path: '/api/households/:householdId/pacts/:pactId/extensions/decide',
    summary: 'The regia approves or refuses the extension that waits; never whoever asked for it.',
    policy: { kind: 'household', action: 'pact.write' },
    params: onePact,
    query: nothing,
    body: z.strictObject({ approve: z.boolean(), answer: z.string().trim().max(1000), version }),
    response: Pact,
  }),
  end: endpoint({
    method: 'POST',
    path: '/api/households/:householdId/pacts/:pactId/end',
    summary: 'Ends it: kept, partly, not kept, or withdrawn with a reason. The beneficiary may withdraw.',
    policy: { kind: 'household', action: 'pact.sign' },
    params: onePact,
    query: nothing,
    body: z.strictObject({ how: PactEnding, reason: Reason.nullable(), version }),
    response: Pact,
  }),
  markCommitment: endpoint({
    method: 'POST',
    path: '/api/households/:householdId/pacts/:pactId/commitments/:commitmentId/state',
    summary: 'Says whether a commitment was kept.',
    policy: { kind: 'household', action: 'pact.write' },
    params: onePact.extend({ commitmentId: CommitmentId }),
    query: nothing,
    body: z.strictObject({ state: CommitmentState, note: z.string().trim().max(1000), version }),
    response: Pact,
  }),
  recordReview: endpoint({
    method: 'PUT',
    path: '/api/households/:householdId/pacts/:pactId/competence-review',
    summary: 'Keeps what came of the competence review of the work orientation.',
    policy: { kind: 'household', action: 'pact.write' },
    params: onePact,
    query: nothing,
    body: z.strictObject({ on: Day, text: z.string().trim().min(3).max(4000), version }),
    response: Pact,
  }),
  writeCopy: endpoint({
    method: 'PUT',
    path: '/api/households/:householdId/pacts/:pactId/copies',
    summary: 'Writes the copy in plain words, in a language somebody reads, as long as nobody has answered.',
    policy: { kind: 'household', action: 'pact.see' },
    params: onePact,
    query: nothing,
    body: z.strictObject({ language: ContentLanguage, text: z.string().trim().min(3).max(20_000) }),
    response: Pact,
  }),
  remark: endpoint({
    method: 'POST',
    path: '/api/households/:householdId/pacts/:pactId/remarks',
    summary: 'Says something about the text, beside it, in any language.',
    policy: { kind: 'household', action: 'pact.see' },
    params: onePact,
    query: nothing,
    body: z.strictObject({
      id: z.uuid(),
      language: ContentLanguage,
      quote: z.string().trim().min(1).max(500).nullable(),
      text: z.string().trim().min(1).max(4000),
    }),
    response: Empty,
  }),
};

export const pactEvents = [
  event('pact.drafted', { pactId: PactId }),
  event('pact.changed', { pactId: PactId, fields: z.array(z.string()) }),
  event('pact.proposed', { pactId: PactId, hash: z.string() }),
  event('pact.reopened', { pactId: PactId, reason: z.string() }),
  event('pact.answered', { pactId: PactId, party: PactParty, answer: z.enum(['signed', 'refused']) }),
  event('pact.in-force', { pactId: PactId }),
  event('pact.extension-asked', { pactId: PactId, reason: z.string() }),
  event('pact.extension-decided', { pactId: PactId, approved: z.boolean() }),
  event('pact.ended', { pactId: PactId, how: PactEnding }),
  event('pact.commitment-marked', { pactId: PactId, commitmentId: CommitmentId, state: CommitmentState }),
  event('pact.competences-reviewed', { pactId: PactId }),
  event('pact.copy-written', { pactId: PactId, language: ContentLanguage }),
  event('pact.remarked', { pactId: PactId }),
] as const;
