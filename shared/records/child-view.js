/** One child at a time, across health, social and education (B15). Read only, from records; nothing of reserved notes. */
import { z } from 'zod';
import { Day, Instant } from '../dates.ts';
import { endpoint } from '../endpoint.ts';
import { ConferenceId, GoalId, HouseholdId, MemberId, ReferralId, TaskId } from '../ids.ts';
import { BodyBrief } from './bodies.ts';
import { CareRole } from './care-team.ts';
import { ConferenceStatus } from './conferences.ts';
import { GoalStatus } from './goals.ts';
import { Sex } from './households.ts';
import { PersonBrief } from './people.ts';
import { ReferralOutcome, ReferralService, ReferralStatus } from './referrals.ts';
import { Right } from './rights.ts';
import { nothing } from './shapes.ts';
import { TaskStatus } from './tasks.ts';
export const ChildSector = z.enum(['health', 'social', 'education']);
/** Which sector looks after which right of a child. */
export const sectorOfRight = {
    health: 'health',
    education: 'education',
    protection: 'social',
    parenthood: 'social',
    home: 'social',
    work: 'social',
    identity: 'social',
};
/** What a child of this age has in this network, or nobody has seen to. */
export const Missing = z.enum(['paediatrician', 'nursery', 'family_clinic', 'somebody', 'goal']);
export const ChildColumn = z.object({
    sector: ChildSector,
    goals: z.array(z.object({
        id: GoalId,
        title: z.string(),
        right: Right,
        status: GoalStatus,
        due: Day.nullable(),
        responsible: PersonBrief.nullable(),
        rating: z.int().nullable(),
        /** The goal is the whole household's. */
        shared: z.boolean(),
    })),
    referrals: z.array(z.object({
        id: ReferralId,
        service: ReferralService,
        right: Right,
        to: BodyBrief,
        status: ReferralStatus,
        outcome: ReferralOutcome.nullable(),
        requestedOn: Day,
        late: z.boolean(),
    })),
    tasks: z.array(z.object({
        id: TaskId,
        title: z.string(),
        owner: PersonBrief,
        status: TaskStatus,
        due: Day.nullable(),
        overdue: z.boolean(),
    })),
    /** Who of the team follows from this sector. */
    people: z.array(z.object({ person: PersonBrief, role: CareRole, from: Day })),
    /** What is missing, or was asked and isn't there yet. */
    missing: z.array(z.object({ what: Missing, asked: z.boolean() })),
});
export const ChildView = z.object({
    /** A child of the household, or the pregnancy of this member. */
    subject: z.discriminatedUnion('kind', [
        z.object({
            kind: z.literal('child'),
            memberId: MemberId,
            name: z.string(),
            birth: Day.nullable(),
            sex: Sex,
        }),
        z.object({
            kind: z.literal('pregnancy'),
            memberId: MemberId,
            name: z.string(),
            lmp: Day.nullable(),
            dueDate: Day.nullable(),
        }),
    ]),
    columns: z.array(ChildColumn),
    /** Conferences whose title or agenda names the child; all of them where there is only one child. */
    conferences: z.array(z.object({ id: ConferenceId, title: z.string(), start: Instant, status: ConferenceStatus })),
});
export const childViewEndpoints = {
    get: endpoint({
        method: 'GET',
        path: '/api/households/:householdId/children',
        summary: 'Each child, and the pregnancy, across health, social and education.',
        policy: { kind: 'household', action: 'case.see' },
        params: z.strictObject({ householdId: HouseholdId }),
        query: nothing,
        body: nothing,
        response: z.object({ children: z.array(ChildView) }),
    }),
};
