/** Reports (segnalazioni) of a mother or child in need, from those who met them to the call centre (D1, D2, D11). */
import { z } from 'zod';
import { dayOf, Instant } from '../dates.ts';
import { endpoint } from '../endpoint.ts';
import { event } from '../event.ts';
import { BodyId, HouseholdId, MergeId, ReportId, SenderId } from '../ids.ts';
import { ContentLanguage } from '../languages.ts';
import { BodyBrief } from './bodies.ts';
import { Earliness } from './earliness.ts';
import { HouseholdDraft, type MemberDraft } from './households.ts';
import { PersonBrief } from './people.ts';
import {
  type ImpossibleDate,
  impossibleDate,
  ReportChannel,
  ReportContent,
  ReportSender,
  ReportSubject,
  SenderKind,
  Urgency,
} from './report-content.ts';
import { Empty, nothing, PageQuery, paged, Reason } from './shapes.ts';

/** Every way triage ends (D2). `merged` comes of a merge only. */
export const TriageOutcome = z.enum([
  'information',
  'consultancy',
  'home_support',
  'placement_search',
  'forwarded',
  'merged',
  'not_competent',
  'redirected',
]);
export type TriageOutcome = z.infer<typeof TriageOutcome>;

/** Outcomes after which a household can be opened. */
export const leadsToHousehold = (outcome: TriageOutcome | null): boolean =>
  outcome === 'home_support' || outcome === 'placement_search' || outcome === 'forwarded';

/** D3: a place is looked for where support at home was tried, or in an emergency. */
export const PlacementGrounds = z.enum(['home_support_tried', 'emergency']);
export type PlacementGrounds = z.infer<typeof PlacementGrounds>;

export const Triage = z.strictObject({
  outcome: TriageOutcome.exclude(['merged']),
  note: z.string().trim().max(1000),
  /** For `forwarded`: the body it goes to. */
  bodyId: BodyId.nullable(),
  /** For `placement_search`. */
  grounds: PlacementGrounds.nullable(),
});
export type Triage = z.infer<typeof Triage>;

export const ReportState = z.enum(['waiting', 'triaged']);

/** A line of the list. */
export const ReportRow = z.object({
  id: ReportId,
  number: z.string(),
  senderKind: SenderKind,
  senderName: z.string(),
  senderBody: BodyBrief.nullable(),
  channel: ReportChannel,
  receivedAt: Instant,
  subject: ReportSubject,
  urgency: Urgency,
  /** Week of pregnancy or age of the youngest child, that day. */
  earliness: Earliness.nullable(),
  outcome: TriageOutcome.nullable(),
  householdId: HouseholdId.nullable(),
});
export type ReportRow = z.infer<typeof ReportRow>;

export const Report = ReportRow.extend({
  /** Null once it turned out that the woman reported herself. */
  content: ReportContent.nullable(),
  recordedBy: PersonBrief.nullable(),
  triage: z
    .object({
      note: z.string(),
      grounds: PlacementGrounds.nullable(),
      body: BodyBrief.nullable(),
      by: PersonBrief,
      at: Instant,
    })
    .nullable(),
  /** Where it was merged into, and the merge that can be undone. */
  merge: z
    .object({ id: MergeId, reportId: ReportId.nullable(), householdId: HouseholdId.nullable() })
    .nullable(),
  household: z.object({ id: HouseholdId, code: z.string() }).nullable(),
  /** The path of the page that tells the sender how it stands. */
  receipt: z.string(),
  version: z.int(),
});
export type Report = z.infer<typeof Report>;

export const ReportDraft = z.strictObject({
  /** Chosen by whoever sends: the same id again is the same report. */
  id: ReportId,
  sender: ReportSender,
  channel: ReportChannel.exclude(['api']),
  receivedAt: Instant,
  content: ReportContent,
});
export type ReportDraft = z.infer<typeof ReportDraft>;

/** What a report says and who said it: all that can have been written down wrongly. */
export const ReportWords = ReportDraft.omit({ id: true });
export type ReportWords = z.infer<typeof ReportWords>;

