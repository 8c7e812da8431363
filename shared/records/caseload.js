/** How much each tutor and each service carries (C3): counts and weights, never what a case is about. */
import { z } from 'zod';
import { endpoint } from '../endpoint.ts';
import { HouseholdId } from '../ids.ts';
import { BodyBrief } from './bodies.ts';
import { HouseholdStatus } from './household-status.ts';
import { PersonBrief } from './people.ts';
import { nothing } from './shapes.ts';
/** Counts of one tutor or service. */
export const Load = z.object({
    /** Households that aren’t closed. */
    households: z.int(),
    weight: z.int(),
    /** Whose last screening says now or within 72 hours. */
    urgent: z.int(),
    /** With a pregnancy, or a child under one. */
    underOne: z.int(),
    openTasks: z.int(),
    overdueTasks: z.int(),
});
export const TutorLoad = z.object({ person: PersonBrief, load: Load });
export const ServiceLoad = z.object({ body: BodyBrief, load: Load });
/** One of the tutor’s own households, and what makes its weight. */
export const CaseloadHousehold = z.object({
    id: HouseholdId,
    code: z.string(),
    name: z.string(),
    status: HouseholdStatus,
    weight: z.int(),
    urgent: z.boolean(),
    underOne: z.boolean(),
    openTasks: z.int(),
    overdueTasks: z.int(),
});
export const isUrgent = ({ urgency }) => urgency === 'now' || urgency === '72h';
/** What a household weighs: 2 in care, 1 in screening or suspended; 2 more when it is urgent now, 1 within 72 hours; 1 more with an infant. */
export function weightOf({ status, urgency, underOne }) {
    if (status === 'closed')
        return 0;
    const base = status === 'enrolled' ? 2 : 1;
    const pressing = urgency === 'now' ? 2 : urgency === '72h' ? 1 : 0;
    return base + pressing + (underOne ? 1 : 0);
}
export const caseloadEndpoints = {
    get: endpoint({
        method: 'GET',
        path: '/api/caseload',
        summary: 'How much every tutor and service carries, as counts; a tutor sees the own households by name.',
        policy: {
            kind: 'functions',
            functions: ['tutor', 'social', 'health', 'education', 'desk', 'coordinator'],
        },
        params: nothing,
        query: nothing,
        body: nothing,
        response: z.object({
            tutors: z.array(TutorLoad),
            services: z.array(ServiceLoad),
            /** Of the tutor who asks; empty for everybody else. */
            mine: z.array(CaseloadHousehold),
        }),
    }),
};
