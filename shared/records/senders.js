/** Registered senders: those who may report through the public page or the API, each with a key (D1). */
import { z } from 'zod';
import { Instant } from '../dates.ts';
import { endpoint } from '../endpoint.ts';
import { event } from '../event.ts';
import { BodyId, SenderId } from '../ids.ts';
import { BodyBrief } from './bodies.ts';
import { PersonBrief } from './people.ts';
import { ReportingKind } from './report-content.ts';
import { Empty, nothing } from './shapes.ts';
export const SenderDraft = z.strictObject({
    id: SenderId,
    name: z.string().trim().min(2).max(160),
    kind: ReportingKind,
    bodyId: BodyId.nullable(),
});
export const Sender = SenderDraft.omit({ bodyId: true }).extend({
    body: BodyBrief.nullable(),
    addedBy: PersonBrief,
    addedAt: Instant,
    endedAt: Instant.nullable(),
    /** How many reports it sent with its key. */
    reports: z.int(),
});
const policy = { kind: 'functions', functions: ['call_centre', 'admin'] };
export const senderEndpoints = {
    list: endpoint({
        method: 'GET',
        path: '/api/senders',
        summary: 'Registered senders, by name; those that ended too.',
        policy,
        params: nothing,
        query: nothing,
        body: nothing,
        response: z.object({ senders: z.array(Sender) }),
    }),
    add: endpoint({
        method: 'POST',
        path: '/api/senders',
        summary: 'Registers a sender. Its key is told here, once; a retry makes a new key for the same sender.',
        policy,
        params: nothing,
        query: nothing,
        body: SenderDraft,
        response: z.object({ id: SenderId, key: z.string() }),
    }),
    end: endpoint({
        method: 'POST',
        path: '/api/senders/:senderId/end',
        summary: 'Ends a sender: its key opens nothing any more; its reports stay.',
        policy,
        params: z.strictObject({ senderId: SenderId }),
        query: nothing,
        body: nothing,
        response: Empty,
    }),
};
export const senderEvents = [
    event('sender.added', { senderId: SenderId }),
    event('sender.ended', { senderId: SenderId }),
];
