/**
 * The same family reported twice (D8): candidates found by likeness, for the call centre alone. A person merges; nothing
 * merges by itself; every merge can be undone.
 */
import { z } from 'zod';
import { Day } from '../dates.ts';
import { endpoint } from '../endpoint.ts';
import { event } from '../event.ts';
import { HouseholdId, MergeId, ReportId } from '../ids.ts';
import { ContentLanguage } from '../languages.ts';
import { Earliness } from './earliness.ts';
import { HouseholdStatus } from './households.ts';
import { ReportSubject, SenderKind } from './report-content.ts';
import { TriageOutcome } from './reports.ts';
import { Empty, nothing, Reason } from './shapes.ts';
export const Likeness = z.enum(['same', 'near', 'different', 'unknown']);
/** How two of them compare, field by field. */
export const Comparison = z.object({
    name: Likeness,
    birth: Likeness,
    phone: Likeness,
    dueDate: Likeness,
    children: Likeness,
    language: Likeness,
});
/** What is compared, of a report or of a household. */
export const Identity = z.object({
    name: z.string().nullable(),
    birth: Day.nullable(),
    phone: z.string().nullable(),
    dueDate: Day.nullable(),
    childBirths: z.array(Day),
    languages: z.array(ContentLanguage),
});
export const MergeTarget = z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('report'), reportId: ReportId }),
    z.strictObject({ kind: z.literal('household'), householdId: HouseholdId }),
]);
export const Candidate = z.object({
    target: MergeTarget,
    /** The report's number or the household's code. */
    number: z.string(),
    since: Day,
    /** Of a report. */
    sender: z.object({ kind: SenderKind, name: z.string() }).nullable(),
    subject: ReportSubject.nullable(),
    outcome: TriageOutcome.nullable(),
    earliness: Earliness.nullable(),
    area: z.string().nullable(),
    /** Of a household. */
    status: HouseholdStatus.nullable(),
    identity: Identity,
    comparison: Comparison,
    /** 0 to 100: how likely it is the same family. For ordering, not for deciding. */
    score: z.int(),
});
const policy = { kind: 'functions', functions: ['call_centre'] };
const oneReport = z.strictObject({ reportId: ReportId });
export const duplicateEndpoints = {
    candidates: endpoint({
        method: 'GET',
        path: '/api/reports/:reportId/candidates',
        summary: 'Reports and households that may be the same family, the likeliest first.',
        policy,
        params: oneReport,
        query: nothing,
        body: nothing,
        response: z.object({ candidates: z.array(Candidate) }),
    }),
    merge: endpoint({
        method: 'POST',
        path: '/api/reports/:reportId/merge',
        summary: 'Says that this report is about the same family as another or as a household. Can be undone.',
        policy,
        params: oneReport,
        query: nothing,
        body: z.strictObject({ id: MergeId, into: MergeTarget, reason: Reason, version: z.int() }),
        response: Empty,
    }),
    separate: endpoint({
        method: 'POST',
        path: '/api/merges/:mergeId/undo',
        summary: 'Undoes a merge: the report stands again as it stood before.',
        policy,
        params: z.strictObject({ mergeId: MergeId }),
        query: nothing,
        body: z.strictObject({ reason: Reason }),
        response: Empty,
    }),
    dismiss: endpoint({
        method: 'POST',
        path: '/api/reports/:reportId/dismissals',
        summary: 'Says that this candidate is somebody else: it isn’t shown again beside this report.',
        policy,
        params: oneReport,
        query: nothing,
        body: z.strictObject({ target: MergeTarget }),
        response: Empty,
    }),
};
export const duplicateEvents = [
    event('duplicate.merged', { mergeId: MergeId, reportId: ReportId, reason: z.string() }),
    event('duplicate.separated', { mergeId: MergeId, reportId: ReportId, reason: z.string() }),
    event('duplicate.dismissed', { reportId: ReportId }),
];
