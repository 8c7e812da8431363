/** Programmes: who pays for what, from when to when, for whom, and how much of it was spent (A11, C8). */
import { z } from 'zod';
import { Day } from '../dates.ts';
import { endpoint } from '../endpoint.ts';
import { event } from '../event.ts';
import { ProgrammeId } from '../ids.ts';
import { EligibilityRule } from './eligibility.ts';
import { GoalObjective } from './goals.ts';
import { nothing } from './shapes.ts';
/** A sum in cents of a euro: whole, never below nothing, at most 100 million euros. */
export const Cents = z.int().min(0).max(10_000_000_000);
/** What money of a programme is spent on. A line stands once. */
export const SpendingLine = z.strictObject({ line: z.string().trim().min(1).max(40), cents: Cents });
/** From when on, and until when, a family is in its age. */
export const AgeFrom = z.enum(['pregnancy', 'birth']);
export const AgeTo = z.enum(['second_birthday', '18']);
export const ProgrammeDraft = z.strictObject({
    id: ProgrammeId,
    name: z.string().trim().min(2).max(160),
    funder: z.string().trim().min(2).max(160),
    /** The project as its funder calls it; empty when it has the programme’s name. */
    project: z.string().trim().max(160),
    startsOn: Day,
    endsOn: Day,
    budgetCents: Cents,
    spending: z.array(SpendingLine).max(30),
    objectives: z.array(GoalObjective).max(5),
    ageFrom: AgeFrom,
    ageTo: AgeTo,
    eligibility: z.array(EligibilityRule).max(12),
    /** The most one household may be granted; nothing where the programme has no grants. */
    grantCapCents: Cents,
});
export const Programme = ProgrammeDraft.extend({ version: z.int() });
/** What was spent of it so far, in cents. */
export const spentCents = ({ spending }) => spending.reduce((sum, { cents }) => sum + cents, 0);
/** Whether it runs on that day; its last day counts. */
export const runsOn = ({ startsOn, endsOn }, day) => startsOn <= day && day <= endsOn;
export const programmeEvents = [
    event('programme.added', { programmeId: ProgrammeId }),
    event('programme.changed', { programmeId: ProgrammeId }),
];
const workers = [
    'tutor',
    'mediator',
    'social',
    'health',
    'education',
    'protection',
    'partner',
    'volunteer',
    'desk',
    'call_centre',
    'coordinator',
    'auditor',
    'admin',
];
export const programmeEndpoints = {
    list: endpoint({
        method: 'GET',
        path: '/api/programmes',
        summary: 'Every programme, the newest first.',
        policy: { kind: 'functions', functions: workers },
        params: nothing,
        query: nothing,
        body: nothing,
        response: z.object({ programmes: z.array(Programme) }),
    }),
    add: endpoint({
        method: 'POST',
        path: '/api/programmes',
        summary: 'Adds a programme.',
        policy: { kind: 'functions', functions: ['coordinator', 'admin'] },
        params: nothing,
        query: nothing,
        body: ProgrammeDraft,
        response: Programme,
    }),
    change: endpoint({
        method: 'PUT',
        path: '/api/programmes/:programmeId',
        summary: 'Writes a programme anew: its period, money, objectives and rules.',
        policy: { kind: 'functions', functions: ['coordinator', 'admin'] },
        params: z.strictObject({ programmeId: ProgrammeId }),
        query: nothing,
        body: ProgrammeDraft.omit({ id: true }).extend({ version: z.int() }),
        response: Programme,
    }),
};
