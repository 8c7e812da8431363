/**
 * Branded identifiers. Every id is a UUID made by the application (version 7, so they sort by time), parsed once at
 * the edge. A `PersonId` can't be passed where a `HouseholdId` is meant, though both are strings when they run.
 */
import { z } from 'zod';
const id = () => z.uuid().brand();
/** Whoever signs in: a worker of a body, or a member of a family. */
export const PersonId = id();
/** An organisation: a service, a Casa del Quartiere, an association, a shelter. */
export const BodyId = id();
export const HouseholdId = id();
/** Someone who belongs to a household, with an account or without. */
export const MemberId = id();
export const DocumentId = id();
/** The same id names the goal's block in the plan and its record. */
export const GoalId = id();
export const TaskId = id();
export const ReferralId = id();
export const ConferenceId = id();
export const LeadProposalId = id();
export const TeamMembershipId = id();
export const ConsentId = id();
export const InvitationId = id();
/** A report (segnalazione) that somebody sent. */
export const ReportId = id();
/** A registered sender of reports. */
export const SenderId = id();
/** Two records found to be the same family, by a person. */
export const MergeId = id();
export const DeskContactId = id();
/** A practice done at a desk. */
export const PracticeId = id();
export const ProgrammeId = id();
export const EnrolmentId = id();
export const AssessmentId = id();
/** A request for a mediator. */
export const MediationId = id();
export const PactId = id();
export const CommitmentId = id();
export const SignatureId = id();
export const WellbeingId = id();
export const GrantId = id();
/** A payment out of a grant. */
export const ExpenseId = id();
/** A stored file, such as a receipt. */
export const FileId = id();
export const HomeSupportId = id();
export const PlacementId = id();
export const SpaceId = id();
export const InitiativeId = id();
/** One time an initiative takes place. */
export const InitiativeSessionId = id();
export const CommunityPactId = id();
export const TrainingId = id();
export const StandingTableId = id();
export const TableSessionId = id();
export const TableDecisionId = id();
export const ProcedureId = id();
/** A contact with a family. */
export const ContactId = id();
/** A dated picture of a network map. */
export const SnapshotId = id();
let lastStamp = 0;
let counter = 0;
/**
 * A new UUID version 7 (RFC 9562 §5.7): 48 bits of Unix time in milliseconds, a 12-bit counter that keeps ids made
 * within one millisecond in order, then random bits. The schema that parses it decides its brand.
 */
export function newId(schema, now = Date.now()) {
    if (now === lastStamp)
        counter = (counter + 1) & 0xfff;
    else
        [lastStamp, counter] = [now, 0];
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    const view = new DataView(bytes.buffer);
    view.setUint16(0, Math.floor(now / 2 ** 32));
    view.setUint32(2, now >>> 0);
    view.setUint16(6, 0x7000 | counter);
    view.setUint8(8, (view.getUint8(8) & 0x3f) | 0x80);
    const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
    return schema.parse(`${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`);
}
