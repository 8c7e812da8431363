/**
 * The regia: exactly one public service of kind social, health or education, with a named person in it (B2). It is
 * proposed with a reason and passes when the receiving service accepts, in one step: never a gap, never two (B3).
 */
import { z } from 'zod';
import { Instant } from '../dates.ts';
import { endpoint } from '../endpoint.ts';
import { BodyId, HouseholdId, LeadProposalId, PersonId } from '../ids.ts';
import { BodyBrief } from './bodies.ts';
import { PersonBrief } from './people.ts';
import { Empty, nothing, Reason } from './shapes.ts';
export const LeadTenure = z.object({
    body: BodyBrief,
    person: PersonBrief,
    from: Instant,
    to: Instant.nullable(),
    reason: z.string(),
    proposedBy: PersonBrief,
    acceptedBy: PersonBrief,
});
export const LeadProposal = z.object({
    id: LeadProposalId,
    /** Null for the first assignment: the regia is pending until it is accepted. */
    from: BodyBrief.nullable(),
    to: BodyBrief,
    person: PersonBrief,
    reason: z.string(),
    proposedBy: PersonBrief,
    proposedAt: Instant,
    state: z.enum(['waiting', 'accepted', 'declined', 'withdrawn']),
    answeredBy: PersonBrief.nullable(),
    answeredAt: Instant.nullable(),
    answerReason: z.string().nullable(),
    /** Whether this reader may accept or decline it, or withdraw it. */
    mine: z.enum(['to-answer', 'to-withdraw', 'neither']),
});
const proposalOf = z.strictObject({ householdId: HouseholdId, proposalId: LeadProposalId });
export const leadEndpoints = {
    history: endpoint({
        method: 'GET',
        path: '/api/households/:householdId/lead',
        summary: 'Who held the regia, when and why, and every proposal with its answer.',
        policy: { kind: 'household', action: 'household.see' },
        params: z.strictObject({ householdId: HouseholdId }),
        query: nothing,
        body: nothing,
        response: z.object({ tenures: z.array(LeadTenure), proposals: z.array(LeadProposal) }),
    }),
    candidates: endpoint({
        method: 'GET',
        path: '/api/households/:householdId/lead/candidates',
        summary: 'Public services that may hold the regia, with the people in them who may be named.',
        policy: { kind: 'household', action: 'lead.propose' },
        params: z.strictObject({ householdId: HouseholdId }),
        query: nothing,
        body: nothing,
        response: z.object({ candidates: z.array(z.object({ body: BodyBrief, people: z.array(PersonBrief) })) }),
    }),
    propose: endpoint({
        method: 'POST',
        path: '/api/households/:householdId/lead/proposals',
        summary: 'Proposes that the regia pass to a public service. One proposal waits at a time; of two at once one wins.',
        policy: { kind: 'household', action: 'lead.propose' },
        params: z.strictObject({ householdId: HouseholdId }),
        query: nothing,
        body: z.strictObject({ id: LeadProposalId, bodyId: BodyId, personId: PersonId, reason: Reason }),
        response: LeadProposal,
    }),
    answer: endpoint({
        method: 'POST',
        path: '/api/households/:householdId/lead/proposals/:proposalId/answer',
        summary: 'The receiving service accepts or declines. Accepting ends the old tenure and opens the new one at one instant.',
        policy: { kind: 'signed-in' },
        params: proposalOf,
        query: nothing,
        body: z.discriminatedUnion('answer', [
            z.strictObject({ answer: z.literal('accept') }),
            z.strictObject({ answer: z.literal('decline'), reason: Reason }),
        ]),
        response: Empty,
    }),
    withdraw: endpoint({
        method: 'POST',
        path: '/api/households/:householdId/lead/proposals/:proposalId/withdraw',
        summary: 'Whoever proposed takes the proposal back while it waits.',
        policy: { kind: 'household', action: 'household.see' },
        params: proposalOf,
        query: nothing,
        body: nothing,
        response: Empty,
    }),
};
