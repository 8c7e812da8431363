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

/** A report (segnalazione) that somebody sent. */
export const ReportId = id<'ReportId'>();
export type ReportId = z.infer<typeof ReportId>;

/** A registered sender of reports. */
export const SenderId = id<'SenderId'>();
export type SenderId = z.infer<typeof SenderId>;

/** Two records found to be the same family, by a person. */
export const MergeId = id<'MergeId'>();
export type MergeId = z.infer<typeof MergeId>;

export const DeskContactId = id<'DeskContactId'>();
export type DeskContactId = z.infer<typeof DeskContactId>;

/** A practice done at a desk. */
export const PracticeId = id<'PracticeId'>();
export type PracticeId = z.infer<typeof PracticeId>;

export const ProgrammeId = id<'ProgrammeId'>();
export type ProgrammeId = z.infer<typeof ProgrammeId>;

export const EnrolmentId = id<'EnrolmentId'>();
export type EnrolmentId = z.infer<typeof EnrolmentId>;

export const AssessmentId = id<'AssessmentId'>();
export type AssessmentId = z.infer<typeof AssessmentId>;

/** A request for a mediator. */
export const MediationId = id<'MediationId'>();
export type MediationId = z.infer<typeof MediationId>;

export const PactId = id<'PactId'>();
export type PactId = z.infer<typeof PactId>;

export const CommitmentId = id<'CommitmentId'>();
export type CommitmentId = z.infer<typeof CommitmentId>;

export const SignatureId = id<'SignatureId'>();
export type SignatureId = z.infer<typeof SignatureId>;

export const WellbeingId = id<'WellbeingId'>();
export type WellbeingId = z.infer<typeof WellbeingId>;

export const GrantId = id<'GrantId'>();
export type GrantId = z.infer<typeof GrantId>;

/** A payment out of a grant. */
export const ExpenseId = id<'ExpenseId'>();
export type ExpenseId = z.infer<typeof ExpenseId>;

/** A stored file, such as a receipt. */
export const FileId = id<'FileId'>();
export type FileId = z.infer<typeof FileId>;

export const HomeSupportId = id<'HomeSupportId'>();
export type HomeSupportId = z.infer<typeof HomeSupportId>;

export const PlacementId = id<'PlacementId'>();
export type PlacementId = z.infer<typeof PlacementId>;

export const SpaceId = id<'SpaceId'>();
export type SpaceId = z.infer<typeof SpaceId>;

export const InitiativeId = id<'InitiativeId'>();
export type InitiativeId = z.infer<typeof InitiativeId>;

/** One time an initiative takes place. */
export const InitiativeSessionId = id<'InitiativeSessionId'>();
export type InitiativeSessionId = z.infer<typeof InitiativeSessionId>;

export const CommunityPactId = id<'CommunityPactId'>();
export type CommunityPactId = z.infer<typeof CommunityPactId>;

export const TrainingId = id<'TrainingId'>();
export type TrainingId = z.infer<typeof TrainingId>;

export const StandingTableId = id<'StandingTableId'>();
export type StandingTableId = z.infer<typeof StandingTableId>;

export const TableSessionId = id<'TableSessionId'>();
export type TableSessionId = z.infer<typeof TableSessionId>;

export const TableDecisionId = id<'TableDecisionId'>();
export type TableDecisionId = z.infer<typeof TableDecisionId>;

export const ProcedureId = id<'ProcedureId'>();
export type ProcedureId = z.infer<typeof ProcedureId>;

/** A contact with a family. */
export const ContactId = id<'ContactId'>();
export type ContactId = z.infer<typeof ContactId>;

/** A dated picture of a network map. */
export const SnapshotId = id<'SnapshotId'>();
export type SnapshotId = z.infer<typeof SnapshotId>;

/** Somebody from outside who was asked to one conference. */
export const GuestId = id<'GuestId'>();
export type GuestId = z.infer<typeof GuestId>;

/** What a guest handed in for the minutes. */
export const GuestWordsId = id<'GuestWordsId'>();
export type GuestWordsId = z.infer<typeof GuestWordsId>;

/** A signed addition to frozen minutes. */
export const AddendumId = id<'AddendumId'>();
export type AddendumId = z.infer<typeof AddendumId>;

/** A named version of a document. */
export const VersionId = id<'VersionId'>();
export type VersionId = z.infer<typeof VersionId>;

export const NotificationId = id<'NotificationId'>();
export type NotificationId = z.infer<typeof NotificationId>;

/** An agenda the network keeps to begin conferences from. */
export const ConferenceTemplateId = id<'ConferenceTemplateId'>();
export type ConferenceTemplateId = z.infer<typeof ConferenceTemplateId>;

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