/** What a report said until somebody corrected it. */
export const ReportCorrection = z.object({
  was: z.object({
    sender: z.object({ kind: SenderKind, name: z.string(), body: BodyBrief.nullable() }),
    channel: ReportChannel,
    receivedAt: Instant,
    content: ReportContent,
  }),
  reason: z.string(),
  by: PersonBrief,
  at: Instant,
});
export type ReportCorrection = z.infer<typeof ReportCorrection>;

/**
 * Whether what it says can be corrected: it was written down by somebody who listened, and nothing was made of it yet.
 * What a registered sender wrote itself stays in its words.
 */
export const canBeCorrected = ({
  content,
  recordedBy,
  merge,
  household,
}: Pick<Report, 'content' | 'recordedBy' | 'merge' | 'household'>): boolean =>
  content !== null && recordedBy !== null && merge === null && household === null;

/** What a registered sender sends. Who they are, their key tells. */
export const InboundReport = z.strictObject({
  id: ReportId,
  /** In the body, or as `Authorization: Bearer <key>`. */
  key: z.string().max(200).optional(),
  /** The person who reports, for a call back. */
  name: z.string().trim().min(2).max(200),
  /** The public page says `form`, a program `api`. */
  channel: z.enum(['form', 'api']).default('api'),
  /** True when who writes is the woman herself: it isn't taken as a report. */
  aboutMyself: z.boolean().default(false),
  content: ReportContent,
});
export type InboundReport = z.infer<typeof InboundReport>;

/** What a sender is told and nothing else (D11). */
export const ReportReceipt = z.object({
  number: z.string(),
  receivedAt: Instant,
  state: z.enum(['received', 'examined']),
});
export type ReportReceipt = z.infer<typeof ReportReceipt>;

export const ReceivedReport = z.object({ id: ReportId, number: z.string(), receipt: z.string() });
export type ReceivedReport = z.infer<typeof ReceivedReport>;

/** The rules about dates, for a report received at that moment. */
export const refusedDate = (
  content: ReportContent,
  receivedAt: Instant,
  now: Date,
): ImpossibleDate | null => {
  const on = dayOf(new Date(receivedAt));
  return impossibleDate(content, { at: receivedAt, on }, now);
};

/** The members a household begins with, as far as the report names them: what is missing, whoever opens it writes. */
export function membersFromReport({
  name,
  birth,
  language,
  dueDate,
  children,
}: ReportContent): MemberDraft[] {
  const languages = language === null ? [] : [language];
  const base = { languages, birthCountry: null };
  const mother: MemberDraft = {
    ...base,
    name: name ?? '',
    relation: 'mother',
    sex: 'f',
    birth,
    indexPerson: true,
    pregnancy: dueDate === null ? null : { lmp: null, dueDate, ended: null },
  };
  const born = children.map(
    (child): MemberDraft => ({
      ...base,
      name: child.name ?? '',
      relation: 'child',
      sex: child.sex ?? 'f',
      birth: child.birth,
      indexPerson: false,
      pregnancy: null,
    }),
  );
  return [mother, ...born];
}

const callCentre = { kind: 'functions', functions: ['call_centre'] } as const;
const oneReport = z.strictObject({ reportId: ReportId });

