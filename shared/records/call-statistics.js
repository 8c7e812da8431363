/** What the call centre was asked, month by month (D12). A cell of one to four is not told, nor one it could be worked out from. */
import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { nothing } from './shapes.ts';
/** Null: too few to be told. */
export const Cell = z.int().nullable();
/** Cells of fewer than this many are not told. */
export const smallestCell = 5;
/**
 * Leaves out counts of one to four; and when just one is left out beside a total, the smallest other one too, because
 * the total less the rest would tell it. Nothing is nobody: a zero stays.
 */
export function suppressed(counts) {
    const entries = Object.entries(counts); // own keys of this very record
    const small = new Set(entries.filter(([, n]) => n > 0 && n < smallestCell).map(([key]) => key));
    if (small.size === 1) {
        const next = entries.filter(([key, n]) => n > 0 && !small.has(key)).sort(([, a], [, b]) => a - b)[0];
        if (next)
            small.add(next[0]);
    }
    return Object.fromEntries(entries.map(([key, n]) => [key, small.has(key) ? null : n])); // the same keys
}
export const suppressedTotal = (n) => (n > 0 && n < smallestCell ? null : n);
export const Month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);
export const CallMonth = z.object({
    /** `2026-11`, or null for all of them together. */
    month: Month.nullable(),
    received: Cell,
    bySender: z.record(z.string(), Cell),
    byOutcome: z.record(z.string(), Cell),
    byUrgency: z.record(z.string(), Cell),
    byEarliness: z.object({ pregnancy: Cell, birth: Cell, unknown: Cell }),
    /** Among those reported in pregnancy; null under five. */
    medianWeek: z.number().nullable(),
    /** Among those reported after the birth; null under five. */
    medianDays: z.number().nullable(),
    /** Women who called for themselves and were pointed to a desk or to 1522; not among the received. */
    redirected: Cell,
});
export const callStatisticsEndpoints = {
    read: endpoint({
        method: 'GET',
        path: '/api/call-statistics',
        summary: 'Reports by month, sender, outcome, urgency and earliness. Cells of one to four are left out.',
        policy: { kind: 'functions', functions: ['call_centre', 'coordinator', 'admin', 'auditor'] },
        params: nothing,
        query: z.strictObject({ from: Month.optional(), to: Month.optional() }),
        body: nothing,
        response: z.object({ total: CallMonth, months: z.array(CallMonth) }),
    }),
};
