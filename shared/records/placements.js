/** Placements (inserimenti): asked for, booked, lived, reviewed, extended, ended (D3–D6). */
import { z } from 'zod';
import { addYears, Day, daysBetween } from '../dates.ts';
import { event } from '../event.ts';
import { BodyId, HomeSupportId, HouseholdId, MemberId, PlacementId } from '../ids.ts';
import { HomeSupport } from './home-supports.ts';
import { Relation } from './households.ts';
import { PersonBrief } from './people.ts';
/** Why a family needs a place (D5). */
export const PlacementCause = z.enum([
    'maltreatment',
    'eviction_arrears',
    'pregnancy_without_support',
    'other_loss_of_home',
    'other',
]);
/** Why home support can't be tried first (D3). */
export const EmergencyReason = z.enum(['danger', 'on_the_street', 'newborn', 'hospital_discharge', 'other']);
export const PlacementUrgency = z.enum(['now', 'within_72h', 'ordinary']);
export const PlacementStatus = z.enum(['requested', 'booked', 'in_stay', 'ended', 'cancelled']);
export const ExitReason = z.enum([
    'own_home',
    'public_housing',
    'relatives_or_friends',
    'other_structure',
    'previous_home',
    'left',
    'other',
]);
/** The longest stay that is booked or extended in one go, days. */
export const longestStayDays = 730;
export const PlacementDraft = z.strictObject({
    id: PlacementId,
    /** Who needs a place: one each. */
    memberIds: z.array(MemberId).min(1).max(20),
    /** Children who are expected and will need one. */
    expected: z.int().min(0).max(4),
    cause: PlacementCause,
    urgency: PlacementUrgency,
    wantedFrom: Day,
    /** D3: the support that was tried; null needs `emergency`. */
    homeSupportId: HomeSupportId.nullable(),
    emergency: z.strictObject({ reason: EmergencyReason, words: z.string().trim().min(3).max(500) }).nullable(),
    /** At her wish nobody learns where she is but people who were named. */
    concealed: z.boolean(),
});
/** What one may do with a placement. */
export const PlacementStep = z.enum(['book', 'arrive', 'review', 'extend', 'exit', 'cancel', 'conceal']);
/** Which steps a state allows. */
export const stepsOf = {
    requested: ['book', 'cancel', 'conceal'],
    booked: ['arrive', 'extend', 'cancel', 'conceal'],
    in_stay: ['review', 'extend', 'exit', 'conceal'],
    ended: [],
    cancelled: [],
};
export const ChronicityRule = z.strictObject({
    /** Nights in structures in the last 24 months. */
    nights: z.int().min(1).max(731),
    /** Stays in the last 24 months. */
    entries: z.int().min(1).max(50),
});
export const Chronicity = z.object({
    nights: z.int(),
    entries: z.int(),
    /** The stay of today is longer than its structure holds right. */
    tooLongHere: z.boolean(),
    alert: z.boolean(),
    rule: ChronicityRule,
});
/** D6: whether a family lives in structures instead of passing through. Counts the last 24 months, up to today. */
export function chronicityOf(stays, rule, today) {
    const first = addYears(today, -2);
    const lived = stays
        .map(({ from, until, alertNights }) => ({
        from: from > first ? from : first,
        until: until !== null && until < today ? until : today,
        nightsHere: until === null ? daysBetween(from, today) : 0,
        alertNights,
    }))
        .filter(({ from, until }) => until >= from);
    const nights = lived.reduce((sum, { from, until }) => sum + daysBetween(from, until), 0);
    const entries = lived.length;
    const tooLongHere = lived.some(({ nightsHere, alertNights }) => alertNights !== null && nightsHere >= alertNights);
    const alert = tooLongHere || nights >= rule.nights || entries >= rule.entries;
    return { nights, entries, tooLongHere, alert, rule };
}
export const StayReview = z.object({ id: z.uuid(), on: Day, note: z.string(), by: PersonBrief });
export const StayExtension = z.object({
    id: z.uuid(),
    on: Day,
    until: Day,
    reason: z.string(),
    by: PersonBrief,
});
export const Placement = z.object({
    id: PlacementId,
    household: z.object({ id: HouseholdId, code: z.string(), name: z.string() }),
    persons: z.int(),
    /** Who they are, without names. */
    people: z.array(z.object({ memberId: MemberId, relation: Relation, birth: Day.nullable() })),
    expected: z.int(),
    cause: PlacementCause,
    urgency: PlacementUrgency,
    wantedFrom: Day,
    homeSupport: HomeSupport.pick({ id: true, kind: true, from: true, until: true, outcome: true }).nullable(),
    emergency: z.object({ reason: EmergencyReason, words: z.string() }).nullable(),
    /** Nobody learns the structure but people who were named. */
    concealed: z.boolean(),
    /** Null: not booked yet, or concealed from this reader. */
    structure: z.object({ id: BodyId, name: z.string() }).nullable(),
    status: PlacementStatus,
    requestedBy: PersonBrief,
    requestedOn: Day,
    from: Day.nullable(),
    /** The day of leaving, planned or real; null: open-ended. */
    until: Day.nullable(),
    bookedBy: PersonBrief.nullable(),
    arrivedOn: Day.nullable(),
    /** The family has been in a structure before. */
    reEntry: z.boolean(),
    reviewOn: Day.nullable(),
    reviewDue: z.boolean(),
    /** In stay past the planned end. */
    overdue: z.boolean(),
    reviews: z.array(StayReview),
    extensions: z.array(StayExtension),
    exit: z.object({ reason: ExitReason, words: z.string() }).nullable(),
    cancelReason: z.string().nullable(),
    /** For the regia and the call centre only. */
    chronicity: Chronicity.nullable(),
    /** Steps this reader may take now. */
    steps: z.array(PlacementStep),
    version: z.int(),
});
export const placementEvents = [
    event('placement.requested', { placementId: PlacementId, cause: PlacementCause }),
    event('placement.booked', { placementId: PlacementId }),
    event('placement.arrived', { placementId: PlacementId, reEntry: z.boolean() }),
    event('placement.reviewed', { placementId: PlacementId }),
    event('placement.extended', { placementId: PlacementId, until: Day, reason: z.string() }),
    event('placement.ended', { placementId: PlacementId, exit: ExitReason }),
    event('placement.cancelled', { placementId: PlacementId, reason: z.string() }),
    event('placement.concealed', { placementId: PlacementId, concealed: z.boolean() }),
];
