/**
 * Screening (analisi preliminare) and assessment (quadro di analisi). The assessment looks at the child’s world from its
 * three sides, as the national guidelines for families in vulnerability (PIPPI, 2017) do; the items’ words are our own.
 */
import { z } from 'zod';
import { Day, Instant } from '../dates.ts';
import { endpoint } from '../endpoint.ts';
import { event } from '../event.ts';
import { AssessmentId, BodyId, HouseholdId, ProgrammeId } from '../ids.ts';
import { NeedKind } from './eligibility.ts';
import { PersonBrief } from './people.ts';
import { nothing } from './shapes.ts';
export const Urgency = z.enum(['now', '72h', 'ordinary']);
/** What the screening proposes: enrol in a programme, or orient to somebody who can do more. */
export const Proposal = z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('enrol'), programmeId: ProgrammeId.nullable() }),
    z.strictObject({ kind: z.literal('orient'), bodyId: BodyId.nullable() }),
]);
export const ScreeningContent = z.strictObject({
    kind: z.literal('screening'),
    /** C8: each need once; none when there is none. */
    needs: z.array(NeedKind).max(NeedKind.options.length),
    urgency: Urgency,
    proposal: Proposal,
    note: z.string().trim().max(2000),
});
/** The three sides, and the items of each in the order they are drawn. */
export const triangle = {
    child: ['growing', 'feeling', 'playing', 'belonging', 'company'],
    parents: ['caring', 'warmth', 'guiding', 'protecting', 'own_strength'],
    environment: ['house', 'means', 'kin', 'services', 'quarter'],
};
export const TriangleSide = z.enum(['child', 'parents', 'environment']);
const items = [...triangle.child, ...triangle.parents, ...triangle.environment];
export const TriangleItem = z.enum(items);
/** 1 is a serious difficulty, 3 neither, 5 a strength. */
export const ItemRating = z.strictObject({
    item: TriangleItem,
    rating: z.int().min(1).max(5),
    note: z.string().trim().max(400),
});
export const AssessmentContent = z.strictObject({
    kind: z.literal('assessment'),
    /** Each item once; what nobody could say yet is left out. */
    items: z.array(ItemRating).min(1).max(items.length),
    summary: z.string().trim().max(2000),
});
export const AssessmentDraft = z.strictObject({
    id: AssessmentId,
    on: Day,
    content: z.discriminatedUnion('kind', [ScreeningContent, AssessmentContent]),
});
export const Assessment = AssessmentDraft.extend({
    householdId: HouseholdId,
    by: PersonBrief,
    madeAt: Instant,
});
/** The mean of a side’s items, or null when none was rated: where its corner of the triangle is drawn. */
export function sideMean({ items: rated }, side) {
    const of = triangle[side];
    const ratings = rated.flatMap(({ item, rating }) => (of.includes(item) ? [rating] : []));
    return ratings.length === 0 ? null : ratings.reduce((sum, rating) => sum + rating, 0) / ratings.length;
}
/** Every item that either of two assessments rated, in the triangle’s order. */
export const beforeAndNow = (before, now) => items
    .map((item) => ({ item, before: ratingOf(before, item), now: ratingOf(now, item) }))
    .filter((row) => row.before !== null || row.now !== null);
const ratingOf = (rated, wanted) => rated?.items.find(({ item }) => item === wanted)?.rating ?? null;
export const assessmentEvents = [
    event('assessment.screened', { assessmentId: AssessmentId }),
    event('assessment.recorded', { assessmentId: AssessmentId }),
];
export const assessmentEndpoints = {
    list: endpoint({
        method: 'GET',
        path: '/api/households/:householdId/assessments',
        summary: 'Screenings and assessments of the household, newest first.',
        policy: { kind: 'household', action: 'case.see' },
        params: z.strictObject({ householdId: HouseholdId }),
        query: nothing,
        body: nothing,
        response: z.object({ assessments: z.array(Assessment) }),
    }),
    record: endpoint({
        method: 'POST',
        path: '/api/households/:householdId/assessments',
        summary: 'Records a screening or an assessment. It stays as it was written: a newer one says what changed.',
        policy: { kind: 'household', action: 'charge.write' },
        params: z.strictObject({ householdId: HouseholdId }),
        query: nothing,
        body: AssessmentDraft,
        response: Assessment,
    }),
};
