/** Practices done at a desk, on paper or online (C1). No identity document is asked for, so there is no place for one. */
import { z } from 'zod';
import { Day, Instant } from '../dates.ts';
import { endpoint } from '../endpoint.ts';
import { event } from '../event.ts';
import { BodyId, DeskContactId, PracticeId } from '../ids.ts';
import { BodyBrief } from './bodies.ts';
import { deskFunctions } from './desk-contacts.ts';
import { PersonBrief } from './people.ts';
import { nothing, PageQuery, paged } from './shapes.ts';
export const PracticeKind = z.enum([
    'reading_letters',
    'isee',
    'online_practice',
    'documents',
    'health_booking',
    'utilities_bonus',
    'enrolment',
    'spid',
    'curriculum',
    'other',
]);
export const PracticeMode = z.enum(['paper', 'online']);
export const PracticeOutcome = z.enum(['done', 'appointment', 'oriented', 'pending', 'not_possible']);
export const PracticeDraft = z.strictObject({
    id: PracticeId,
    deskId: BodyId,
    /** The contact it was done for, when it was logged. */
    contactId: DeskContactId.nullable(),
    kind: PracticeKind,
    mode: PracticeMode,
    topic: z.string().trim().max(200),
    on: Day,
    outcome: PracticeOutcome,
});
export const Practice = PracticeDraft.omit({ deskId: true }).extend({
    desk: BodyBrief,
    by: PersonBrief,
    at: Instant,
    version: z.int(),
});
const policy = { kind: 'functions', functions: deskFunctions };
export const practiceEndpoints = {
    list: endpoint({
        method: 'GET',
        path: '/api/practices',
        summary: 'Practices of all desks, the latest first.',
        policy,
        params: nothing,
        query: z.strictObject(PageQuery),
        body: nothing,
        response: paged(Practice),
    }),
    log: endpoint({
        method: 'POST',
        path: '/api/practices',
        summary: 'Logs a practice done at a desk.',
        policy,
        params: nothing,
        query: nothing,
        body: PracticeDraft,
        response: Practice,
    }),
    finish: endpoint({
        method: 'POST',
        path: '/api/practices/:practiceId/outcome',
        summary: 'Records how a practice that was pending ended.',
        policy,
        params: z.strictObject({ practiceId: PracticeId }),
        query: nothing,
        body: z.strictObject({ outcome: PracticeOutcome.exclude(['pending']), version: z.int() }),
        response: Practice,
    }),
};
export const practiceEvents = [
    event('practice.logged', { practiceId: PracticeId, bodyId: BodyId }),
    event('practice.finished', { practiceId: PracticeId, outcome: PracticeOutcome }),
];
