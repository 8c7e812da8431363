/** Households (nuclei), their members, and the page that answers who holds the regia, who is the tutor, who is in. */
import { z } from 'zod';
import { Day, Instant } from '../dates.ts';
import { DocumentAccess, DocumentKind } from '../documents/kinds.ts';
import { endpoint } from '../endpoint.ts';
import { ConferenceId, DocumentId, HouseholdId, MemberId, PersonId } from '../ids.ts';
import { ContentLanguage } from '../languages.ts';
import { TeamMember } from './care-team.ts';
import { Clock } from './clock.ts';
import { HouseholdStatus } from './household-status.ts';
import { LeadProposal, LeadTenure } from './lead.ts';
import { PersonBrief } from './people.ts';
import { Empty, nothing, PageQuery, paged, Reason } from './shapes.ts';
import { Closure } from './status-changes.ts';
import { TutorTenure } from './tutor.ts';
export { HouseholdStatus };
/** Which step may follow which. A closed household can be taken in again. */
export const nextStatuses = {
    reported: ['screening', 'enrolled', 'closed'],
    screening: ['enrolled', 'closed'],
    enrolled: ['suspended', 'closed'],
    suspended: ['enrolled', 'closed'],
    closed: ['enrolled'],
};
export const Relation = z.enum(['mother', 'father', 'partner', 'child', 'grandmother', 'other']);
export const Sex = z.enum(['f', 'm']);
/** A pregnancy under way, or how the last one ended. An unborn child is never a member (A3). */
export const Pregnancy = z.strictObject({
    lmp: Day.nullable(),
    dueDate: Day.nullable(),
    ended: z.strictObject({ on: Day, outcome: z.enum(['birth', 'loss']) }).nullable(),
});
export const MemberDraft = z.strictObject({
    name: z.string().trim().min(1).max(120),
    relation: Relation,
    sex: Sex,
    birth: Day.nullable(),
    /** The person at the centre of the genogram: exactly one. */
    indexPerson: z.boolean(),
    languages: z.array(ContentLanguage).max(11),
    birthCountry: z.string().trim().max(80).nullable(),
    pregnancy: Pregnancy.nullable(),
});
export const Member = MemberDraft.extend({
    id: MemberId,
    /** The account, when the member signs in. */
    personId: PersonId.nullable(),
    /** The day they left the household. */
    left: Day.nullable(),
});
export const HouseholdDraft = z.strictObject({
    /** Chosen by the page, so that a retried request makes no second household. */
    id: HouseholdId,
    name: z.string().trim().min(2).max(120),
    district: z.int().min(1).max(8).nullable(),
    area: z.string().trim().max(120).nullable(),
    languages: z.array(ContentLanguage).min(1).max(11),
    members: z.array(MemberDraft).min(1).max(20),
    /** B1: from the first day there is exactly one. */
    tutorId: PersonId,
    tutorReason: Reason,
});
export const HouseholdRow = z.object({
    id: HouseholdId,
    code: z.string(),
    name: z.string(),
    status: HouseholdStatus,
    clock: Clock.nullable(),
    tutor: PersonBrief.nullable(),
    lead: LeadTenure.nullable(),
    leadProposal: LeadProposal.nullable(),
    /** Names of the children, youngest last; a pregnancy adds none. */
    children: z.array(z.object({ name: z.string(), birth: Day.nullable() })),
    openTasks: z.int(),
    overdueTasks: z.int(),
    lastActivityAt: Instant,
});
export const DocumentLink = z.object({
    id: DocumentId,
    kind: DocumentKind,
    access: DocumentAccess,
    /** Only for minutes. */
    conferenceId: ConferenceId.nullable(),
});
/** What this person may do here, so that screens offer only what the server will accept. */
export const HouseholdActions = z.object({
    changeHousehold: z.boolean(),
    changeTutor: z.boolean(),
    proposeLead: z.boolean(),
    changeTeam: z.boolean(),
    writeGoals: z.boolean(),
    assignTasks: z.boolean(),
    writeReferrals: z.boolean(),
    scheduleConferences: z.boolean(),
    recordConsents: z.boolean(),
    seeCase: z.boolean(),
    writeCharge: z.boolean(),
    writeCalendar: z.boolean(),
    writeMap: z.boolean(),
    requestMediation: z.boolean(),
    writeContacts: z.boolean(),
    seePact: z.boolean(),
    writePact: z.boolean(),
    signPact: z.boolean(),
    writeWellbeing: z.boolean(),
    requestGrants: z.boolean(),
    decideGrants: z.boolean(),
    writeShelter: z.boolean(),
});
export const Household = HouseholdRow.omit({ children: true, openTasks: true, overdueTasks: true }).extend({
    district: z.int().nullable(),
    area: z.string().nullable(),
    languages: z.array(ContentLanguage),
    statusReason: z.string().nullable(),
    openedOn: Day,
    members: z.array(Member),
    tutorHistory: z.array(TutorTenure),
    leadHistory: z.array(LeadTenure),
    careTeam: z.array(TeamMember),
    documents: z.array(DocumentLink),
    can: HouseholdActions,
});
/** A step along the states. A closure gives its code, a suspension the day it is looked at again. */
export const StatusStep = z
    .strictObject({
    status: HouseholdStatus,
    reason: Reason,
    closure: Closure.optional(),
    reviewOn: Day.optional(),
})
    .refine(({ status, closure }) => (status === 'closed') === (closure !== undefined), {
    path: ['closure'],
    message: 'A closure gives its code, and nothing else does.',
})
    .refine(({ status, reviewOn }) => (status === 'suspended') === (reviewOn !== undefined), {
    path: ['reviewOn'],
    message: 'A suspension says when it is looked at again, and nothing else does.',
});
const inHousehold = z.strictObject({ householdId: HouseholdId });
export const householdEndpoints = {
    list: endpoint({
        method: 'GET',
        path: '/api/households',
        summary: 'The households this person works with, by name or code.',
        policy: { kind: 'signed-in' },
        params: nothing,
        query: z.strictObject({
            q: z.string().max(100).optional(),
            status: HouseholdStatus.optional(),
            ...PageQuery,
        }),
        body: nothing,
        response: paged(HouseholdRow),
    }),
    get: endpoint({
        method: 'GET',
        path: '/api/households/:householdId',
        summary: 'One household: members, tutor, regia, team, documents and what one may do.',
        policy: { kind: 'household', action: 'household.see' },
        params: inHousehold,
        query: nothing,
        body: nothing,
        response: Household,
    }),
    open: endpoint({
        method: 'POST',
        path: '/api/households',
        summary: 'Takes a household in, with its members and its tutor. The regia is pending until a service accepts it.',
        policy: { kind: 'functions', functions: ['tutor', 'desk', 'social', 'health', 'education'] },
        params: nothing,
        query: nothing,
        body: HouseholdDraft,
        response: z.object({ id: HouseholdId, code: z.string() }),
    }),
    change: endpoint({
        method: 'PATCH',
        path: '/api/households/:householdId',
        summary: 'Changes name, district, area or languages.',
        policy: { kind: 'household', action: 'household.change' },
        params: inHousehold,
        query: nothing,
        body: HouseholdDraft.pick({ name: true, district: true, area: true, languages: true }).partial(),
        response: Empty,
    }),
    changeStatus: endpoint({
        method: 'POST',
        path: '/api/households/:householdId/status',
        summary: 'Moves the household along its states, with a reason.',
        policy: { kind: 'household', action: 'household.change' },
        params: inHousehold,
        query: nothing,
        body: StatusStep,
        response: Empty,
    }),
    addMember: endpoint({
        method: 'POST',
        path: '/api/households/:householdId/members',
        summary: 'Adds a member.',
        policy: { kind: 'household', action: 'household.change' },
        params: inHousehold,
        query: nothing,
        body: MemberDraft.extend({ id: MemberId }),
        response: Member,
    }),
    changeMember: endpoint({
        method: 'PATCH',
        path: '/api/households/:householdId/members/:memberId',
        summary: 'Changes a member, or records the day they left.',
        policy: { kind: 'household', action: 'household.change' },
        params: inHousehold.extend({ memberId: MemberId }),
        query: nothing,
        body: MemberDraft.omit({ pregnancy: true, indexPerson: true }).extend({ left: Day.nullable() }).partial(),
        response: Member,
    }),
    recordPregnancy: endpoint({
        method: 'PUT',
        path: '/api/households/:householdId/members/:memberId/pregnancy',
        summary: 'Records a pregnancy, or that it ended: a birth adds the child; a loss silences what was to come (A3).',
        policy: { kind: 'household', action: 'household.change' },
        params: inHousehold.extend({ memberId: MemberId }),
        query: nothing,
        body: z.strictObject({
            pregnancy: Pregnancy,
            child: MemberDraft.omit({ pregnancy: true, indexPerson: true }).nullable(),
        }),
        response: Empty,
    }),
};
