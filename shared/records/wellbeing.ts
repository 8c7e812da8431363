/** How somebody is, alone, in the family and among others, before, during and after (C12). */
import { z } from 'zod';
import { Day, Instant } from '../dates.ts';
import { endpoint } from '../endpoint.ts';
import { event } from '../event.ts';
import { HouseholdId, WellbeingId } from '../ids.ts';
import { PersonBrief } from './people.ts';
import { nothing, Reason } from './shapes.ts';

export const WellbeingMoment = z.enum(['before', 'during', 'after']);
export type WellbeingMoment = z.infer<typeof WellbeingMoment>;

/** 1: very bad, 5: very good. */
const Score = z.int().min(1).max(5);

export const WellbeingDraft = z.strictObject({
  id: WellbeingId,
  on: Day,
  moment: WellbeingMoment,
  person: Score,
  family: Score,
  network: Score,
  note: z.string().trim().max(1000),
});
export type WellbeingDraft = z.infer<typeof WellbeingDraft>;

/** What an entry says: all that can have been written down wrongly. */
export const WellbeingFacts = WellbeingDraft.omit({ id: true });
export type WellbeingFacts = z.infer<typeof WellbeingFacts>;

export const Wellbeing = WellbeingDraft.extend({
  by: PersonBrief,
  /** What it said before, oldest first. */
  corrections: z.array(z.object({ was: WellbeingFacts, reason: z.string(), by: PersonBrief, at: Instant })),
  /** Taken back: it stands for nothing any more. */
  withdrawn: z.object({ reason: z.string(), by: PersonBrief, at: Instant }).nullable(),
  version: z.int(),
});
export type Wellbeing = z.infer<typeof Wellbeing>;

export const wellbeingAspects = ['person', 'family', 'network'] as const;
export type WellbeingAspect = (typeof wellbeingAspects)[number];

export type WellbeingChange = {
  readonly aspect: WellbeingAspect;
  readonly before: number;
  readonly now: number;
};

/** The beginning beside the newest, aspect by aspect; null until there are two. Given in order of days. */
export function compareWellbeing(
  all: readonly Pick<Wellbeing, 'moment' | WellbeingAspect>[],
): readonly WellbeingChange[] | null {
  const first = all.find(({ moment }) => moment === 'before') ?? all[0];
  const last = all.at(-1);
  if (first === undefined || last === undefined || first === last) return null;
  return wellbeingAspects.map((aspect) => ({ aspect, before: first[aspect], now: last[aspect] }));
}

const inHousehold = z.strictObject({ householdId: HouseholdId });
const oneEntry = inHousehold.extend({ wellbeingId: WellbeingId });

export const wellbeingEndpoints = {
  list: endpoint({
    method: 'GET',
    path: '/api/households/:householdId/wellbeing',
    summary: 'Wellbeing as it was recorded, oldest first; apart from it what was withdrawn.',
    policy: { kind: 'household', action: 'case.see' },
    params: inHousehold,
    query: nothing,
    body: nothing,
    response: z.object({ wellbeing: z.array(Wellbeing), withdrawn: z.array(Wellbeing) }),
  }),
  record: endpoint({
    method: 'POST',
    path: '/api/households/:householdId/wellbeing',
    summary: 'Records how they are, alone, in the family and among others. There is one beginning.',
    policy: { kind: 'household', action: 'wellbeing.write' },
    params: inHousehold,
    query: nothing,
    body: WellbeingDraft,
    response: Wellbeing,
  }),
  correct: endpoint({
    method: 'PUT',
    path: '/api/households/:householdId/wellbeing/:wellbeingId',
    summary: 'Corrects what was written down wrongly, with a reason; what it said stays readable.',
    policy: { kind: 'household', action: 'wellbeing.write' },
    params: oneEntry,
    query: nothing,
    body: WellbeingFacts.extend({ reason: Reason, version: z.int() }),
    response: Wellbeing,
  }),
  withdraw: endpoint({
    method: 'POST',
    path: '/api/households/:householdId/wellbeing/:wellbeingId/withdrawal',
    summary: 'Takes an entry back, with a reason: it stays readable and counts for nothing.',
    policy: { kind: 'household', action: 'wellbeing.write' },
    params: oneEntry,
    query: nothing,
    body: z.strictObject({ reason: Reason, version: z.int() }),
    response: Wellbeing,
  }),
};

export const wellbeingEvents = [
  event('wellbeing.recorded', { wellbeingId: WellbeingId, moment: WellbeingMoment }),
  event('wellbeing.corrected', { wellbeingId: WellbeingId }),
  event('wellbeing.withdrawn', { wellbeingId: WellbeingId }),
] as const;
