/** What the call centre was asked, month by month (D12). A cell of one to four is not told, nor one it could be worked out from. */
import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { nothing } from './shapes.ts';
import { hiddenParts, isSmall } from './suppress.ts';

/** Null: too few to be told. */
export const Cell = z.int().nullable();
export type Cell = z.infer<typeof Cell>;

/**
 * Leaves out counts of one to four, and others beside a total where the total less the rest would tell them: as
 * indicators do. Nothing is nobody: a zero stays.
 */
export function suppressed<K extends string>(counts: Readonly<Record<K, number>>): Record<K, Cell> {
  const entries = Object.entries<number>(counts) as [K, number][]; // own keys of this very record
  const hidden = hiddenParts(entries.map(([, n]) => n));
  return Object.fromEntries(entries.map(([key, n], at) => [key, hidden[at] ? null : n])) as Record<K, Cell>; // the same keys
}

export const suppressedTotal = (n: number): Cell => (isSmall(n) ? null : n);

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
export type CallMonth = z.infer<typeof CallMonth>;

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
