/**
 * Branded identifiers. Every id is a UUID made by the application (version 7, so they sort by time), parsed once at
 * the edge. A `PersonId` can't be passed where a `HouseholdId` is meant, though both are strings when they run.
 */
import { z } from 'zod';

const id = <Brand extends string>() => z.uuid().brand<Brand>();

/** Whoever signs in: a worker of a body, or a member of a family. */
export const PersonId = id<'PersonId'>();
export type PersonId = z.infer<typeof PersonId>;

/** An organisation: a service, a Casa del Quartiere, an association, a shelter. */
export const BodyId = id<'BodyId'>();
export type BodyId = z.infer<typeof BodyId>;

export const HouseholdId = id<'HouseholdId'>();
export type HouseholdId = z.infer<typeof HouseholdId>;

/** Someone who belongs to a household, with an account or without. */
export const MemberId = id<'MemberId'>();
export type MemberId = z.infer<typeof MemberId>;

export const DocumentId = id<'DocumentId'>();
export type DocumentId = z.infer<typeof DocumentId>;

/** The same id names the goal's block in the plan and its record. */
export const GoalId = id<'GoalId'>();
export type GoalId = z.infer<typeof GoalId>;

export const TaskId = id<'TaskId'>();
export type TaskId = z.infer<typeof TaskId>;

export const ReferralId = id<'ReferralId'>();
export type ReferralId = z.infer<typeof ReferralId>;

export const ConferenceId = id<'ConferenceId'>();
export type ConferenceId = z.infer<typeof ConferenceId>;

export const LeadProposalId = id<'LeadProposalId'>();
export type LeadProposalId = z.infer<typeof LeadProposalId>;

export const TeamMembershipId = id<'TeamMembershipId'>();
export type TeamMembershipId = z.infer<typeof TeamMembershipId>;

export const ConsentId = id<'ConsentId'>();
export type ConsentId = z.infer<typeof ConsentId>;

export const InvitationId = id<'InvitationId'>();
export type InvitationId = z.infer<typeof InvitationId>;

/** Web Crypto, present in browsers and in Node alike; declared here because this room knows neither. */
declare const crypto: { getRandomValues(bytes: Uint8Array): Uint8Array };

let lastStamp = 0;
let counter = 0;

/**
 * A new UUID version 7 (RFC 9562 §5.7): 48 bits of Unix time in milliseconds, a 12-bit counter that keeps ids made
 * within one millisecond in order, then random bits. The schema that parses it decides its brand.
 */
export function newId<S extends z.ZodType<string>>(schema: S, now: number = Date.now()): z.output<S> {
  if (now === lastStamp) counter = (counter + 1) & 0xfff;
  else [lastStamp, counter] = [now, 0];
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const view = new DataView(bytes.buffer);
  view.setUint16(0, Math.floor(now / 2 ** 32));
  view.setUint32(2, now >>> 0);
  view.setUint16(6, 0x7000 | counter);
  view.setUint8(8, (view.getUint8(8) & 0x3f) | 0x80);
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return schema.parse(
    `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`,
  );
}
