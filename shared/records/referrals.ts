/** Referrals (invii) to a service, per right, until they close with an outcome (B8, B9). */
import { z } from 'zod';
import { Day, Instant } from '../dates.ts';
import { endpoint } from '../endpoint.ts';
import { BodyId, GoalId, HouseholdId, MemberId, ReferralId } from '../ids.ts';
import { BodyBrief } from './bodies.ts';
import { PersonBrief } from './people.ts';
import { Right } from './rights.ts';
import { nothing } from './shapes.ts';

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
export type ReferralStatus = z.infer<typeof ReferralStatus>;

export const ReferralOutcome = z.enum([
  'attended',
  'no_show',
  'waiting_list',
  'ineligible',
  'refused',
  'unresolved',
]);
export type ReferralOutcome = z.infer<typeof ReferralOutcome>;

/** A closed referral says how it ended (B9). */
export const isReferralClosed = (status: ReferralStatus): boolean =>
  ['rejected', 'completed', 'cancelled', 'failed'].includes(status);

/** The catalogue of services by right (B8). */
export const servicesByRight = {
  health: ['paediatrician', 'family_clinic', 'mental_health'],
  education: ['nursery', 'childcare'],
  protection: ['social_services', 'antiviolence'],
  parenthood: ['mothers_space', 'language_school', 'responsive_parenting'],
  home: ['grant_use', 'tenants_union', 'public_housing'],
  work: ['training', 'employment'],
  identity: ['legal_orientation', 'documents'],
} as const satisfies Readonly<Record<Right, readonly string[]>>;

export const ReferralService = z.enum(Object.values(servicesByRight).flat() as [string, ...string[]]); // the catalogue above is never empty
export type ReferralService = z.infer<typeof ReferralService>;

export const ReferralDraft = z.strictObject({
  id: ReferralId,
  right: Right,
  service: ReferralService,
  bodyId: BodyId,
  memberId: MemberId.nullable(),
  goalId: GoalId.nullable(),
  note: z.string().trim().max(1000),
});
export type ReferralDraft = z.infer<typeof ReferralDraft>;

export const Referral = ReferralDraft.omit({ bodyId: true }).extend({
  householdId: HouseholdId,
  to: BodyBrief,
  by: PersonBrief,
  requestedOn: Day,
  status: ReferralStatus,
  outcome: ReferralOutcome.nullable(),
  changedAt: Instant,
  version: z.int(),
});
export type Referral = z.infer<typeof Referral>;

export const referralEndpoints = {
  list: endpoint({
    method: 'GET',
    path: '/api/households/:householdId/referrals',
    summary: 'Referrals of the household.',
    policy: { kind: 'household', action: 'case.see' },
    params: z.strictObject({ householdId: HouseholdId }),
    query: nothing,
    body: nothing,
    response: z.object({ referrals: z.array(Referral) }),
  }),
  request: endpoint({
    method: 'POST',
    path: '/api/households/:householdId/referrals',
    summary: 'Refers the household, or one member, to a service.',
    policy: { kind: 'household', action: 'referral.write' },
    params: z.strictObject({ householdId: HouseholdId }),
    query: nothing,
    body: ReferralDraft,
    response: Referral,
  }),
  update: endpoint({
    method: 'POST',
    path: '/api/households/:householdId/referrals/:referralId/status',
    summary: 'Records the answer or the end. Closing asks for an outcome.',
    policy: { kind: 'household', action: 'referral.write' },
    params: z.strictObject({ householdId: HouseholdId, referralId: ReferralId }),
    query: nothing,
    body: z.strictObject({
      status: ReferralStatus,
      outcome: ReferralOutcome.nullable(),
      note: z.string().trim().max(1000).optional(),
      version: z.int(),
    }),
    response: Referral,
  }),
};
