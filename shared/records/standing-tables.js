/** Standing tables (tavoli) between public and third sector: members, sessions, decisions, and never a case (D9). */
import { z } from 'zod';
import { Day, Instant } from '../dates.ts';
import { endpoint } from '../endpoint.ts';
import { event } from '../event.ts';
import { BodyId, StandingTableId, TableDecisionId, TableSessionId } from '../ids.ts';
import { BodyBrief } from './bodies.ts';
import { nothing } from './shapes.ts';
import { workers } from './territory.ts';
export const DecisionState = z.enum(['open', 'done', 'not_done']);
const Topic = z.string().trim().min(3).max(300);
const written = {
    name: z.string().trim().min(2).max(160),
    purpose: z.string().trim().max(1000),
    memberIds: z.array(BodyId).min(2).max(80),
};
export const StandingTableDraft = z.strictObject({ id: StandingTableId, ...written });
export const TableSessionDraft = z.strictObject({
    id: TableSessionId,
    startsAt: Instant,
    topics: z.array(Topic).min(1).max(20),
});
export const DecisionDraft = z.strictObject({
    id: TableDecisionId,
    text: z.string().trim().min(3).max(1000),
    /** Who sees to it: a member of the table. */
    bodyId: BodyId.nullable(),
    due: Day.nullable(),
});
export const TableDecision = DecisionDraft.omit({ bodyId: true }).extend({
    responsible: BodyBrief.nullable(),
    state: DecisionState,
    note: z.string(),
    followedOn: Day.nullable(),
    version: z.int(),
});
export const TableSession = TableSessionDraft.extend({
    /** How many members came; null until it was held. */
    attended: z.int().nullable(),
    decisions: z.array(TableDecision),
    version: z.int(),
});
export const StandingTable = StandingTableDraft.omit({ memberIds: true }).extend({
    members: z.array(BodyBrief),
    /** Newest first. */
    sessions: z.array(TableSession),
    version: z.int(),
});
const ofTable = z.strictObject({ standingTableId: StandingTableId });
const ofSession = z.strictObject({ standingTableId: StandingTableId, sessionId: TableSessionId });
const coordination = { kind: 'functions', functions: ['coordinator'] };
export const standingTableEndpoints = {
    list: endpoint({
        method: 'GET',
        path: '/api/standing-tables',
        summary: 'The standing tables with their sessions and decisions.',
        policy: { kind: 'functions', functions: workers },
        params: nothing,
        query: nothing,
        body: nothing,
        response: z.object({ tables: z.array(StandingTable), can: z.object({ write: z.boolean() }) }),
    }),
    open: endpoint({
        method: 'POST',
        path: '/api/standing-tables',
        summary: 'Opens a table between bodies. No text of a table may hold case data.',
        policy: coordination,
        params: nothing,
        query: nothing,
        body: StandingTableDraft,
        response: StandingTable,
    }),
    change: endpoint({
        method: 'PUT',
        path: '/api/standing-tables/:standingTableId',
        summary: 'Changes name, purpose and members of a table.',
        policy: coordination,
        params: ofTable,
        query: nothing,
        body: z.strictObject({ ...written, version: z.int() }),
        response: StandingTable,
    }),
    planSession: endpoint({
        method: 'POST',
        path: '/api/standing-tables/:standingTableId/sessions',
        summary: 'Plans a session with its topics.',
        policy: coordination,
        params: ofTable,
        query: nothing,
        body: TableSessionDraft,
        response: StandingTable,
    }),
    recordSession: endpoint({
        method: 'PUT',
        path: '/api/standing-tables/:standingTableId/sessions/:sessionId',
        summary: 'Says how many came to a session that has begun, and adds what was decided. Decisions stay.',
        policy: coordination,
        params: ofSession,
        query: nothing,
        body: z.strictObject({
            attended: z.int().min(0).max(500),
            decisions: z.array(DecisionDraft).max(30),
            version: z.int(),
        }),
        response: StandingTable,
    }),
    follow: endpoint({
        method: 'POST',
        path: '/api/standing-tables/:standingTableId/decisions/:decisionId/state',
        summary: 'Says what became of a decision: done, not done and why, or open again.',
        policy: coordination,
        params: z.strictObject({ standingTableId: StandingTableId, decisionId: TableDecisionId }),
        query: nothing,
        body: z.strictObject({
            state: DecisionState,
            note: z.string().trim().max(1000),
            version: z.int(),
        }),
        response: StandingTable,
    }),
};
export const standingTableEvents = [
    event('standing-table.opened', { standingTableId: StandingTableId }),
    event('standing-table.changed', { standingTableId: StandingTableId }),
    event('standing-table.session-planned', { standingTableId: StandingTableId, sessionId: TableSessionId }),
    event('standing-table.session-recorded', { standingTableId: StandingTableId, sessionId: TableSessionId }),
    event('standing-table.decision-followed', {
        standingTableId: StandingTableId,
        decisionId: TableDecisionId,
        state: DecisionState,
    }),
];
