/** Shared procedures, good practices and method pages. Every version stays as it was written (D10, C11). */
import { z } from 'zod';
import { Day, Instant } from '../dates.ts';
import { endpoint } from '../endpoint.ts';
import { event } from '../event.ts';
import { PersonId, ProcedureId } from '../ids.ts';
import { PersonBrief } from './people.ts';
import { nothing } from './shapes.ts';
import { workers } from './territory.ts';
export const ProcedureKind = z.enum(['procedure', 'good_practice', 'method']);
export const VersionDraft = z.strictObject({
    text: z.string().trim().min(3).max(40_000),
    /** What is new in it, in a line. */
    change: z.string().trim().min(2).max(300),
    /** Who wrote it; null: whoever sends it. */
    authorId: PersonId.nullable(),
    /** Null: a draft. */
    inForceFrom: Day.nullable(),
});
export const ProcedureDraft = VersionDraft.extend({
    id: ProcedureId,
    kind: ProcedureKind,
    title: z.string().trim().min(2).max(200),
});
export const ProcedureVersion = VersionDraft.omit({ authorId: true }).extend({
    number: z.int(),
    author: PersonBrief,
    writtenAt: Instant,
});
export const Procedure = z.object({
    id: ProcedureId,
    kind: ProcedureKind,
    title: z.string(),
    /** Newest first. Drafts only for who writes procedures. */
    versions: z.array(ProcedureVersion),
});
/** What holds today: the newest version in force; null while there are drafts and coming ones alone. */
export const versionInForce = (procedure, today) => procedure.versions.find(({ inForceFrom }) => inForceFrom !== null && inForceFrom <= today) ?? null;
const ofProcedure = z.strictObject({ procedureId: ProcedureId });
const ofVersion = z.strictObject({ procedureId: ProcedureId, number: z.coerce.number().int().min(1) });
const coordination = { kind: 'functions', functions: ['coordinator'] };
export const procedureEndpoints = {
    list: endpoint({
        method: 'GET',
        path: '/api/procedures',
        summary: 'Procedures, good practices and methods with all their versions; drafts for the coordination.',
        policy: { kind: 'functions', functions: workers },
        params: nothing,
        query: nothing,
        body: nothing,
        response: z.object({ procedures: z.array(Procedure), can: z.object({ write: z.boolean() }) }),
    }),
    write: endpoint({
        method: 'POST',
        path: '/api/procedures',
        summary: 'Writes a new procedure: its first version.',
        policy: coordination,
        params: nothing,
        query: nothing,
        body: ProcedureDraft,
        response: Procedure,
    }),
    addVersion: endpoint({
        method: 'POST',
        path: '/api/procedures/:procedureId/versions',
        summary: 'Adds a version after the newest one, which `after` names; only one draft at a time.',
        policy: coordination,
        params: ofProcedure,
        query: nothing,
        body: VersionDraft.extend({ after: z.int() }),
        response: Procedure,
    }),
    changeDraft: endpoint({
        method: 'PUT',
        path: '/api/procedures/:procedureId/versions/:number',
        summary: 'Rewrites a draft, or puts it in force. A version in force is never changed.',
        policy: coordination,
        params: ofVersion,
        query: nothing,
        body: VersionDraft.extend({
            /** When the draft that is rewritten was written. */
            writtenAt: Instant,
        }),
        response: Procedure,
    }),
};
export const procedureEvents = [
    event('procedure.written', { procedureId: ProcedureId, number: z.int() }),
    event('procedure.in-force', { procedureId: ProcedureId, number: z.int(), from: Day }),
];
