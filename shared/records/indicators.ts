/**
 * Indicators (A11, B12, B14): each with its numerator, its denominator, what isn't known and the day it speaks of.
 * Counts only, never ids; what is fewer than five is not told, and neither is what it could be computed from.
 */
import { z } from 'zod';
import { Day, Instant } from '../dates.ts';
import { endpoint } from '../endpoint.ts';
import { BodyId, ProgrammeId } from '../ids.ts';
import { nothing } from './shapes.ts';

/** In the order they are shown. What each one means stands in the messages, under its code. */
export const IndicatorCode = z.enum([
  // B14, of the households in care on the day
  'pairs',
  'severe_poverty',
  'migrant_background',
  'mothers_without_work',
  'several_children',
  'minors_per_household',
  // A11, up to the day
  'women_received',
  'women_in_care',
  'initiatives_held',
  'community_spaces',
  // B2, B12
  'regia_by_sector',
  'earliness_in_pregnancy',
  'earliness_after_birth',
]);
export type IndicatorCode = z.infer<typeof IndicatorCode>;

/** What the value is: a part of those known, a mean, a count, a median in weeks or days. */
export const IndicatorForm = z.enum(['share', 'mean', 'count', 'median_week', 'median_days']);
export type IndicatorForm = z.infer<typeof IndicatorForm>;

/** A number that isn't told because it is small, or because a small one could be computed from it, is null. */
const Told = z.int().nullable();

export const IndicatorCell = z.object({
  /** A district’s number or a sector; `none` where there is none. */
  key: z.string(),
  numerator: Told,
  denominator: Told,
  unknowns: Told,
});
export type IndicatorCell = z.infer<typeof IndicatorCell>;

export const Indicator = z.object({
  code: IndicatorCode,
  form: IndicatorForm,
  numerator: Told,
  /** Null also where nothing is divided. */
  denominator: Told,
  unknowns: Told,
  value: z.number().nullable(),
  /** Whether something is not told here. */
  suppressed: z.boolean(),
  by: z.enum(['district', 'sector']).nullable(),
  cells: z.array(IndicatorCell),
});
export type Indicator = z.infer<typeof Indicator>;

export const Indicators = z.object({
  /** The reference date: the end of this day. */
  asOf: Day,
  countedAt: Instant,
  indicators: z.array(Indicator),
  /** What one may filter by. */
  desks: z.array(z.object({ id: BodyId, name: z.string() })),
  programmes: z.array(z.object({ id: ProgrammeId, name: z.string() })),
});
export type Indicators = z.infer<typeof Indicators>;

export const indicatorEndpoints = {
  read: endpoint({
    method: 'GET',
    path: '/api/indicators',
    summary: 'The indicators as of a day, of the network or of a desk, a programme, a district.',
    policy: { kind: 'functions', functions: ['coordinator', 'admin', 'auditor', 'call_centre', 'tutor'] },
    params: nothing,
    query: z.strictObject({
      asOf: Day.optional(),
      desk: BodyId.optional(),
      programme: ProgrammeId.optional(),
      district: z.coerce.number().int().min(1).max(8).optional(),
    }),
    body: nothing,
    response: Indicators,
  }),
};
