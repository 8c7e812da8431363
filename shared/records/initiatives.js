/** Initiatives on parenting and maternity, with how many came to each session (A8, A11). */
import { z } from 'zod';
import { Day, Instant } from '../dates.ts';
import { endpoint } from '../endpoint.ts';
import { event } from '../event.ts';
import { BodyId, InitiativeId, InitiativeSessionId, ProgrammeId, SpaceId } from '../ids.ts';
import { ContentLanguage } from '../languages.ts';
import { BodyBrief } from './bodies.ts';
import { GoalObjective } from './goals.ts';
import { PersonBrief } from './people.ts';
import { nothing, Reason } from './shapes.ts';
import { bodyWriters, WritesFor, workersAndVolunteers } from './territory.ts';
export const InitiativeKind = z.enum([
    'mothers_space',
    'parenting_group',
    'playgroup',
    'language_class',
    'information',
    'community_meal',
    'community_walk',
    'workshop',
]);
export const SessionStatus = z.enum(['planned', 'held', 'cancelled']);
const count = z.int().min(0).max(5000);
/** How many came. Counts and never names: who was there is nobody's business but theirs. */
export const Attendance = z.strictObject({
    women: count,
    children: count,
    partners: count,
    /** Of these, who came for the first time. */
    newcomers: z.int().min(0).max(15_000),
});
export const SessionDraft = z.strictObject({
    id: InitiativeSessionId,
    startsAt: Instant,
    minutesLong: z.int().min(10).max(1440),
});
export const InitiativeSession = SessionDraft.extend({
    status: SessionStatus,
    cancelReason: z.string().nullable(),
    attendance: Attendance.nullable(),
    recordedBy: PersonBrief.nullable(),
    version: z.int(),
});
const written = {
    bodyId: BodyId,
    spaceId: SpaceId.nullable(),
    programmeId: ProgrammeId.nullable(),
    title: z.string().trim().min(2).max(160),
    kind: InitiativeKind,
    /** One of the five of the programme (A12). */
    objective: GoalObjective,
    languages: z.array(ContentLanguage).max(11),
    /** Null: nobody is sent away. */
    capacity: z.int().min(1).max(2000).nullable(),
    note: z.string().trim().max(1000),
};
export const InitiativeDraft = z.strictObject({
    id: InitiativeId,
    ...written,
    sessions: z.array(SessionDraft).min(1).max(60),
});
export const InitiativeChange = z.strictObject({ ...written, version: z.int() });
export const Initiative = InitiativeDraft.omit({ bodyId: true, sessions: true }).extend({
    body: BodyBrief,
    /** Where it takes place, when in a space of the register. */
    spaceName: z.string().nullable(),
    /** By their beginning. */
    sessions: z.array(InitiativeSession),
    version: z.int(),
    editable: z.boolean(),
});
const ofInitiative = z.strictObject({ initiativeId: InitiativeId });
const ofSession = z.strictObject({ initiativeId: InitiativeId, sessionId: InitiativeSessionId });
export const initiativeEndpoints = {
    list: endpoint({
        method: 'GET',
        path: '/api/initiatives',
        summary: 'Initiatives with a session between two days, both included, and those sessions.',
        policy: { kind: 'functions', functions: workersAndVolunteers },
        params: nothing,
        query: z.strictObject({ from: Day, to: Day }),
        body: nothing,
        response: z.object({ initiatives: z.array(Initiative), writesFor: WritesFor }),
    }),
    plan: endpoint({
        method: 'POST',
        path: '/api/initiatives',
        summary: 'Plans an initiative with its sessions: by the coordination, or by whoever works in its body.',
        policy: { kind: 'functions', functions: bodyWriters },
        params: nothing,
        query: nothing,
        body: InitiativeDraft,
        response: Initiative,
    }),
    change: endpoint({
        method: 'PUT',
        path: '/api/initiatives/:initiativeId',
        summary: 'Changes what is written about an initiative.',
        policy: { kind: 'functions', functions: bodyWriters },
        params: ofInitiative,
        query: nothing,
        body: InitiativeChange,
        response: Initiative,
    }),
    addSession: endpoint({
        method: 'POST',
        path: '/api/initiatives/:initiativeId/sessions',
        summary: 'Plans one more session.',
        policy: { kind: 'functions', functions: bodyWriters },
        params: ofInitiative,
        query: nothing,
        body: SessionDraft,
        response: Initiative,
    }),
    attendance: endpoint({
        method: 'PUT',
        path: '/api/initiatives/:initiativeId/sessions/:sessionId/attendance',
        summary: 'Says how many came to a session that has begun: it is held. Again, it corrects.',
        policy: { kind: 'functions', functions: bodyWriters },
        params: ofSession,
        query: nothing,
        body: Attendance.extend({ version: z.int() }),
        response: Initiative,
    }),
    cancel: endpoint({
        method: 'POST',
        path: '/api/initiatives/:initiativeId/sessions/:sessionId/cancel',
        summary: 'Cancels a planned session, with a reason.',
        policy: { kind: 'functions', functions: bodyWriters },
        params: ofSession,
        query: nothing,
        body: z.strictObject({ reason: Reason, version: z.int() }),
        response: Initiative,
    }),
};
export const initiativeEvents = [
    event('initiative.planned', { initiativeId: InitiativeId, bodyId: BodyId }),
    event('initiative.changed', { initiativeId: InitiativeId }),
    event('initiative.session-added', { initiativeId: InitiativeId, sessionId: InitiativeSessionId }),
    event('initiative.session-cancelled', {
        initiativeId: InitiativeId,
        sessionId: InitiativeSessionId,
        reason: z.string(),
    }),
    event('initiative.attendance-recorded', {
        initiativeId: InitiativeId,
        sessionId: InitiativeSessionId,
        correction: z.boolean(),
    }),
];