export const reportEndpoints = {
  list: endpoint({
    method: 'GET',
    path: '/api/reports',
    summary: 'Reports: those that wait by urgency and age, or those triaged, newest first.',
    policy: callCentre,
    params: nothing,
    query: z.strictObject({ state: ReportState.default('waiting'), ...PageQuery }),
    body: nothing,
    response: paged(ReportRow).extend({ waiting: z.int() }),
  }),
  get: endpoint({
    method: 'GET',
    path: '/api/reports/:reportId',
    summary: 'One report, whole, with what it said before it was corrected.',
    policy: callCentre,
    params: oneReport,
    query: nothing,
    body: nothing,
    response: Report.extend({ corrections: z.array(ReportCorrection) }),
  }),
  receive: endpoint({
    method: 'POST',
    path: '/api/reports',
    summary:
      'Takes a report by phone or at a desk. A woman who reports herself is refused: she is pointed to a desk or to 1522.',
    policy: { kind: 'functions', functions: ['call_centre', 'desk'] },
    params: nothing,
    query: nothing,
    body: ReportDraft,
    response: ReceivedReport,
  }),
  correct: endpoint({
    method: 'PUT',
    path: '/api/reports/:reportId/words',
    summary:
      'Corrects what was written down wrongly, with a reason, until a household is opened; what it said stays readable.',
    policy: callCentre,
    params: oneReport,
    query: nothing,
    body: ReportWords.extend({ reason: Reason, version: z.int() }),
    response: Report,
  }),
  triage: endpoint({
    method: 'POST',
    path: '/api/reports/:reportId/triage',
    summary: 'Records the outcome of triage. It can be changed until a household is opened.',
    policy: callCentre,
    params: oneReport,
    query: nothing,
    body: Triage.extend({ version: z.int() }),
    response: Report,
  }),
  takeIn: endpoint({
    method: 'POST',
    path: '/api/reports/:reportId/household',
    summary:
      'Opens the household a report is about, once: the call centre, or a worker of the body it was forwarded to.',
    policy: {
      kind: 'functions',
      functions: ['call_centre', 'tutor', 'desk', 'social', 'health', 'education'],
    },
    params: oneReport,
    query: nothing,
    body: HouseholdDraft.extend({ version: z.int() }),
    response: z.object({ id: HouseholdId, code: z.string() }),
  }),
  forwarded: endpoint({
    method: 'GET',
    path: '/api/forwarded-reports',
    summary: 'Reports forwarded to the body I work in that no household was opened for yet.',
    policy: { kind: 'functions', functions: ['tutor', 'desk', 'social', 'health', 'education'] },
    params: nothing,
    query: nothing,
    body: nothing,
    response: z.object({ reports: z.array(Report) }),
  }),
  ofHousehold: endpoint({
    method: 'GET',
    path: '/api/households/:householdId/intake',
    summary: 'The report the household was opened from, and how early it came (B12).',
    policy: { kind: 'household', action: 'case.see' },
    params: z.strictObject({ householdId: HouseholdId }),
    query: nothing,
    body: nothing,
    response: z.object({ intake: Report.nullable(), earliness: Earliness.nullable() }),
  }),
  receipt: endpoint({
    method: 'GET',
    path: '/api/receipts/:token',
    summary: 'How a report stands, for its sender: number, day and state, without case data (D11).',
    policy: { kind: 'public' },
    params: z.strictObject({ token: z.string().max(100) }),
    query: nothing,
    body: nothing,
    response: ReportReceipt,
  }),
  redirect: endpoint({
    method: 'POST',
    path: '/api/redirections',
    summary:
      'Counts that a woman who called for herself was pointed to a desk or to 1522. Nothing else is kept.',
    policy: { kind: 'functions', functions: ['call_centre', 'desk'] },
    params: nothing,
    query: nothing,
    body: z.strictObject({ id: ReportId }),
    response: Empty,
  }),
  inbound: endpoint({
    method: 'POST',
    path: '/api/inbound/reports',
    summary:
      'Takes a report from a registered sender: its key in the body or as `Authorization: Bearer`. A retry with the same id makes no second one.',
    policy: { kind: 'sender-key' },
    params: nothing,
    query: z.strictObject({ language: ContentLanguage.optional() }),
    body: InboundReport,
    response: ReceivedReport,
  }),
};

export const reportEvents = [
  event('report.received', { reportId: ReportId, senderId: SenderId.nullable() }),
  event('report.corrected', { reportId: ReportId }),
  event('report.triaged', { reportId: ReportId, outcome: TriageOutcome, bodyId: BodyId.nullable() }),
  event('report.taken-in', { reportId: ReportId, openedId: HouseholdId }),
] as const;
