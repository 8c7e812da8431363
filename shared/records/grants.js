/**
 * Grants (dote di inclusione, C7): direct economic support "in situations of manifest fragility" (Take Care). A ledger per
 * household and programme, in integer cents: what is asked, approved or spent is never more than its cap.
 */
import { z } from 'zod';
import { Day } from '../dates.ts';
import { endpoint } from '../endpoint.ts';
import { event } from '../event.ts';
import { ExpenseId, FileId, GoalId, GrantId, HouseholdId, ProgrammeId } from '../ids.ts';
import { PersonBrief } from './people.ts';
import { nothing, Reason } from './shapes.ts';
export const GrantCategory = z.enum([
    'rent_deposit',
    'utilities',
    'nido',
    'health',
    'childcare_goods',
    'documents',
    'training',
    'transport',
    'other',
]);
export const GrantStatus = z.enum(['requested', 'approved', 'rejected', 'withdrawn', 'closed']);
/** A hundred thousand euros: more is a slip of the keyboard. */
export const mostCents = 10_000_000;
/** Money is whole cents. */
export const Cents = z.int().min(1).max(mostCents);
/** Stands for "no programme" in the ledger's key. */
export const noProgramme = ProgrammeId.parse('00000000-0000-0000-0000-000000000000');
export const GrantDraft = z.strictObject({
    id: GrantId,
    programmeId: ProgrammeId.nullable(),
    /** C7 asks for both: the severe fragility that is stated, and the goal it serves. */
    goalId: GoalId.nullable(),
    severeFragility: z.boolean(),
    fragility: z.string().trim().max(2000),
    category: GrantCategory,
    cents: Cents,
});
export const ExpenseDraft = z.strictObject({
    id: ExpenseId,
    cents: Cents,
    category: GrantCategory,
    payee: z.string().trim().min(2).max(200),
    on: Day,
    /** What the receipt is (an invoice, a signed note). */
    receipt: z.string().trim().min(2).max(200),
    fileId: FileId.nullable(),
    note: z.string().trim().max(1000),
});
export const ReceiptFile = z.object({
    id: FileId,
    name: z.string(),
    type: z.enum(['application/pdf', 'image/jpeg', 'image/png']),
    size: z.int(),
});
export const Expense = ExpenseDraft.omit({ fileId: true, cents: true }).extend({
    /** Negative where it takes back another. */
    cents: z.int(),
    file: ReceiptFile.nullable(),
    reverses: ExpenseId.nullable(),
    reversed: z.boolean(),
    by: PersonBrief,
});
export const Grant = z.object({
    id: GrantId,
    householdId: HouseholdId,
    programmeId: ProgrammeId.nullable(),
    goal: z.object({ id: GoalId, title: z.string() }),
    category: GrantCategory,
    fragility: z.string(),
    status: GrantStatus,
    requestedCents: z.int(),
    approvedCents: z.int().nullable(),
    paidCents: z.int(),
    requestedBy: PersonBrief,
    requestedOn: Day,
    decidedBy: PersonBrief.nullable(),
    decidedOn: Day.nullable(),
    decisionReason: z.string().nullable(),
    expenses: z.array(Expense),
    version: z.int(),
    can: z.object({ decide: z.boolean(), withdraw: z.boolean(), pay: z.boolean(), close: z.boolean() }),
});
export const Ledger = z.object({
    programmeId: ProgrammeId.nullable(),
    capCents: z.int(),
    /** Asked, approved or spent. */
    heldCents: z.int(),
    paidCents: z.int(),
    version: z.int(),
});
/** What the family reads of its own grants: no names, no fragility. */
export const FamilyGrant = z.object({
    id: GrantId,
    category: GrantCategory,
    status: GrantStatus,
    requestedCents: z.int(),
    approvedCents: z.int().nullable(),
    paidCents: z.int(),
    on: Day,
});
const inHousehold = z.strictObject({ householdId: HouseholdId });
const oneGrant = z.strictObject({ householdId: HouseholdId, grantId: GrantId });
const version = z.int();
/** Five megabytes of a receipt. */
export const largestFileBytes = 5 * 1024 * 1024;
export const grantEndpoints = {
    ledger: endpoint({
        method: 'GET',
        path: '/api/households/:householdId/grants',
        summary: 'The ledger: caps, requests, approvals and payments, newest first.',
        policy: { kind: 'household', action: 'case.see' },
        params: inHousehold,
        query: nothing,
        body: nothing,
        response: z.object({ ledgers: z.array(Ledger), grants: z.array(Grant) }),
    }),
    ofFamily: endpoint({
        method: 'GET',
        path: '/api/households/:householdId/grants/plain',
        summary: 'What was asked and given, as the family reads it.',
        policy: { kind: 'household', action: 'pact.see' },
        params: inHousehold,
        query: nothing,
        body: nothing,
        response: z.object({ grants: z.array(FamilyGrant) }),
    }),
    stateCap: endpoint({
        method: 'PUT',
        path: '/api/households/:householdId/grants/cap',
        summary: 'The regia states the most this household may be given, never less than what is spoken for.',
        policy: { kind: 'household', action: 'grant.decide' },
        params: inHousehold,
        query: nothing,
        body: z.strictObject({
            programmeId: ProgrammeId.nullable(),
            capCents: z.int().min(0).max(mostCents),
            /** Of the cap one saw; null when none was stated. */
            version: z.int().nullable(),
        }),
        response: Ledger,
    }),
    request: endpoint({
        method: 'POST',
        path: '/api/households/:householdId/grants',
        summary: 'Asks for a grant: a stated severe fragility, a goal, and a sum within the cap.',
        policy: { kind: 'household', action: 'grant.request' },
        params: inHousehold,
        query: nothing,
        body: GrantDraft,
        response: Grant,
    }),
    decide: endpoint({
        method: 'POST',
        path: '/api/households/:householdId/grants/:grantId/decide',
        summary: 'The regia approves the whole or a part, or rejects with a reason; never whoever asked.',
        policy: { kind: 'household', action: 'grant.decide' },
        params: oneGrant,
        query: nothing,
        body: z.discriminatedUnion('decision', [
            z.strictObject({ decision: z.literal('approve'), cents: Cents, version }),
            z.strictObject({ decision: z.literal('reject'), reason: Reason, version }),
        ]),
        response: Grant,
    }),
    withdraw: endpoint({
        method: 'POST',
        path: '/api/households/:householdId/grants/:grantId/withdraw',
        summary: 'Takes back a request that waits.',
        policy: { kind: 'household', action: 'grant.request' },
        params: oneGrant,
        query: nothing,
        body: z.strictObject({ version }),
        response: Grant,
    }),
    close: endpoint({
        method: 'POST',
        path: '/api/households/:householdId/grants/:grantId/close',
        summary: 'Ends a grant: what was not spent goes back to the cap.',
        policy: { kind: 'household', action: 'grant.decide' },
        params: oneGrant,
        query: nothing,
        body: z.strictObject({ version }),
        response: Grant,
    }),
    pay: endpoint({
        method: 'POST',
        path: '/api/households/:householdId/grants/:grantId/expenses',
        summary: 'Records a payment with its receipt, never above what is left of the grant.',
        policy: { kind: 'household', action: 'grant.request' },
        params: oneGrant,
        query: nothing,
        body: ExpenseDraft,
        response: Grant,
    }),
    reverse: endpoint({
        method: 'POST',
        path: '/api/households/:householdId/grants/:grantId/expenses/:expenseId/reverse',
        summary: 'Takes a payment back with an entry of its own: nothing is deleted.',
        policy: { kind: 'household', action: 'grant.request' },
        params: oneGrant.extend({ expenseId: ExpenseId }),
        query: nothing,
        body: z.strictObject({ id: ExpenseId, reason: Reason }),
        response: Grant,
    }),
    storeReceipt: endpoint({
        method: 'POST',
        path: '/api/households/:householdId/receipts',
        summary: 'Stores a receipt: PDF, JPEG or PNG of at most 5 MB, in base64.',
        policy: { kind: 'household', action: 'grant.request' },
        params: inHousehold,
        query: nothing,
        body: z.strictObject({
            id: FileId,
            name: z.string().trim().min(1).max(200),
            base64: z.string().regex(/^[A-Za-z0-9+/]*={0,2}$/),
        }),
        response: ReceiptFile,
        /** Base64 takes four bytes for three. */
        largestBodyBytes: Math.ceil(largestFileBytes / 3) * 4 + 1024,
    }),
    receipt: endpoint({
        method: 'GET',
        path: '/api/households/:householdId/receipts/:fileId',
        summary: 'A receipt, to save: never shown by the browser in our name.',
        policy: { kind: 'household', action: 'case.see' },
        params: inHousehold.extend({ fileId: FileId }),
        query: nothing,
        body: nothing,
        response: z.unknown(),
        answersFile: true,
    }),
};
export const grantEvents = [
    event('grant.cap-stated', { programmeId: ProgrammeId.nullable() }),
    event('grant.requested', { grantId: GrantId }),
    event('grant.decided', { grantId: GrantId, approved: z.boolean() }),
    event('grant.withdrawn', { grantId: GrantId }),
    event('grant.paid', { grantId: GrantId, expenseId: ExpenseId }),
    event('grant.payment-reversed', { grantId: GrantId, expenseId: ExpenseId }),
    event('grant.closed', { grantId: GrantId }),
];
