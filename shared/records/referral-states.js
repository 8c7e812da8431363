/** The states of a referral, which may follow which, and how it ends (B9). */
import { z } from 'zod';
export const ReferralStatus = z.enum([
    'draft',
    'requested',
    'accepted',
    'rejected',
    'in_progress',
    'on_hold',
    'completed',
    'cancelled',
    'failed',
]);
export const ReferralOutcome = z.enum([
    'attended',
    'no_show',
    'waiting_list',
    'ineligible',
    'refused',
    'unresolved',
]);
/** Which state may follow which. A service may see the family before it has answered; what is over stays over. */
export const nextReferralStatuses = {
    draft: ['requested', 'cancelled'],
    requested: ['accepted', 'in_progress', 'on_hold', 'completed', 'rejected', 'cancelled', 'failed'],
    accepted: ['in_progress', 'on_hold', 'completed', 'cancelled', 'failed'],
    in_progress: ['on_hold', 'completed', 'cancelled', 'failed'],
    on_hold: ['accepted', 'in_progress', 'completed', 'rejected', 'cancelled', 'failed'],
    rejected: [],
    completed: [],
    cancelled: [],
    failed: [],
};
/** A closed referral says how it ended (B9). */
export const isReferralClosed = (status) => nextReferralStatuses[status].length === 0;
/** Waits for an answer: asked, or put on a list. */
export const isReferralWaiting = (status) => status === 'requested' || status === 'on_hold';
/** Waits longer than was agreed. The day itself is in time. */
export const isReferralLate = (referral, today) => isReferralWaiting(referral.status) && referral.answerBy !== null && referral.answerBy < today;
/** What the receiving body may answer through its link. It withdraws nothing: that is for who asked. */
export const answersFrom = (status) => status === 'draft'
    ? []
    : nextReferralStatuses[status].filter((next) => next !== 'cancelled' && next !== 'in_progress');
