/** Referrals (invii) to a service, per right, until they close with an outcome (B8, B9). */
import { z } from 'zod';
import { addDays, Day, daysBetween, Instant } from '../dates.ts';
import { endpoint } from '../endpoint.ts';
import { event } from '../event.ts';
import { BodyId, GoalId, HouseholdId, MemberId, ReferralId } from '../ids.ts';
import { BodyBrief } from './bodies.ts';
import { PersonBrief } from './people.ts';
import { ReferralOutcome, ReferralStatus } from './referral-states.ts';
import { Right } from './rights.ts';
import { Empty, nothing } from './shapes.ts';
export * from './referral-states.ts';
/** The catalogue of services by right (B8). */
export const servicesByRight = {
    health: ['paediatrician', 'family_clinic', 'mental_health'],
    education: ['nursery', 'childcare'],
    protection: ['social_services', 'antiviolence'],
    parenthood: ['mothers_space', 'language_school', 'responsive_parenting'],
    home: ['grant_use', 'tenants_union', 'public_housing'],
    work: ['training', 'employment'],
    identity: ['legal_orientation', 'documents'],
};
export const ReferralService = z.enum(Object.values(servicesByRight).flat()); // the catalogue above is never empty
/** Days within which an answer is expected, unless somebody says otherwise. */
export const answerDays = 14;
export const usualAnswerBy = (from) => addDays(from, answerDays);
export const ReferralDraft = z.strictObject({
    id: ReferralId,
    right: Right,
    service: ReferralService,
    bodyId: BodyId,
    memberId: MemberId.nullable(),
    goalId: GoalId.nullable(),
    note: z.string().trim().max(1000),
    /** When the answer is expected; without it, in `answerDays`. */
    answerBy: Day.nullable().optional(),
    /** Kept as a draft: nothing is asked of anybody yet. */
    draft: z.boolean().optional(),
});
/** One step of the loop: taken by somebody of the team, or by the receiving body through its link. */
export const ReferralStep = z.object({
    at: Instant,
    status: ReferralStatus,
    outcome: ReferralOutcome.nullable(),
    note: z.string(),
    by: PersonBrief.nullable(),
    /** Null when a person of the team took the step. */
    byBody: BodyBrief.nullable(),
});
export const Referral = ReferralDraft.omit({ bodyId: true, answerBy: true, draft: true }).extend({
    householdId: HouseholdId,
    to: BodyBrief,
    by: PersonBrief,
    requestedOn: Day,
    status: ReferralStatus,
    outcome: ReferralOutcome.nullable(),
    /** The day an answer is expected by; null for a draft without one. */
    answerBy: Day.nullable(),
    /** When it was brought to the regia because nobody had answered. */
    escalatedAt: Instant.nullable(),
    /** How it came to where it is, oldest first. */
    steps: z.array(ReferralStep),
    /** The link that the receiving body may still answer through. */
    link: z.object({ madeAt: Instant, expiresAt: Instant }).nullable(),
    changedAt: Instant,
    version: z.int(),
});
/** What both sides call it, on the phone or in a letter: it says nothing about anybody. */
export const referenceOf = (id) => id.slice(-6).toUpperCase();
/** Whole days a referral has waited for an answer; null when it doesn't wait. */
export const daysWaiting = (referral, today) => {
    if (referral.status !== 'requested' && referral.status !== 'on_hold')
        return null;
    const since = referral.steps.at(-1)?.at.slice(0, 10); // an instant begins with its day
    return daysBetween(since ?? referral.requestedOn, today);
};
const referralOf = z.strictObject({ householdId: HouseholdId, referralId: ReferralId });
export const referralEndpoints = {
    list: endpoint({
        method: 'GET',
        path: '/api/households/:householdId/referrals',
        summary: 'Referrals of the household, with the steps each took.',
        policy: { kind: 'household', action: 'case.see' },
        params: z.strictObject({ householdId: HouseholdId }),
        query: nothing,
        body: nothing,
        response: z.object({ referrals: z.array(Referral) }),
    }),
    request: endpoint({
        method: 'POST',
        path: '/api/households/:householdId/referrals',
        summary: 'Refers the household, or one member, to a service; or keeps it as a draft.',
        policy: { kind: 'household', action: 'referral.write' },
        params: z.strictObject({ householdId: HouseholdId }),
        query: nothing,
        body: ReferralDraft,
        response: Referral,
    }),
    change: endpoint({
        method: 'PATCH',
        path: '/api/households/:householdId/referrals/:referralId',
        summary: 'Changes the day an answer is expected by, or the note. What is over stays as it is.',
        policy: { kind: 'household', action: 'referral.write' },
        params: referralOf,
        query: nothing,
        body: z.strictObject({
            answerBy: Day.optional(),
            note: z.string().trim().max(1000).optional(),
            version: z.int(),
        }),
        response: Referral,
    }),
    update: endpoint({
        method: 'POST',
        path: '/api/households/:householdId/referrals/:referralId/status',
        summary: 'Records the next step: asked, answered or ended. Closing asks for an outcome.',
        policy: { kind: 'household', action: 'referral.write' },
        params: referralOf,
        query: nothing,
        body: z.strictObject({
            status: ReferralStatus,
            outcome: ReferralOutcome.nullable(),
            /** What is to be known of this step. */
            note: z.string().trim().max(1000).optional(),
            version: z.int(),
        }),
        response: Referral,
    }),
    makeLink: endpoint({
        method: 'POST',
        path: '/api/households/:householdId/referrals/:referralId/link',
        summary: 'Makes the link the receiving body answers through, once. It is told here and stored only as a hash; an earlier one ends.',
        policy: { kind: 'household', action: 'referral.write' },
        params: referralOf,
        query: nothing,
        body: nothing,
        response: z.object({ link: z.string(), expiresAt: Instant }),
    }),
    endLink: endpoint({
        method: 'DELETE',
        path: '/api/households/:householdId/referrals/:referralId/link',
        summary: 'Ends the link that waits.',
        policy: { kind: 'household', action: 'referral.write' },
        params: referralOf,
        query: nothing,
        body: nothing,
        response: Empty,
    }),
};
export const referralEvents = [
    event('referral.drafted', { referralId: ReferralId, bodyId: BodyId }),
    event('referral.requested', { referralId: ReferralId, bodyId: BodyId }),
    event('referral.changed', { referralId: ReferralId, fields: z.array(z.string()) }),
    event('referral.status-changed', {
        referralId: ReferralId,
        from: ReferralStatus,
        to: ReferralStatus,
        outcome: ReferralOutcome.nullable(),
    }),
    /** By nobody: the receiving body answered through its link. */
    event('referral.answered', {
        referralId: ReferralId,
        bodyId: BodyId,
        from: ReferralStatus,
        to: ReferralStatus,
        outcome: ReferralOutcome.nullable(),
    }),
    event('referral.link-made', { referralId: ReferralId, bodyId: BodyId }),
    event('referral.link-ended', { referralId: ReferralId, bodyId: BodyId }),
    event('referral.escalated', { referralId: ReferralId, bodyId: BodyId, answerBy: Day }),
];
