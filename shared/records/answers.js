/**
 * The answer of a receiving body, through a link and without an account (B9). It sees what it is asked and nothing
 * else: a service can't decide without the right, the note and whom it is about, and needs neither a name nor an address
 * for that; whoever asked says the rest when they speak to each other, with the reference both have.
 */
import { z } from 'zod';
import { Day } from '../dates.ts';
import { endpoint } from '../endpoint.ts';
import { Token } from './invitations.ts';
import { ReferralOutcome, ReferralService, ReferralStatus } from './referrals.ts';
import { Right } from './rights.ts';
import { Empty, nothing } from './shapes.ts';
/** How long a link works. */
export const answerLinkDays = 30;
/** A referral as the receiving body reads it. */
export const AskedReferral = z.object({
    reference: z.string(),
    right: Right,
    service: ReferralService,
    note: z.string(),
    /** The body that is asked. */
    to: z.string(),
    /** Who asks: a worker, who can be called back through their body. */
    from: z.object({ name: z.string(), body: z.string().nullable() }),
    requestedOn: Day,
    answerBy: Day.nullable(),
    /** First letter and age in whole months (under two years) or years; null when the whole household is referred. */
    member: z.object({ initial: z.string(), years: z.int().nullable(), months: z.int().nullable() }).nullable(),
    status: ReferralStatus,
    answers: z.array(ReferralStatus),
});
export const ReferralAnswer = z.strictObject({
    status: ReferralStatus,
    outcome: ReferralOutcome.nullable(),
    note: z.string().trim().max(1000),
});
export const answerEndpoints = {
    look: endpoint({
        method: 'GET',
        path: '/api/answers/:token',
        summary: 'What a service is asked. A link that ended and one that never was answer alike.',
        policy: { kind: 'public' },
        params: z.strictObject({ token: Token }),
        query: nothing,
        body: nothing,
        response: AskedReferral,
    }),
    answer: endpoint({
        method: 'POST',
        path: '/api/answers/:token',
        summary: 'Answers once; the link ends. Of two at the same moment one succeeds.',
        policy: { kind: 'public' },
        params: z.strictObject({ token: Token }),
        query: nothing,
        body: ReferralAnswer,
        response: Empty,
    }),
};
